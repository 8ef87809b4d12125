import SiteModel

// Tags, one function each.
extension Parser {
    /// The tags that a statement may begin with.
    static let tagNames = ["if", "for", "set", "block", "extends", "include", "import", "from", "macro", "raw"]

    /// Tags of Jinja that the subset leaves out, with the tag that ends them.
    static let unsupportedTags: [String: String?] = [
        "call": "endcall", "filter": "endfilter", "with": "endwith", "autoescape": "endautoescape", "trans": "endtrans",
        "do": nil, "break": nil, "continue": nil, "debug": nil,
    ]

    /// Reads the tag whose name comes next; nil when it leaves no statement.
    mutating func tag(_ word: String) -> Statement? {
        let range = SourceRange(current.range.lower, next.range.upper)
        let nameRange = next.range
        advance()
        advance()
        switch word {
        case "if": return Statement(kind: condition(nameRange), range: range)
        case "for": return loop(range, nameRange)
        case "set": return set(range, nameRange)
        case "block": return block(range, nameRange)
        case "extends": extends(nameRange)
        case "include": return include(range)
        case "import": return wholeImport(range)
        case "from": return namedImport(range)
        case "macro": return macro(range, nameRange)
        default: unknownTag(word, nameRange)
        }
        return nil
    }

    private mutating func condition(_ range: SourceRange) -> Statement.Kind {
        var branches: [Statement.Branch] = []
        var condition: Expression? = headerExpression()
        endTag()
        while true {
            let ends = condition == nil ? ["endif"] : ["elif", "else", "endif"]
            branches.append(Statement.Branch(condition: condition, body: body(of: "if", range, until: ends)))
            guard condition != nil, current.kind == .tagBegin else { break }
            if next.kind == .name("elif") {
                advance()
                advance()
                condition = headerExpression()
            } else if next.kind == .name("else") {
                advance()
                advance()
                condition = nil
            } else {
                break
            }
            endTag()
        }
        close("if", range, with: "endif")
        return .condition(branches)
    }

    private mutating func loop(_ range: SourceRange, _ nameRange: SourceRange) -> Statement {
        let header = loopHeader()
        endTag()
        let main = body(of: "for", nameRange, until: ["else", "endfor"])
        var otherwise: [Statement] = []
        if current.kind == .tagBegin, next.kind == .name("else") {
            advance()
            advance()
            endTag()
            otherwise = body(of: "for", nameRange, until: ["endfor"])
        }
        close("for", nameRange, with: "endfor")
        let loop = Statement.Loop(
            targets: header.targets, list: header.list, filter: header.filter, body: main, otherwise: otherwise)
        return Statement(kind: .loop(loop), range: range)
    }

    private mutating func loopHeader() -> (targets: [Name], list: Expression, filter: Expression?) {
        var targets: [Name] = []
        do throws(Fault) {
            targets = try loopTargets()
            guard take(word: "in") else { throw unexpected("'in'") }
            let list = try operators(.or)
            let filter = take(word: "if") ? try expression() : nil
            if take(word: "recursive") { throw Fault("recursive loops are not supported", tokens[position - 1].range) }
            return (targets, list, filter)
        } catch {
            report(error)
            skipToTagEnd()
            return (targets, Expression(kind: .invalid, range: error.range, depth: 1), nil)
        }
    }

    private mutating func loopTargets() throws(Fault) -> [Name] {
        let isParenthesized = take(.leftParenthesis)
        var targets = [try expectName("the name of the loop's variable")]
        while take(.comma) { targets.append(try expectName("the name of the loop's variable")) }
        if isParenthesized { try expect(.rightParenthesis) }
        return targets
    }

    private mutating func set(_ range: SourceRange, _ nameRange: SourceRange) -> Statement? {
        guard let name = headerName("the name to set") else { return nil }
        if current.kind == .tagEnd {
            endTag()
            let content = body(of: "set", nameRange, until: ["endset"])
            close("set", nameRange, with: "endset")
            return Statement(kind: .capture(name, content), range: range)
        }
        guard take(.assign) else {
            reportBadSet()
            return nil
        }
        let value = headerExpression()
        endTag()
        return Statement(kind: .set(name, value), range: range)
    }

    private mutating func reportBadSet() {
        switch current.kind {
        case .symbol(.comma): report(Fault("'set' of several names at once is not supported", current.range))
        case .symbol(.dot): report(Fault("'set' of a field is not supported", current.range))
        case .symbol(.pipe): report(Fault("'set' with a filter is not supported", current.range))
        default: report(unexpected("'='"))
        }
        skipTag()
    }

    /// A name in a tag; after a fault the rest of the tag is skipped.
    mutating func headerName(_ what: String) -> Name? {
        do throws(Fault) {
            return try expectName(what)
        } catch {
            report(error)
            skipTag()
            return nil
        }
    }

    private mutating func unknownTag(_ word: String, _ range: SourceRange) {
        guard let ending = Self.unsupportedTags[word] else {
            let isEnd = word.hasPrefix("end") || word == "else" || word == "elif"
            let nearest = nearestName(to: word, among: Self.tagNames + open.flatMap(\.continuations))
            let message = isEnd ? "'\(word)' belongs to no open tag" : "there is no tag '\(word)'"
            report(Fault(message, range, help: nearest.map { "did you mean '\($0)'?" }))
            return skipTag()
        }
        report(Fault("the tag '\(word)' of Jinja is not supported", range))
        skipTag()
        guard let ending else { return }
        _ = body(of: word, range, until: [ending])
        close(word, range, with: ending)
    }
}
