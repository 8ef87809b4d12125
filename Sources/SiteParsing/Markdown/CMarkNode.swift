import CCMarkGFM

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

/// Looks at the bytes of a node's literal text.
func withLiteral<Result>(of node: OpaquePointer, _ look: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(of: cmark_node_get_literal(node), look)
}

/// Looks at the bytes of a text of the library; none where there is no text.
func withBytes<Result>(of text: UnsafePointer<CChar>?, _ look: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text else { return look(UnsafeBufferPointer(start: nil, count: 0)) }
    let length = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) { look(UnsafeBufferPointer(start: $0, count: length)) }
}
