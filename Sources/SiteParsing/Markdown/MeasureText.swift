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
            if let block = WordBlock(bytes, at: index) {
                length.words += block.starts(isInWord)
                isInWord = block.endsInWord
                index += block.count
            } else {
                let end = min(index + 16, bytes.count)
                while index < end { countOne(bytes, &index) }
            }
        }
    }

    /// A character.
    private mutating func countOne(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        let byte = bytes[index]
        guard byte < 0x80 else {
            let (scalar, size) = decode(bytes, at: index)
            count(scalar)
            index += size
            return
        }
        index += 1
        guard byte != 0x27, byte != 0x2D else { return }
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

/// Up to sixteen bytes of ASCII, each in a word or not by itself.
private struct WordBlock {
    let count: Int
    let endsInWord: Bool
    /// A byte for each, all bits set where it is in a word. The first is the lowest.
    private var low: UInt64
    private var high: UInt64

    /// Nil where fewer than sixteen bytes are there, or one is not ASCII or joins words.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard bytes.count >= 16 else { return nil }
        // At the end the last sixteen, of which the first have been counted.
        let start = min(index, bytes.count - 16)
        let block = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: SIMD16<Int8>.self)
        let others: ByteMask =
            (block .== SIMD16(repeating: 0x27)) .| (block .== SIMD16(repeating: 0x2D)) .| (block .< SIMD16(repeating: 0))
        let other = unsafeBitCast(others, to: SIMD2<UInt64>.self)
        guard other.x | other.y == 0 else { return nil }
        let words = unsafeBitCast(Self.inWords(block), to: SIMD2<UInt64>.self)
        count = start + 16 - index
        endsInWord = words.y >> 63 == 1
        (low, high) = (words.x, words.y)
        skip(index - start)
    }

    /// The vector form of `isInWords`. Bytes with a sign compare in one instruction.
    @inline(__always)
    private static func inWords(_ bytes: SIMD16<Int8>) -> ByteMask {
        let large: ByteMask = (bytes .> SIMD16(repeating: 0x40)) .& (bytes .< SIMD16(repeating: 0x5B))
        let small: ByteMask = (bytes .> SIMD16(repeating: 0x60)) .& (bytes .< SIMD16(repeating: 0x7B))
        let digits: ByteMask = (bytes .> SIMD16(repeating: 0x2F)) .& (bytes .< SIMD16(repeating: 0x3A))
        return large .| small .| digits .| (bytes .== SIMD16(repeating: 0x5F))
    }

    private mutating func skip(_ count: Int) {
        let shift = UInt64(count) * 8
        if shift >= 64 {
            (low, high) = (high &>> shift, 0)
        } else if shift > 0 {
            (low, high) = (low &>> shift | high &<< (64 - shift), high &>> shift)
        }
    }

    /// How many words begin in it.
    func starts(_ isInWord: Bool) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let first = low & ~(low << 8 | (isInWord ? 0xFF : 0))
        let second = high & ~(high << 8 | low >> 56)
        return Int((((first & ones) &+ (second & ones)) &* ones) >> 56)
    }
}
