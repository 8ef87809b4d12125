import SiteModel

/// The values of a YAML document: the nodes in the order of the text, each before what stands in it, and one buffer with the words of
/// all. Like a `MarkupTree` it is two lists, whatever it holds.
struct YAMLTree: Sendable {
    private(set) var nodes: [YAMLNode] = []
    /// The file, or what libyaml made of it.
    private(set) var words: [UInt8]

    /// `count` is how many nodes are expected.
    init(words: [UInt8] = [], expecting count: Int = 0) {
        self.words = words
        nodes.reserveCapacity(count)
    }

    /// A group without keys, for a document without values.
    static func empty(at place: Int) -> YAMLTree {
        var tree = YAMLTree()
        tree.close(tree.add(.mapping), at: SourceRange(place, place))
        return tree
    }

    var root: YAMLNode { nodes[0] }

    func text(of node: YAMLNode) -> String { string(node.words) }

    func key(of node: YAMLNode) -> String { string(node.key.words) }

    /// Without blanks and line ends on either side.
    func trimmedText(of node: YAMLNode) -> String {
        let range = node.words
        let isTrimmed = !range.isEmpty && words[range.lowerBound] > 0x20 && words[range.upperBound - 1] > 0x20
        return isTrimmed ? text(of: node) : text(of: node).trimmed
    }

    private func string(_ range: Range<Int>) -> String {
        words.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    /// What stands in a list or a group, and not deeper.
    func children(of node: YAMLNode) -> Children { Children(nodes: nodes, rest: node.content) }

    struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [YAMLNode]
        fileprivate var rest: Range<Int>

        mutating func next() -> YAMLNode? {
            guard let position = rest.first else { return nil }
            rest = nodes[position].content.upperBound..<rest.upperBound
            return nodes[position]
        }
    }

    /// Where the value under a key of a group with such content stands, and how many stand before it.
    func place(of key: String, in content: Range<Int>, _ marks: KeyMarks) -> (position: Int, number: Int)? {
        key.withBytes { marks.mayHold($0) ? place(of: $0, in: content) : nil }
    }

    /// Tells of most keys that are not in a group that they are not, by their length and first letter.
    struct KeyMarks: Sendable {
        fileprivate var bits: UInt64 = 0

        fileprivate func mayHold(_ name: UnsafeBufferPointer<UInt8>) -> Bool { bits & KeyMarks.bit(name.first, name.count) != 0 }

        fileprivate static func bit(_ first: UInt8?, _ count: Int) -> UInt64 { 1 &<< (UInt64(first ?? 0) &+ 5 &* UInt64(count)) }
    }

    func keyMarks(in content: Range<Int>) -> KeyMarks {
        var marks = KeyMarks()
        var position = content.lowerBound
        while position < content.upperBound {
            let key = nodes[position].key
            // A letter that is not ASCII may be another way of writing one that is.
            marks.bits |= key.isASCII && !key.words.isEmpty ? KeyMarks.bit(words[key.words.lowerBound], key.words.count) : .max
            position = nodes[position].content.upperBound
        }
        return marks
    }

    private func place(of name: UnsafeBufferPointer<UInt8>, in content: Range<Int>) -> (position: Int, number: Int)? {
        var (position, number) = (content.lowerBound, 0)
        while position < content.upperBound {
            if isKey(name, nodes[position].key) { return (position, number) }
            position = nodes[position].content.upperBound
            number += 1
        }
        return nil
    }

    @inline(__always)
    private func isKey(_ name: UnsafeBufferPointer<UInt8>, _ key: YAMLNode.Key) -> Bool {
        if key.words.count == name.count {
            var index = 0
            while index < name.count, name[index] == words[key.words.lowerBound + index] { index += 1 }
            if index == name.count { return true }
        }
        // Letters with marks can be written in two ways.
        return key.isASCII ? false : string(key.words) == String(decoding: name, as: UTF8.self)
    }
}

// Trees are made from their beginning to their end.
extension YAMLTree {
    /// Whether one of the last nodes, from a position on, has a key of such ASCII.
    func hasKey(_ name: Slice<UnsafeBufferPointer<UInt8>>, in start: Int) -> Bool {
        place(of: UnsafeBufferPointer(rebasing: name), in: start..<nodes.count) != nil
    }

    /// Adds a node, and gives its position. What is added before it is closed stands in it.
    mutating func add(_ kind: YAMLNode.Kind) -> Int {
        nodes.append(YAMLNode(kind: kind, content: nodes.count + 1..<nodes.count + 1))
        return nodes.count - 1
    }

    mutating func close(_ position: Int, at range: SourceRange) {
        nodes[position].range = range
        nodes[position].content = position + 1..<nodes.count
    }

    /// Adds a single value, whose words are there.
    mutating func add(_ kind: YAMLNode.Kind, words: Range<Int>, at range: SourceRange) {
        nodes.append(YAMLNode(kind: kind, range: range, words: words, content: nodes.count + 1..<nodes.count + 1))
    }

    /// Adds words, and tells where they stand.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        words.append(contentsOf: text)
        return words.count - text.count..<words.count
    }

    mutating func name(_ position: Int, _ key: YAMLNode.Key) { nodes[position].key = key }

    /// Takes a node away with all behind it.
    mutating func cut(from position: Int) { nodes.removeSubrange(position...) }
}

/// A YAML value with its place.
struct YAMLNode: Sendable {
    var kind: Kind
    var range = SourceRange.start
    /// Those of a single value, as offsets into the words of its tree.
    var words = 0..<0
    /// Under which it stands in a group.
    var key = Key()
    /// The positions of all that stands in it.
    var content: Range<Int>

    enum Kind: UInt8, Sendable {
        /// Nothing was written, or `null` or `~`.
        case null
        /// Written without quotes, `|` or `>`, so that `true` or `12` may mean more than text.
        case plain
        case quoted
        case sequence
        case mapping

        /// That of words without quotes.
        init(plain words: UnsafeBufferPointer<UInt8>) {
            let isNull = words.count <= 4 && ["", "~", "null", "Null", "NULL"].contains { $0.utf8.elementsEqual(words) }
            self = isNull ? .null : .plain
        }
    }

    struct Key: Sendable {
        var words = 0..<0
        var range = SourceRange.start
        var isASCII = true
    }

    var isSingle: Bool { kind != .sequence && kind != .mapping }

    /// What the value is, in the words of messages.
    var kindName: String {
        switch kind {
        case .null: "empty"
        case .plain, .quoted: "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}
