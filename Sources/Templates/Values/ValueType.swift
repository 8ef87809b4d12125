/// What a template may do with a value, known before anything is rendered.
package indirect enum ValueType: Hashable, Sendable {
    case bool, int, string, html
    case list(ValueType)
    /// A record of the schema, by its name, so that a record may hold records of its own kind.
    case record(String)
    /// The value, or none. A template must ask before it uses one.
    case optional(ValueType)
    /// Free data that is not checked before rendering.
    case dynamic
    /// The type of no value: of what `none` lacks and of the items of `[]`.
    case nothing
}

extension ValueType {
    /// What messages call it.
    package var label: String {
        switch self {
        case .bool: "true or false"
        case .int: "a number"
        case .string: "text"
        case .html: "HTML"
        case .list: "a list"
        case .record(let name): "a record (\(name))"
        case .optional(.nothing), .nothing: "none"
        case .optional(let type): "\(type.label) or none"
        case .dynamic: "free data"
        }
    }

    var isOptional: Bool { if case .optional = self { true } else { false } }

    /// The type when it is known not to be none.
    var present: ValueType { if case .optional(let type) = self { type } else { self } }

    /// Whether a record is in it: those cannot be told apart while rendering, so they never become free data.
    var holdsRecord: Bool {
        switch self {
        case .record: true
        case .list(let type), .optional(let type): type.holdsRecord
        default: false
        }
    }

    /// The type of a value that is of either type; nil when a record would lose its fields.
    func merged(with other: ValueType) -> ValueType? {
        if self == other { return self }
        switch (self, other) {
        case (.nothing, let type), (let type, .nothing): return type
        case (.optional(let left), let right), (let right, .optional(let left)):
            return left.merged(with: right.present).map { $0 == .dynamic ? .dynamic : .optional($0) }
        case (.string, .html), (.html, .string): return .string
        case (.list(let left), .list(let right)): return left.merged(with: right).map { .list($0) }
        default: return holdsRecord || other.holdsRecord ? nil : .dynamic
        }
    }
}
