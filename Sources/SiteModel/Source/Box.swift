/// A large value that many hold and nobody changes, so that handing it on copies nothing. What stands in it is read as if the
/// box were the value.
@usableFromInline
@dynamicMemberLookup
package final class Box<Value: Sendable>: Sendable {
    @usableFromInline package let value: Value

    @inlinable package init(_ value: Value) { self.value = value }

    @inlinable package subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member { value[keyPath: member] }
}
