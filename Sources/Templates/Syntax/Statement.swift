import SiteModel

/// A part of a template, as written.
struct Statement: Sendable {
    let kind: Kind
    /// The text or the tag that opens it.
    let range: SourceRange

    indirect enum Kind: Sendable {
        case text
        case print(Expression)
        case condition([Branch])
        case loop(Loop)
        case set(Name, Expression)
        case capture(Name, [Statement])
        case block(Block)
        case include(Name)
        case importModule(Import)
        case macro(Macro)
    }

    struct Branch: Sendable {
        /// Nil for `else`.
        var condition: Expression?
        var body: [Statement]
    }

    struct Loop: Sendable {
        var targets: [Name]
        var list: Expression
        var filter: Expression?
        var body: [Statement]
        var otherwise: [Statement]
    }

    struct Block: Sendable {
        var name: Name
        /// Whether it sees the variables of the loops around it.
        var isScoped: Bool
        var body: [Statement]
    }

    struct Import: Sendable {
        var template: Name
        /// `import 'x' as m`: the name of the whole.
        var alias: Name?
        /// `from 'x' import a as b`: what is taken, and what it is called here.
        var names: [(macro: Name, alias: Name)]
        var withVariables: Bool
    }

    struct Macro: Sendable {
        var name: Name
        var parameters: [Parameter]
        var body: [Statement]
    }

    struct Parameter: Sendable {
        var name: Name
        var defaultValue: Expression?
    }
}

/// One template, read.
struct ParsedTemplate: Sendable {
    var source: TemplateSource
    /// What `extends` names.
    var parent: Name?
    var body: [Statement]
    /// Every block in it, however deep.
    var blocks: [String: Statement.Block]
    var macros: [String: Statement.Macro]
}
