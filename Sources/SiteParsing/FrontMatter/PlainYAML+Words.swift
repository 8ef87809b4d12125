import SiteModel

/// Words: what stands behind a key or a dash and ends with its line.
extension PlainYAML {
    func firstNonSpace(from start: Int) -> Int {
        var index = start
        while index < line.end, bytes[index] == 0x20 { index += 1 }
        return index
    }

    /// A word or a list in brackets that ends with its line; goes to the next line.
    mutating func word(from start: Int, of indent: Int) -> Bool {
        var stop = line.end
        while stop > start, bytes[stop - 1] == 0x20 { stop -= 1 }
        let isRead =
            switch bytes[start] {
            case 0x22, 0x27: quoted(start..<stop)
            case 0x5B: flow(start..<stop)
            default: plain(start..<stop)
            }
        nextLine()
        // More on the next line, further to the right, would belong to it.
        return isRead && (isAtEnd || line.indent <= indent)
    }

    private mutating func plain(_ range: Range<Int>) -> Bool {
        guard canBegin(bytes[range.lowerBound]), bytes[range.upperBound - 1] != 0x3A else { return false }
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        var index = offsetOfMark(in: text, from: 0)
        while index < text.count {
            // `: ` and ` #` mean something.
            if text[index] == 0x3A ? text[index + 1] == 0x20 : text[index - 1] == 0x20 { return false }
            index = offsetOfMark(in: text, from: index + 1)
        }
        tree.add(YAMLNode.Kind(plain: text), words: range, at: SourceRange(range.lowerBound, range.upperBound))
        return true
    }

    private func offsetOfMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        offset(
            in: text, from: start, of: { ($0 .== SIMD16(repeating: 0x3A)) .| ($0 .== SIMD16(repeating: 0x23)) },
            or: { $0 == 0x3A || $0 == 0x23 })
    }

    /// Text in quotes without an escape in it.
    private mutating func quoted(_ range: Range<Int>) -> Bool {
        let mark = bytes[range.lowerBound]
        guard range.count >= 2, bytes[range.upperBound - 1] == mark else { return false }
        let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
        for index in inner where bytes[index] == mark || bytes[index] == 0x5C && mark == 0x22 { return false }
        tree.add(.quoted, words: inner, at: SourceRange(range.lowerBound, range.upperBound))
        return true
    }

    /// `[one, two words, three]`
    private mutating func flow(_ range: Range<Int>) -> Bool {
        guard range.count > 2, bytes[range.upperBound - 1] == 0x5D else { return false }
        let list = tree.add(.sequence)
        var start = range.lowerBound + 1
        while true {
            start = firstNonSpace(from: start)
            var stop = start
            while isInFlow(bytes[stop]) { stop += 1 }
            let next = stop
            while stop > start, bytes[stop - 1] == 0x20 { stop -= 1 }
            guard stop > start, isInWord(bytes[start]) else { return false }
            let kind = YAMLNode.Kind(plain: UnsafeBufferPointer(rebasing: bytes[start..<stop]))
            tree.add(kind, words: start..<stop, at: SourceRange(start, stop))
            if bytes[next] == 0x5D {
                tree.close(list, at: SourceRange(range.lowerBound, range.upperBound))
                return next + 1 == range.upperBound
            }
            guard bytes[next] == 0x2C else { return false }
            start = next + 1
        }
    }

    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }

    func isInWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    /// A plain word may begin with more than this, but here is no doubt.
    private func canBegin(_ byte: UInt8) -> Bool {
        isInWord(byte) || byte >= 0x80 || byte == 0x28 || byte == 0x2F || byte == 0x2E
    }

    private func isInFlow(_ byte: UInt8) -> Bool {
        isInWord(byte) || byte >= 0x80 || byte == 0x20 || (0x2D...0x2F).contains(byte)
    }
}
