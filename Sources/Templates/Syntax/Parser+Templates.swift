import SiteModel

// Tags that put templates together: blocks, inclusion, macros.
extension Parser {
    mutating func extends(_ range: SourceRange) {
        let isFirst = tokens[..<(position - 2)].allSatisfy(isBlank)
        guard let name = templateName() else { return skipTag() }
        endTag()
        if parent != nil {
            report(Fault("a template extends one other only", range))
        } else if !isFirst {
            hasLateParent = true
            report(Fault("'extends' comes first in a template", range, help: "move it to the top"))
        }
        parent = parent ?? name
    }

    private func isBlank(_ token: Token) -> Bool {
        token.kind == .text && trimmedStart(token.range.lower..<token.range.upper, in: source.text).isEmpty
    }

    /// A quoted template name; anything else is a fault, because names are checked before rendering.
    private mutating func templateName() -> Name? {
        guard case .string(let text) = current.kind else {
            report(Fault("the name of a template stands here in quotes, not \(shown(current))", current.range))
            return nil
        }
        defer { advance() }
        return Name(text: text, range: current.range)
    }

    mutating func block(_ range: SourceRange, _ nameRange: SourceRange) -> Statement? {
        if open.contains(where: { $0.name.hasPrefix("macro ") }) {
            report(Fault("a block cannot stand in a macro", nameRange))
        }
        guard let name = headerName("the name of the block") else { return nil }
        var isScoped = false
        while case .name(let word) = current.kind, word == "scoped" || word == "required" {
            if word == "required" { report(Fault("'required' is not supported", current.range)) }
            isScoped = isScoped || word == "scoped"
            advance()
        }
        endTag()
        let content = body(of: "block \(name.text)", nameRange, until: ["endblock"])
        close("block \(name.text)", nameRange, with: "endblock")
        let block = Statement.Block(name: name, isScoped: isScoped, body: content)
        if blocks.updateValue(block, forKey: name.text) != nil {
            report(Fault("the block '\(name.text)' stands twice in this template", name.range))
        }
        return Statement(kind: .block(block), range: range)
    }

    mutating func include(_ range: SourceRange) -> Statement? {
        guard let name = templateName() else {
            skipTag()
            return nil
        }
        if take(word: "with") {
            if !take(word: "context") { report(unexpected("'context'")) }
        } else if current.kind == .name("without") || current.kind == .name("ignore") {
            report(Fault("'\(text(current.range))' is not supported in 'include'", current.range))
            skipToTagEnd()
        }
        endTag()
        return Statement(kind: .include(name), range: range)
    }

    mutating func wholeImport(_ range: SourceRange) -> Statement? {
        guard let template = templateName() else {
            skipTag()
            return nil
        }
        guard take(word: "as") else {
            report(unexpected("'as' and a name"))
            skipTag()
            return nil
        }
        guard let alias = headerName("the name of the import") else { return nil }
        let withVariables = importsVariables()
        endTag()
        let parts = Statement.Import(template: template, alias: alias, names: [], withVariables: withVariables)
        return Statement(kind: .importModule(parts), range: range)
    }

    mutating func namedImport(_ range: SourceRange) -> Statement? {
        guard let template = templateName() else {
            skipTag()
            return nil
        }
        do throws(Fault) {
            guard take(word: "import") else { throw unexpected("'import'") }
            var names = [try importedName()]
            while take(.comma) { names.append(try importedName()) }
            let withVariables = importsVariables()
            endTag()
            let parts = Statement.Import(template: template, alias: nil, names: names, withVariables: withVariables)
            return Statement(kind: .importModule(parts), range: range)
        } catch {
            report(error)
            skipTag()
            return nil
        }
    }

    private mutating func importedName() throws(Fault) -> (macro: Name, alias: Name) {
        let name = try expectName("the name of a macro")
        return (name, take(word: "as") ? try expectName("a name") : name)
    }

    /// `with context`: the macros see the page's variables. `without context` is what happens anyway.
    private mutating func importsVariables() -> Bool {
        guard current.kind == .name("with") || current.kind == .name("without"), next.kind == .name("context") else {
            return false
        }
        let isWith = current.kind == .name("with")
        advance()
        advance()
        return isWith
    }

    mutating func macro(_ range: SourceRange, _ nameRange: SourceRange) -> Statement? {
        let isNested = !open.isEmpty
        guard let name = headerName("the name of the macro") else { return nil }
        var parameters: [Statement.Parameter] = []
        do throws(Fault) {
            parameters = try self.parameters()
        } catch {
            report(error)
            skipToTagEnd()
        }
        endTag()
        let content = body(of: "macro \(name.text)", nameRange, until: ["endmacro"])
        close("macro \(name.text)", nameRange, with: "endmacro")
        let macro = Statement.Macro(name: name, parameters: parameters, body: content)
        if isNested {
            report(Fault("a macro stands at the top of a template, not inside another tag", nameRange))
        } else if macros.updateValue(macro, forKey: name.text) != nil {
            report(Fault("the macro '\(name.text)' stands twice in this template", name.range))
        }
        return Statement(kind: .macro(macro), range: range)
    }

    private mutating func parameters() throws(Fault) -> [Statement.Parameter] {
        var parameters: [Statement.Parameter] = []
        try expect(.leftParenthesis)
        while !take(.rightParenthesis) {
            if !parameters.isEmpty { try expect(.comma) }
            let name = try expectName("the name of a parameter")
            if parameters.contains(where: { $0.name.text == name.text }) {
                throw Fault("the parameter '\(name.text)' stands twice", name.range)
            }
            let defaultValue = take(.assign) ? try expression() : nil
            if defaultValue == nil, parameters.last?.defaultValue != nil {
                throw Fault("'\(name.text)' needs a default value, as the parameter before it has one", name.range)
            }
            parameters.append(Statement.Parameter(name: name, defaultValue: defaultValue))
        }
        return parameters
    }
}
