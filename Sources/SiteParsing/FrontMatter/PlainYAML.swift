import SiteModel

/// Reads the YAML that nearly all front matter is made of: groups of keys, lists, words on one line. It gives what libyaml gives,
/// places included; nil for all that it is not made for, and for all that is wrong, which libyaml then reads or explains.
/// `PlainYAMLTests` hold it to libyaml's answers.
struct PlainYAML {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the YAML ends.
    let end: Int
    /// The line at hand: where it begins, where its first byte that is no space stands, and where it ends.
    private(set) var line = Line(start: 0, content: 0, end: 0)

    struct Line {
        var start: Int
        var content: Int
        var end: Int

        var indent: Int { content - start }
        var isBlank: Bool { content == end }
    }

    /// More than this is left to libyaml, which knows a limit.
    private let depthLimit = 8

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> YAMLNode? {
        guard isPlain(UnsafeBufferPointer(rebasing: bytes[range])) else { return nil }
        var reader = PlainYAML(bytes: bytes, end: range.upperBound)
        reader.moveToLine(at: range.lowerBound)
        guard !reader.isAtEnd, reader.line.indent == 0, let root = reader.mapping(depth: 1), reader.isAtEnd else { return nil }
        return root
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, end: Int) {
        self.bytes = bytes
        self.end = end
    }

    var isAtEnd: Bool { line.start >= end }

    /// What this reader may look at: ASCII that can be seen, and of other characters those that are letters to libyaml.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = offsetOfStrange(in: bytes, from: 0)
        while index < bytes.count {
            // Typographic marks and most others of that block are harmless; line separators are not.
            guard bytes[index] == 0xE2, index + 2 < bytes.count,
                bytes[index + 1] != 0x80 || !(0xA8...0xA9).contains(bytes[index + 2])
            else { return false }
            index = offsetOfStrange(in: bytes, from: index + 1)
        }
        return true
    }

    /// The offset of the next control character, or of the first byte of a character that may be none of the harmless ones.
    private static func offsetOfStrange(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        offset(
            in: bytes, from: start,
            of: {
                let controls: ByteMask = ($0 .< SIMD16(repeating: 0x20)) .& ($0 .!= SIMD16(repeating: 0x0A))
                let others: ByteMask = ($0 .== SIMD16(repeating: 0x7F)) .| ($0 .== SIMD16(repeating: 0xC2))
                let leads: ByteMask = ($0 .== SIMD16(repeating: 0xE2)) .| ($0 .== SIMD16(repeating: 0xEF))
                return controls .| others .| leads
            },
            or: { $0 < 0x20 && $0 != 0x0A || [0x7F, 0xC2, 0xE2, 0xEF].contains($0) })
    }

    // MARK: Lines

    /// Goes to the next line that is not blank, from the start of one.
    private mutating func moveToLine(at start: Int) {
        var start = start
        while start < end {
            let lineEnd = min(offset(of: 0x0A, in: bytes, from: start), end)
            var content = start
            while content < lineEnd, bytes[content] == 0x20 { content += 1 }
            line = Line(start: start, content: content, end: lineEnd)
            if !line.isBlank { return }
            start = lineEnd + 1
        }
        line = Line(start: end, content: end, end: end)
    }

    mutating func nextLine() { moveToLine(at: line.end + 1) }

    // MARK: Groups

    /// The keys that begin at the content of the line at hand and below it.
    private mutating func mapping(depth: Int) -> YAMLNode? {
        let (indent, start) = (line.indent, line.content)
        guard depth <= depthLimit else { return nil }
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(4)
        while !isAtEnd, line.indent == indent {
            guard let colon = keyEnd(from: line.content) else { return nil }
            let key = String(decoding: UnsafeBufferPointer(rebasing: bytes[line.content..<colon]), as: UTF8.self)
            let range = SourceRange(line.content, colon)
            guard !entries.contains(where: { $0.key == key }), let value = value(behind: colon, of: indent, depth: depth) else {
                return nil
            }
            entries.append(YAMLNode.Entry(key: key, keyRange: range, value: value))
        }
        guard isAtEnd || line.indent < indent else { return nil }
        return YAMLNode(content: .mapping(entries), range: SourceRange(start, line.content))
    }

    /// Where the colon stands behind a key of letters, digits, `_` and `-`.
    private func keyEnd(from start: Int) -> Int? {
        guard isLetter(bytes[start]) else { return nil }
        var index = start + 1
        while index < line.end, isInWord(bytes[index]) || bytes[index] == 0x2D { index += 1 }
        guard index < line.end, bytes[index] == 0x3A, index + 1 == line.end || bytes[index + 1] == 0x20, index - start < 100
        else {
            return nil
        }
        return index
    }

    /// The value behind the colon of a key: on its line, or below it.
    private mutating func value(behind colon: Int, of indent: Int, depth: Int) -> YAMLNode? {
        let start = firstNonSpace(from: colon + 1)
        guard start == line.end else { return word(from: start, of: indent) }
        nextLine()
        guard !isAtEnd else { return nil }
        if isItem, line.indent >= indent { return sequence(in: indent, depth: depth + 1) }
        return line.indent > indent ? mapping(depth: depth + 1) : nil
    }

    private var isItem: Bool {
        bytes[line.content] == 0x2D && line.content + 1 < line.end && bytes[line.content + 1] == 0x20
    }

    /// The items that begin at the line at hand. The list ends where the next key begins.
    private mutating func sequence(in keyIndent: Int, depth: Int) -> YAMLNode? {
        let (indent, start) = (line.indent, line.content)
        guard depth <= depthLimit else { return nil }
        var items: [YAMLNode] = []
        while !isAtEnd, line.indent == indent, isItem {
            guard line.content + 2 < line.end, bytes[line.content + 2] != 0x20 else { return nil }
            line.content += 2
            if keyEnd(from: line.content) != nil {
                guard let group = mapping(depth: depth + 1) else { return nil }
                items.append(group)
            } else {
                guard let word = word(from: line.content, of: indent) else { return nil }
                items.append(word)
            }
        }
        guard isAtEnd || line.indent <= keyIndent else { return nil }
        return YAMLNode(content: .sequence(items), range: SourceRange(start, line.content))
    }
}
