import SiteModel

/// Reads the tokens of one template into statements.
///
/// Goes on after a fault: at the end of the tag it was in, so that one run shows all faults of a template.
struct Parser {
    /// How deep tags and expressions may stand inside each other; they are walked by recursion.
    static let depthLimit = 100

    let source: TemplateSource
    let tokens: [Token]
    private let unclosed: [Range<Int>]
    var position = 0
    var diagnostics: LimitedDiagnostics
    /// The tags that are open, from the outside in.
    var open: [OpenTag] = []
    /// How deep the expression that is being read stands.
    var depth = 0
    /// Whether the rest of the template was left unread, or a tag has no end: then tags that are not closed go without saying.
    var hasGivenUp = false
    /// Whether `extends` does not come first.
    var hasLateParent = false
    var blocks: [String: Statement.Block] = [:]
    var macros: [String: Statement.Macro] = [:]
    var parent: Name?

    struct OpenTag {
        var name: String
        var range: SourceRange
        /// The tags that go on with it or end it.
        var continuations: [String]
    }

    /// A fault that ends the reading of one tag.
    struct Fault: Error {
        var message: String
        var range: SourceRange
        var help: String?

        init(_ message: String, _ range: SourceRange, help: String? = nil) {
            self.message = message
            self.range = range
            self.help = help
        }
    }

    init(_ source: TemplateSource) {
        var lexer = Lexer(source)
        lexer.run()
        self.source = source
        tokens = lexer.tokens
        unclosed = lexer.unclosed
        diagnostics = lexer.diagnostics
    }

    var current: Token { tokens[position] }

    /// The token after the current one.
    var next: Token { tokens[min(position + 1, tokens.count - 1)] }

    mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    /// Takes the current token when it is that symbol.
    mutating func take(_ symbol: Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    /// Takes the current token when it is that word.
    mutating func take(word: String) -> Bool {
        guard current.kind == .name(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Symbol) throws(Fault) {
        guard take(symbol) else { throw unexpected("'\(symbol.rawValue)'") }
    }

    mutating func expectName(_ what: String) throws(Fault) -> Name {
        guard case .name(let text) = current.kind else { throw unexpected(what) }
        if Self.reserved.contains(text) {
            throw Fault("'\(text)' is a word of the language and cannot be a name", current.range)
        }
        defer { advance() }
        return Name(text: text, range: current.range)
    }

    /// Words that expressions are made of.
    static let reserved: Set<String> = [
        "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None",
    ]

    func unexpected(_ wanted: String) -> Fault { Fault("\(wanted) is missing before \(shown(current))", current.range) }

    func shown(_ token: Token) -> String {
        switch token.kind {
        case .tagEnd: "the end of the tag"
        case .printEnd: "the end of the expression"
        case .end: "the end of the template"
        default: "'\(text(token.range))'"
        }
    }

    func text(_ range: SourceRange) -> String { String(decoding: source.text[range.lower..<range.upper], as: UTF8.self) }

    private func isInUnclosedTag(_ range: SourceRange) -> Bool { unclosed.contains { $0.contains(range.lower) } }

    /// Reports a fault, unless the lexer spoke about this place; after too many the rest is left unread.
    mutating func report(_ fault: Fault) {
        guard current.kind != .invalid, !isInUnclosedTag(fault.range) else { return }
        let location = SourceLocation(source.path, fault.range)
        diagnostics.add(Diagnostic(.templateSyntax, fault.message, at: location, help: fault.help))
        if diagnostics.isFull { leaveRest() }
    }

    /// Goes to the end of the template.
    mutating func leaveRest() {
        position = tokens.count - 1
        hasGivenUp = true
    }
}
