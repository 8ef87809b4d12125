/// A large value that copies share until one of them changes, so that handing it on counts one reference and not dozens, each in
/// memory of its own. The list holds one value: lists are what Swift shares in this way by itself. What stands in it is read as if it
/// were the value, and where it stands (`span`), since taking a value out of a list copies it.
@usableFromInline
@dynamicMemberLookup
package struct Shared<Value: Sendable>: Sendable {
    @usableFromInline var list: [Value]

    @inlinable
    package init(_ value: Value) { list = [value] }

    @inlinable package var value: Value {
        @inline(__always) _read { yield list.span[0] }
        @inline(__always) _modify { yield &list[0] }
    }

    @inlinable package subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member { list[0][keyPath: member] }
}

extension Shared: Equatable where Value: Equatable {}
