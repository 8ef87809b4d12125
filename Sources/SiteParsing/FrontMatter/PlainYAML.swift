import SiteModel

/// Reads the YAML that nearly all front matter is made of: groups of keys, lists, words on one line. It gives what libyaml gives,
/// places included; nil for all that it is not made for, and for all that is wrong, which libyaml then reads or explains.
/// `PlainYAMLTests` hold it to libyaml's answers.
struct PlainYAML {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the YAML ends.
    let end: Int
    var tree: YAMLTree
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
    /// More keys in one group are left to it too, since each is compared with those before.
    private let keyLimit = 1000

    static func read(_ file: [UInt8], in range: Range<Int>) -> YAMLTree? {
        file.withUnsafeBufferPointer { bytes in
            guard isPlain(UnsafeBufferPointer(rebasing: bytes[range])) else { return nil }
            let tree = YAMLTree(words: file, expecting: min(64, range.count / 32 + 8))
            var reader = PlainYAML(bytes: bytes, end: range.upperBound, tree: tree)
            reader.moveToLine(at: range.lowerBound)
            guard !reader.isAtEnd, reader.line.indent == 0, reader.mapping(depth: 1), reader.isAtEnd else { return nil }
            return reader.tree
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, end: Int, tree: YAMLTree) {
        self.bytes = bytes
        self.end = end
        self.tree = tree
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
    // Each adds what it reads to the tree; false where that is something else.

    /// The keys that begin at the content of the line at hand and below it.
    private mutating func mapping(depth: Int) -> Bool {
        let (indent, start) = (line.indent, line.content)
        guard depth <= depthLimit else { return false }
        let group = tree.add(.mapping)
        var count = 0
        while !isAtEnd, line.indent == indent {
            guard let colon = keyEnd(from: line.content), count < keyLimit else { return false }
            let key = line.content..<colon
            guard !tree.hasKey(bytes[key], in: group + 1) else { return false }
            let entry = tree.nodes.count
            guard value(behind: colon, of: indent, depth: depth) else { return false }
            tree.name(entry, YAMLNode.Key(words: key, range: SourceRange(key.lowerBound, colon)))
            count += 1
        }
        tree.close(group, at: SourceRange(start, line.content))
        return isAtEnd || line.indent < indent
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
    private mutating func value(behind colon: Int, of indent: Int, depth: Int) -> Bool {
        let start = firstNonSpace(from: colon + 1)
        guard start == line.end else { return word(from: start, of: indent) }
        nextLine()
        guard !isAtEnd else { return false }
        if isItem, line.indent >= indent { return sequence(in: indent, depth: depth + 1) }
        return line.indent > indent && mapping(depth: depth + 1)
    }

    private var isItem: Bool {
        bytes[line.content] == 0x2D && line.content + 1 < line.end && bytes[line.content + 1] == 0x20
    }

    /// The items that begin at the line at hand. The list ends where the next key begins.
    private mutating func sequence(in keyIndent: Int, depth: Int) -> Bool {
        let (indent, start) = (line.indent, line.content)
        guard depth <= depthLimit else { return false }
        let list = tree.add(.sequence)
        while !isAtEnd, line.indent == indent, isItem {
            guard line.content + 2 < line.end, bytes[line.content + 2] != 0x20 else { return false }
            line.content += 2
            let isGroup = keyEnd(from: line.content) != nil
            guard isGroup ? mapping(depth: depth + 1) : word(from: line.content, of: indent) else { return false }
        }
        tree.close(list, at: SourceRange(start, line.content))
        return isAtEnd || line.indent <= keyIndent
    }
}
