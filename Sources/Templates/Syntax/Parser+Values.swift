import SiteModel

// Literals, names, look-ups, calls, filters and tests.
extension Parser {
    mutating func primary() throws(Fault) -> Expression {
        let token = current
        switch token.kind {
        case .name(let word): return try named(word)
        case .int(let int):
            advance()
            return Expression(kind: .int(int), range: token.range, depth: 1)
        case .string: return strings()
        case .symbol(.leftParenthesis):
            advance()
            return try parenthesized(from: token.range)
        case .symbol(.leftBracket):
            advance()
            let items = try items(until: .rightBracket, after: [])
            return try make(.list(items), SourceRange(token.range.lower, tokens[position - 1].range.upper), items)
        default: throw unexpected("a value")
        }
    }

    private mutating func named(_ word: String) throws(Fault) -> Expression {
        let kind: Expression.Kind
        switch word {
        case "true", "True": kind = .bool(true)
        case "false", "False": kind = .bool(false)
        case "none", "None": kind = .none
        case _ where Self.reserved.contains(word): throw unexpected("a value")
        default: kind = .name(word)
        }
        defer { advance() }
        return Expression(kind: kind, range: current.range, depth: 1)
    }

    /// A string; several in a row are one, as in Python.
    private mutating func strings() -> Expression {
        let start = current.range
        var whole = ""
        while case .string(let text) = current.kind {
            whole += text
            advance()
        }
        let range = SourceRange(start.lower, tokens[position - 1].range.upper)
        return Expression(kind: .string(whole), range: range, depth: 1)
    }

    /// What stands in parentheses; with a comma in it, a list.
    private mutating func parenthesized(from start: SourceRange) throws(Fault) -> Expression {
        if take(.rightParenthesis) {
            return Expression(kind: .list([]), range: SourceRange(start.lower, tokens[position - 1].range.upper), depth: 1)
        }
        let first = try expression()
        guard take(.comma) else {
            try expect(.rightParenthesis)
            return first
        }
        let items = try items(until: .rightParenthesis, after: [first])
        return try make(.list(items), SourceRange(start.lower, tokens[position - 1].range.upper), items)
    }

    private mutating func items(until end: Symbol, after first: [Expression]) throws(Fault) -> [Expression] {
        var items = first
        while !take(end) {
            items.append(try expression())
            if take(end) { break }
            try expect(.comma)
        }
        return items
    }

    /// `.name`, `[item]` and calls after a value.
    mutating func postfix(_ base: Expression) throws(Fault) -> Expression {
        var value = base
        while case .symbol(let symbol) = current.kind {
            switch symbol {
            case .dot:
                advance()
                value = try attribute(of: value)
            case .leftBracket:
                advance()
                value = try item(of: value)
            case .leftParenthesis: value = try call(value)
            default: return value
            }
        }
        return value
    }

    private mutating func attribute(of base: Expression) throws(Fault) -> Expression {
        if case .int(let index) = current.kind {
            let item = Expression(kind: .int(index), range: current.range, depth: 1)
            advance()
            return try make(.item(base, item), SourceRange(base.range.lower, item.range.upper), [base])
        }
        guard case .name(let text) = current.kind else { throw unexpected("the name of a field") }
        let name = Name(text: text, range: current.range)
        advance()
        return try make(.attribute(base, name), SourceRange(base.range.lower, name.range.upper), [base])
    }

    private mutating func item(of base: Expression) throws(Fault) -> Expression {
        if current.kind == .symbol(.colon) { throw Fault("slices are not supported", current.range) }
        let item = try expression()
        if current.kind == .symbol(.colon) { throw Fault("slices are not supported", current.range) }
        try expect(.rightBracket)
        let range = SourceRange(base.range.lower, tokens[position - 1].range.upper)
        if case .string(let text) = item.kind {
            return try make(.attribute(base, Name(text: text, range: item.range)), range, [base])
        }
        return try make(.item(base, item), range, [base, item])
    }

    private mutating func call(_ base: Expression) throws(Fault) -> Expression {
        let arguments = try arguments()
        let range = SourceRange(base.range.lower, tokens[position - 1].range.upper)
        return try make(.call(base, arguments), range, [base] + arguments.map(\.value))
    }

    mutating func arguments() throws(Fault) -> [Argument] {
        var arguments: [Argument] = []
        try expect(.leftParenthesis)
        while !take(.rightParenthesis) {
            if !arguments.isEmpty {
                try expect(.comma)
                if take(.rightParenthesis) { break }
            }
            arguments.append(try argument())
            if arguments.last?.name == nil, arguments.dropLast().contains(where: { $0.name != nil }) {
                throw Fault("arguments without a name come before those with one", arguments[arguments.count - 1].value.range)
            }
        }
        return arguments
    }

    private mutating func argument() throws(Fault) -> Argument {
        if current.kind == .symbol(.star) || current.kind == .symbol(.doubleStar) {
            throw Fault("arguments from a list or an object are not supported", current.range)
        }
        guard case .name(let text) = current.kind, next.kind == .symbol(.assign) else {
            return Argument(name: nil, value: try expression())
        }
        let name = Name(text: text, range: current.range)
        advance()
        advance()
        return Argument(name: name, value: try expression())
    }

    /// Filters, tests, and calls after them.
    mutating func filters(_ base: Expression) throws(Fault) -> Expression {
        var value = base
        while true {
            if take(.pipe) {
                let name = try expectName("the name of a filter")
                let arguments = current.kind == .symbol(.leftParenthesis) ? try arguments() : []
                let range = SourceRange(value.range.lower, tokens[position - 1].range.upper)
                value = try make(.filter(value, name, arguments), range, [value] + arguments.map(\.value))
            } else if take(word: "is") {
                value = try test(value)
            } else {
                return value
            }
        }
    }

    private mutating func test(_ base: Expression) throws(Fault) -> Expression {
        let negated = take(word: "not")
        guard case .name(let word) = current.kind else { throw unexpected("the name of a test") }
        let name = Name(text: word, range: current.range)
        advance()
        let arguments = try testArguments()
        let range = SourceRange(base.range.lower, tokens[position - 1].range.upper)
        return try make(.test(base, name, arguments, negated: negated), range, [base] + arguments.map(\.value))
    }

    /// In parentheses, or one value right after the name: `is divisibleby 3`.
    private mutating func testArguments() throws(Fault) -> [Argument] {
        switch current.kind {
        case .symbol(.leftParenthesis): return try arguments()
        case .string, .int, .symbol(.leftBracket): break
        case .name(let word) where !["else", "or", "and", "is", "in", "not", "if", "recursive"].contains(word): break
        default: return []
        }
        try enter()
        defer { depth -= 1 }
        return [Argument(name: nil, value: try postfix(try primary()))]
    }
}
