import CCMarkGFM
import CMarkPin

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The children of a node, in order.
func children(of node: OpaquePointer) -> NodeSiblings { NodeSiblings(following: cmark_node_first_child(node)) }

struct NodeSiblings: Sequence, IteratorProtocol {
    fileprivate var following: OpaquePointer?

    mutating func next() -> OpaquePointer? {
        guard let node = following else { return nil }
        following = cmark_node_next(node)
        return node
    }
}

/// The literal text of a node; empty where it has none.
func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
}

/// The bytes of the literal text of a node that has one: running text or code.
func literalBytes(of node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    let literal = martlet_literal(node)
    return UnsafeBufferPointer(start: literal.start, count: literal.count)
}

/// Looks at the bytes of a text of the library; none where there is no text.
func withBytes<Result>(of text: UnsafePointer<CChar>?, _ look: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text else { return look(UnsafeBufferPointer(start: nil, count: 0)) }
    let length = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) { look(UnsafeBufferPointer(start: $0, count: length)) }
}
