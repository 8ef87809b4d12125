import SiteModel

/// Counts what there is to read (`domain.md` section 6): a word is a run of letters, marks and digits, joined inside by an
/// apostrophe, hyphen or joiner; characters of Han, Hiragana and Katakana count by themselves. Code blocks, raw HTML and
/// captions do not count.
func measure(_ tree: MarkupTree) -> TextLength {
    var counter = WordCounter()
    counter.count(tree)
    return counter.length
}

private let wordBytes = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")

/// How many words begin in sixteen bytes, where each is in a word or not by itself; nil where they are fewer, not all ASCII, or one
/// of them joins words.
private func wordStarts(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + 16 <= bytes.count else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let block = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    let others: ByteMask =
        (block .== SIMD16(repeating: 0x27)) .| (block .== SIMD16(repeating: 0x2D)) .| (block .>= SIMD16(repeating: 0x80))
    let other = unsafeBitCast(others, to: SIMD2<UInt64>.self)
    guard other.x | other.y == 0 else { return nil }
    let before: ByteMask = areInWords(raw.loadUnaligned(fromByteOffset: index - 1, as: SIMD16<UInt8>.self))
    let begins: ByteMask = areInWords(block) .& .!before
    let starts = unsafeBitCast(begins, to: SIMD2<UInt64>.self)
    return (starts.x.nonzeroBitCount + starts.y.nonzeroBitCount) / 8
}

/// The vector form of `wordBytes`.
@inline(__always)
private func areInWords(_ bytes: SIMD16<UInt8>) -> ByteMask {
    let large: ByteMask = (bytes .>= SIMD16(repeating: 0x41)) .& (bytes .<= SIMD16(repeating: 0x5A))
    let small: ByteMask = (bytes .>= SIMD16(repeating: 0x61)) .& (bytes .<= SIMD16(repeating: 0x7A))
    let digits: ByteMask = (bytes .>= SIMD16(repeating: 0x30)) .& (bytes .<= SIMD16(repeating: 0x39))
    return large .| small .| digits .| (bytes .== SIMD16(repeating: 0x5F))
}

private struct WordCounter {
    var length = TextLength()
    private var isInWord = false

    mutating func count(_ tree: MarkupTree) {
        var position = 0
        while position < tree.all.upperBound {
            let node = tree[position]
            switch node.kind {
            case .text, .code: tree.withWords(of: node) { count($0) }
            case .emphasis, .strong, .strikethrough, .link, .html, .footnoteReference: break
            case .footnote, .figure:
                position = tree.end(of: position)
                continue
            default: isInWord = false
            }
            position += 1
        }
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                countASCII(bytes, &index)
            } else {
                let (scalar, size) = decode(bytes, at: index)
                count(scalar)
                index += size
            }
        }
    }

    /// A run of ASCII.
    private mutating func countASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        var (isIn, words) = (isInWord, 0)
        let wordBytes = wordBytes
        // From where on to try many bytes at a time.
        var next = 1
        while index < bytes.count, bytes[index] < 0x80 {
            if index >= next, isIn == wordBytes.contains(bytes[index - 1]) {
                if let starts = wordStarts(in: bytes, at: index) {
                    words += starts
                    index += 16
                    isIn = wordBytes.contains(bytes[index - 1])
                    continue
                }
                next = index + 16
            }
            let byte = bytes[index]
            if wordBytes.contains(byte) {
                if !isIn { words += 1 }
                isIn = true
            } else if byte != 0x27, byte != 0x2D {
                isIn = false
            }
            index += 1
        }
        isInWord = isIn
        length.words += words
    }

    private mutating func count(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2019, 0x200C, 0x200D: return
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            length.characters += 1
            isInWord = false
        default:
            let isWord =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
            if isWord, !isInWord { length.words += 1 }
            isInWord = isWord
        }
    }

    /// The scalar of valid UTF-8 at an index, and how many bytes it has.
    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let size = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(size + 1))
        for offset in 1..<size { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", size)
    }
}
