/// The tests of the language (`x is defined`): a closed list.
package enum Test: String, CaseIterable, Sendable {
    case defined, undefined
    case none, boolean, integer, number, string, mapping, sequence, iterable
    case `true`, `false`
    case even, odd, divisibleby
    case eq, ne, lt, le, gt, ge
    case contained = "in"
}

/// What the checker and the documentation know about a test.
package struct TestDeclaration: Sendable {
    package var test: Test
    package var aliases: [String] = []
    package var accepts: ValueKinds = .any
    package var parameters: [FilterParameter] = []
    package var summary: String

    package var name: String { test.rawValue }
}

extension Test {
    /// Every test, in the order of the documentation.
    package static let declarations: [TestDeclaration] = allCases.map(\.declaration)

    static let byName: [String: TestDeclaration] = {
        var table: [String: TestDeclaration] = [:]
        for declaration in declarations {
            for name in [declaration.name] + declaration.aliases { table[name] = declaration }
        }
        return table
    }()

    package var declaration: TestDeclaration {
        switch self {
        case .defined, .undefined, .none, .boolean, .integer, .number, .string, .mapping, .sequence, .iterable, .true, .false:
            TestDeclaration(test: self, summary: kindSummary)
        case .even: TestDeclaration(test: self, accepts: .int, summary: "Whether the number is even.")
        case .odd: TestDeclaration(test: self, accepts: .int, summary: "Whether the number is odd.")
        case .divisibleby:
            TestDeclaration(
                test: self, accepts: .int, parameters: [FilterParameter("num", .int)],
                summary: "Whether the number is divisible by another.")
        default: comparisonDeclaration
        }
    }

    private var kindSummary: String {
        switch self {
        case .defined: "Whether free data has the key, or a list the item."
        case .undefined: "The contrary of `defined`."
        case .none: "Whether the value is none."
        case .boolean: "Whether it is true or false."
        case .integer, .number: "Whether it is a number."
        case .string: "Whether it is text or HTML."
        case .mapping: "Whether it is free data with keys."
        case .sequence, .iterable: "Whether it is a list, text, or free data with keys."
        case .true: "Whether it is the value `true`."
        default: "Whether it is the value `false`."
        }
    }

    private var comparisonDeclaration: TestDeclaration {
        let other = [FilterParameter("other", .any)]
        return switch self {
        case .eq: TestDeclaration(test: self, aliases: ["equalto"], parameters: other, summary: "Whether it equals a value.")
        case .ne: TestDeclaration(test: self, parameters: other, summary: "Whether it differs from a value.")
        case .lt:
            TestDeclaration(test: self, aliases: ["lessthan"], parameters: other, summary: "Whether it is less than a value.")
        case .le: TestDeclaration(test: self, parameters: other, summary: "Whether it is a value or less.")
        case .gt:
            TestDeclaration(test: self, aliases: ["greaterthan"], parameters: other, summary: "Whether it is more than a value.")
        case .ge: TestDeclaration(test: self, parameters: other, summary: "Whether it is a value or more.")
        default:
            TestDeclaration(test: self, parameters: other, summary: "Whether it is in a list, a text, or the keys of free data.")
        }
    }
}
