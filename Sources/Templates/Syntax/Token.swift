import SiteModel

/// A word of a template, and where it stands.
struct Token: Sendable {
    var kind: Kind
    var range: SourceRange

    enum Kind: Equatable, Sendable {
        /// Text to copy; the range is what is left after white space control.
        case text
        case printBegin, printEnd
        case tagBegin, tagEnd
        case name(String)
        case string(String)
        case int(Int)
        case symbol(Symbol)
        /// A character without meaning; the message has been given.
        case invalid
        case end
    }
}

enum Symbol: String, CaseIterable, Sendable {
    case doubleStar = "**"
    case doubleSlash = "//"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case assign = "="
    case dot = "."
    case comma = ","
    case colon = ":"
    case pipe = "|"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case tilde = "~"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
}
