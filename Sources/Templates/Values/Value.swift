/// What a template reads: plain data, handed in by whoever renders.
package enum Value: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case string(String)
    /// Markup that is safe as it stands, in UTF-8; printed without escaping.
    case html([UInt8])
    case list([Value])
    /// The fields of a record, in the order of its `RecordType`.
    case record([Value])
    /// Free data, such as `extra` of front matter, in the order of its source.
    case object([(key: String, value: Value)])
}

extension Value {
    /// Whether `{% if %}` takes it for true, as Python does: none, false, 0 and whatever is empty are not.
    var isTrue: Bool {
        switch self {
        case .none: false
        case .bool(let bool): bool
        case .int(let int): int != 0
        case .string(let string): !string.utf8.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let items): !items.isEmpty
        case .record: true
        case .object(let members): !members.isEmpty
        }
    }

    var isNone: Bool { if case .none = self { true } else { false } }

    /// What messages call it.
    var kind: String {
        switch self {
        case .none: "none"
        case .bool: "true or false"
        case .int: "a number"
        case .string: "text"
        case .html: "HTML"
        case .list: "a list"
        case .record: "a record"
        case .object: "an object"
        }
    }

    /// The value of a key of free data; nil when there is none.
    func member(_ key: String) -> Value? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}
