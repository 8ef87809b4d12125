import SiteModel

/// A part of an expression, as written.
struct Expression: Sendable {
    let kind: Kind
    let range: SourceRange
    /// How many expressions stand inside each other here; limited, because the tree is walked by recursion.
    let depth: Int

    indirect enum Kind: Sendable {
        /// Could not be read; the message has been given.
        case invalid
        case none
        case bool(Bool)
        case int(Int)
        case string(String)
        case name(String)
        case list([Expression])
        case attribute(Expression, Name)
        case item(Expression, Expression)
        case call(Expression, [Argument])
        case filter(Expression, Name, [Argument])
        case test(Expression, Name, [Argument], negated: Bool)
        case negative(Expression)
        case not(Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case binary(BinaryOperator, Expression, Expression)
        case concatenation([Expression])
        case conditional(Expression, condition: Expression, otherwise: Expression?)
    }
}

/// A word with its place.
struct Name: Sendable {
    var text: String
    var range: SourceRange
}

/// An argument of a call; named when written `name=value`.
struct Argument: Sendable {
    var name: Name?
    var value: Expression
}

enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case floorDivide = "//"
    case modulo = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
    case notContained = "not in"
}
