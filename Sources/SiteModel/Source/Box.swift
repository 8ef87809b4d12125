/// A large value that many hold and nobody changes, so that handing it on copies nothing.
package final class Box<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}
