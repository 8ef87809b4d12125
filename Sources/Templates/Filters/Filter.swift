/// The filters of the language: a closed list. Each is described in `Filter.declarations`.
package enum Filter: String, CaseIterable, Sendable {
    case abs, batch, capitalize, escape, first, int, items, join, last, length, list, lower, map, rejectattr, replace, reverse
    case safe, selectattr, sort, string, striptags, sum, title, tojson, trim, truncate, unique, upper, urlencode, wordcount
    case defaultValue = "default"
}

/// What the checker and the documentation know about a filter.
package struct FilterDeclaration: Sendable {
    package var filter: Filter
    /// Other names it goes by.
    package var aliases: [String] = []
    package var accepts: ValueKinds
    package var parameters: [FilterParameter] = []
    package var result: ResultType
    /// One sentence for theme authors.
    package var summary: String

    package var name: String { filter.rawValue }

    /// How the type of the result follows from the type of the value.
    package enum ResultType: Sendable {
        case type(ValueType)
        /// HTML of HTML, else text.
        case text
        case same
        /// The items of the list.
        case item
        case listOfSame
        /// Worked out by the checker: `default`, `map`, `selectattr`, `rejectattr`.
        case special
    }
}

/// An argument of a filter or a test, by Jinja's name and place.
package struct FilterParameter: Sendable {
    package var name: String
    package var accepts: ValueKinds
    /// What it is when left out; nil: it must be given.
    package var defaultValue: Value?

    init(_ name: String, _ accepts: ValueKinds, _ defaultValue: Value? = nil) {
        self.name = name
        self.accepts = accepts
        self.defaultValue = defaultValue
    }
}

/// Kinds of values that a filter takes; free data is let through and looked at while rendering.
package struct ValueKinds: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let bool = ValueKinds(rawValue: 1)
    package static let int = ValueKinds(rawValue: 2)
    package static let string = ValueKinds(rawValue: 4)
    package static let html = ValueKinds(rawValue: 8)
    package static let list = ValueKinds(rawValue: 16)
    package static let record = ValueKinds(rawValue: 32)
    package static let object = ValueKinds(rawValue: 64)
    package static let none = ValueKinds(rawValue: 128)

    package static let text: ValueKinds = [.string, .html]
    package static let scalar: ValueKinds = [.string, .html, .int, .bool]
    package static let any = ValueKinds(rawValue: 255)

    /// Whether a value of the type may be of one of these kinds.
    func admit(_ type: ValueType) -> Bool {
        switch type {
        case .bool: contains(.bool)
        case .int: contains(.int)
        case .string: contains(.string)
        case .html: contains(.html)
        case .list: contains(.list)
        case .record: contains(.record)
        case .optional(let type): contains(.none) && admit(type)
        case .dynamic, .nothing: true
        }
    }

    func admit(_ value: Value) -> Bool {
        switch value {
        case .none: contains(.none)
        case .bool: contains(.bool)
        case .int: contains(.int)
        case .string: contains(.string)
        case .html: contains(.html)
        case .list: contains(.list)
        case .record: contains(.record)
        case .object: contains(.object)
        }
    }

    /// What messages and the documentation call it.
    package var label: String {
        if self == .any { return "anything" }
        var names: [String] = []
        if !isDisjoint(with: .text) { names.append(isSuperset(of: .text) || contains(.string) ? "text" : "HTML") }
        if contains(.int) { names.append("a number") }
        if contains(.bool) { names.append("true or false") }
        if contains(.list) { names.append("a list") }
        if contains(.object) { names.append("free data") }
        if contains(.record) { names.append("a record") }
        return names.joined(separator: " or ")
    }
}
