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

enum Symbol: String, Sendable {
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

// The symbols that bytes are; nil for bytes that are none.
extension Symbol {
    init?(_ first: UInt8, _ second: UInt8) {
        switch (first, second) {
        case (UInt8(ascii: "*"), UInt8(ascii: "*")): self = .doubleStar
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): self = .doubleSlash
        case (UInt8(ascii: "="), UInt8(ascii: "=")): self = .equal
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
        default: return nil
        }
    }

    init?(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): self = .less
        case UInt8(ascii: ">"): self = .greater
        case UInt8(ascii: "="): self = .assign
        case UInt8(ascii: "."): self = .dot
        case UInt8(ascii: ","): self = .comma
        case UInt8(ascii: ":"): self = .colon
        case UInt8(ascii: "|"): self = .pipe
        case UInt8(ascii: "+"): self = .plus
        case UInt8(ascii: "-"): self = .minus
        case UInt8(ascii: "*"): self = .star
        case UInt8(ascii: "/"): self = .slash
        case UInt8(ascii: "%"): self = .percent
        case UInt8(ascii: "~"): self = .tilde
        case UInt8(ascii: "("): self = .leftParenthesis
        case UInt8(ascii: ")"): self = .rightParenthesis
        case UInt8(ascii: "["): self = .leftBracket
        case UInt8(ascii: "]"): self = .rightBracket
        default: return nil
        }
    }
}
