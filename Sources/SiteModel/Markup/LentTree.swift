/// A tree where it stands in memory, lent to whoever reads all of it: going from node to node in a `MarkupTree` counts a reference at
/// each step, which costs more than the step.
@usableFromInline
package struct LentTree {
    @usableFromInline let nodes: UnsafeBufferPointer<MarkupNode>
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>

    @usableFromInline
    init(nodes: UnsafeBufferPointer<MarkupNode>, bytes: UnsafeBufferPointer<UInt8>) {
        self.nodes = nodes
        self.bytes = bytes
    }

    /// One without nodes.
    package init() {
        self.init(nodes: UnsafeBufferPointer(start: nil, count: 0), bytes: UnsafeBufferPointer(start: nil, count: 0))
    }

    /// The positions of all nodes.
    @inlinable package var all: Range<Int> { 0..<nodes.count }

    @inlinable
    @inline(__always)
    package subscript(position: Int) -> MarkupNode {
        precondition(position >= 0 && position < nodes.count)
        return nodes[position]
    }

    /// The positions of all that stands in a node.
    @inlinable
    @inline(__always)
    package func content(of position: Int) -> Range<Int> { position + 1..<position + Int(self[position].span) }

    @inlinable
    @inline(__always)
    package func words(of node: MarkupNode) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
    }

    /// Running text without its markup: images give their description, breaks a space, raw HTML and footnote references nothing.
    package func plainText(of positions: Range<Int>, images: [Image]) -> String {
        // Most are one text.
        if positions.count == 1, case .text = self[positions.lowerBound].kind { return string(of: self[positions.lowerBound]) }
        var text = ""
        for position in positions {
            let node = self[position]
            switch node.kind {
            case .text, .code: text += string(of: node)
            case .softBreak, .lineBreak: text += " "
            case .image(let index): text += images[index].alternative
            default: break
            }
        }
        return text
    }

    private func string(of node: MarkupNode) -> String { String(decoding: words(of: node), as: UTF8.self) }
}

extension MarkupTree {
    /// Lends the tree until `body` returns.
    @inlinable
    package func lend<Result>(_ body: (LentTree) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            bytes.withUnsafeBufferPointer { body(LentTree(nodes: nodes, bytes: $0)) }
        }
    }
}
