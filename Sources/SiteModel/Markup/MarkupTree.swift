/// The tree of a text, or of a part of it such as a heading: the nodes in the order of the text, each before what stands in it, and
/// one buffer with the words of all.
///
/// A text has hundreds of nodes and is read once or twice before it goes, so nodes own no memory: a tree is two lists, whatever it
/// holds. Who reads it goes from position to position, into a node (`content`) or past it (`end`).
@usableFromInline
package struct MarkupTree: Sendable, Equatable {
    @usableFromInline private(set) var nodes: [MarkupNode] = []
    @usableFromInline private(set) var bytes: [UInt8] = []

    package init() {}

    /// Running text without markup.
    package init(text: String) { add(.text, words: text) }

    @inlinable package var isEmpty: Bool { nodes.isEmpty }

    /// Of its words, in bytes.
    package var size: Int { bytes.count }

    /// The positions of all nodes.
    @inlinable package var all: Range<Int> { 0..<nodes.count }

    @inlinable
    @inline(__always)
    package subscript(position: Int) -> MarkupNode { nodes[position] }

    /// The position behind a node and all that stands in it.
    @inlinable
    @inline(__always)
    package func end(of position: Int) -> Int { position + Int(nodes[position].span) }

    /// The positions of all that stands in a node.
    @inlinable
    @inline(__always)
    package func content(of position: Int) -> Range<Int> { position + 1..<end(of: position) }

    /// Those of the positions that stand in none of the others.
    @inlinable package func level(_ positions: Range<Int>) -> Level { Level(nodes: nodes, rest: positions) }

    @usableFromInline
    package struct Level: Sequence, IteratorProtocol {
        @usableFromInline let nodes: [MarkupNode]
        @usableFromInline var rest: Range<Int>

        @inlinable
        init(nodes: [MarkupNode], rest: Range<Int>) {
            self.nodes = nodes
            self.rest = rest
        }

        @inlinable
        package mutating func next() -> Int? {
            guard let position = rest.first else { return nil }
            rest = rest.dropFirst(Int(nodes[position].span))
            return position
        }
    }

    @inlinable
    @inline(__always)
    package func withWords<Result>(of node: MarkupNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(node.start)..<Int(node.end)])) }
    }

    package func words(of node: MarkupNode) -> String { withWords(of: node) { String(decoding: $0, as: UTF8.self) } }

    /// Calls `body` with all words from a node on, and what stands between them.
    @inlinable
    package func withBytes<Result>(from position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = position < nodes.count ? Int(nodes[position].start) : bytes.count
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
    }
}

extension MarkupNode {
    /// Where its words stand among the bytes of its tree.
    @inlinable package var words: Range<Int> { Int(start)..<Int(end) }
}

// Trees are made from their beginning to their end.
extension MarkupTree {
    package init(capacity bytes: Int) {
        self.bytes.reserveCapacity(bytes)
        // A node for so many bytes is what articles have.
        nodes.reserveCapacity(bytes / 24 + 8)
    }

    /// Adds a node in which nothing stands.
    @inlinable
    package mutating func add(_ kind: MarkupNode.Kind) {
        nodes.append(MarkupNode(kind, from: bytes.count, to: bytes.count))
    }

    package mutating func add(_ kind: MarkupNode.Kind, words: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: words)
        nodes.append(MarkupNode(kind, from: start, to: bytes.count))
    }

    package mutating func add(_ kind: MarkupNode.Kind, words: String) {
        words.withBytes { add(kind, words: $0) }
    }

    /// Adds words to the last node.
    package mutating func extendLast(by words: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: words)
        nodes[nodes.count - 1].end = UInt32(truncatingIfNeeded: bytes.count)
    }

    /// Adds a node that holds all that is added until it is closed.
    @inlinable
    package mutating func open(_ kind: MarkupNode.Kind) -> Int {
        add(kind)
        return nodes.count - 1
    }

    @inlinable
    package mutating func close(_ position: Int) { nodes[position].span = UInt32(truncatingIfNeeded: nodes.count - position) }

    @inlinable
    package mutating func change(_ position: Int, to kind: MarkupNode.Kind) { nodes[position].kind = kind }

    /// Takes the nodes from a position on away.
    package mutating func cut(from position: Int) {
        guard position < nodes.count else { return }
        bytes.removeSubrange(Int(nodes[position].start)...)
        nodes.removeSubrange(position...)
    }

    /// Takes nodes away that stand in the node at `outer`, which is closed and the last one.
    package mutating func remove(_ positions: Range<Int>, in outer: Int) {
        for position in outer..<positions.lowerBound where end(of: position) > positions.lowerBound {
            nodes[position].span -= UInt32(positions.count)
        }
        nodes.removeSubrange(positions)
    }

    /// A tree of its own of some of the nodes, with all that stands in them.
    func part(_ positions: Range<Int>) -> MarkupTree {
        var part = MarkupTree()
        guard let first = positions.first else { return part }
        let start = nodes[first].start
        let end = positions.upperBound < nodes.count ? Int(nodes[positions.upperBound].start) : bytes.count
        part.bytes = Array(bytes[Int(start)..<end])
        part.nodes = Array(nodes[positions])
        for position in part.nodes.indices {
            part.nodes[position].start -= start
            part.nodes[position].end -= start
        }
        return part
    }
}
