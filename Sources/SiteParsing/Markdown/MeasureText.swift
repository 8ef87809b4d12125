import SiteModel

/// Counts what there is to read (`domain.md` section 6): a word is a run of letters, marks and digits, joined inside by an
/// apostrophe, hyphen or joiner; characters of Han, Hiragana and Katakana count by themselves. Code blocks, raw HTML and
/// captions do not count.
func measure(_ tree: MarkupTree) -> TextLength {
    var counter = WordCounter()
    counter.count(tree)
    return counter.length
}

private struct WordCounter {
    var length = TextLength()
    private var isInWord = false

    mutating func count(_ tree: MarkupTree) {
        tree.withBytes(from: 0) { bytes in
            var position = 0
            while position < tree.all.upperBound {
                let node = tree[position]
                switch node.kind {
                case .text, .code: count(node.words, of: bytes)
                case .emphasis, .strong, .strikethrough, .link, .html, .footnoteReference: break
                case .footnote, .figure:
                    position = tree.end(of: position)
                    continue
                default: isInWord = false
                }
                position += 1
            }
        }
    }

    private mutating func count(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        var index = range.lowerBound
        while index < range.upperBound {
            countBlocks(bytes, &index, to: range.upperBound)
            countSingly(bytes, &index, to: min(index + 16, range.upperBound))
        }
    }

    /// Counts sixteen bytes at a time, up to such as are not ASCII or join words. A word begins at a byte that is in one behind a byte
    /// that is in none.
    private mutating func countBlocks(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, to end: Int) {
        let (raw, start) = (UnsafeRawBufferPointer(bytes), index)
        let positions = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        // Each sum has room for so many.
        let limit = min(end, raw.count - 15, start + 255 * 16)
        var (position, starts) = (start, SIMD16<UInt8>(repeating: 0))
        // Which bytes of the last block are in a word, as two halves. What stands before the first byte may belong to another text, or
        // join words.
        var last = SIMD2<UInt64>(0, isInWord ? .max : 0)
        while position < limit {
            let block = raw.loadUnaligned(fromByteOffset: position, as: SIMD16<Int8>.self)
            if holdsOthers(block) { break }
            let words = unsafeBitCast(inWords(block), to: SIMD2<UInt64>.self)
            // The same of the byte before each.
            let before = (words &<< 8) | (SIMD2(last.y, words.x) &>> 56)
            last = words
            var begun = unsafeBitCast(words & ~before, to: ByteMask.self)
            let rest = end &- position
            if rest < 16 { begun = begun .& (positions .< SIMD16(repeating: UInt8(truncatingIfNeeded: rest))) }
            // All bits of a byte are minus one.
            starts = starts &- unsafeBitCast(begun, to: SIMD16<UInt8>.self)
            position = position &+ 16
        }
        guard position > start else { return }
        index = min(position, end)
        length.words += sum(starts)
        isInWord = isInWords(bytes[index - 1])
    }

    private mutating func countSingly(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, to end: Int) {
        while index < end {
            let byte = bytes[index]
            if byte < 0x80 {
                count(byte)
                index += 1
            } else {
                let (scalar, size) = decode(bytes, at: index)
                count(scalar)
                index += size
            }
        }
    }

    private mutating func count(_ byte: UInt8) {
        if byte == 0x27 || byte == 0x2D { return }
        let isWord = isInWords(byte)
        if isWord, !isInWord { length.words += 1 }
        isInWord = isWord
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

private func isInWords(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F }

/// The same of sixteen. Bytes with a sign compare in one instruction.
@inline(__always)
private func inWords(_ bytes: SIMD16<Int8>) -> ByteMask {
    let small = bytes | SIMD16(repeating: 0x20)
    let letters: ByteMask = (small .> SIMD16(repeating: 0x60)) .& (small .< SIMD16(repeating: 0x7B))
    let digits: ByteMask = (bytes .> SIMD16(repeating: 0x2F)) .& (bytes .< SIMD16(repeating: 0x3A))
    return letters .| digits .| (bytes .== SIMD16(repeating: 0x5F))
}

/// Whether one of them is not ASCII, or joins words.
@inline(__always)
private func holdsOthers(_ bytes: SIMD16<Int8>) -> Bool {
    let others: ByteMask =
        (bytes .== SIMD16(repeating: 0x27)) .| (bytes .== SIMD16(repeating: 0x2D)) .| (bytes .< SIMD16(repeating: 0))
    let halves = unsafeBitCast(others, to: SIMD2<UInt64>.self)
    return halves.x | halves.y != 0
}

private func sum(_ bytes: SIMD16<UInt8>) -> Int {
    let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
    let sums = (halves.x & pairs) &+ (halves.x >> 8 & pairs) &+ (halves.y & pairs) &+ (halves.y >> 8 & pairs)
    return Int((sums &* 0x0001_0001_0001_0001) >> 48)
}
