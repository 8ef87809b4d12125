import CScan
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
        guard let text = bytes.baseAddress else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            index += martlet_words(text + index, range.upperBound - index, &length.words, &isInWord)
            countSingly(bytes, &index, to: min(index + 16, range.upperBound))
        }
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
