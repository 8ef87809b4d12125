import SiteModel

// Expressions, from the loosest operator to the tightest, in Jinja's order.
extension Parser {
    /// The binary operators by how tightly they bind.
    enum Level: Int {
        case or, and, not, comparison, sum, concatenation, product, unary
    }

    /// An expression of any kind.
    mutating func expression() throws(Fault) -> Expression {
        try enter()
        defer { depth -= 1 }
        var value = try operators(.or)
        while take(word: "if") {
            let condition = try operators(.or)
            let otherwise = take(word: "else") ? try expression() : nil
            let range = SourceRange(value.range.lower, tokens[position - 1].range.upper)
            value = try make(
                .conditional(value, condition: condition, otherwise: otherwise), range,
                [value, condition] + (otherwise.map { [$0] } ?? []))
        }
        return value
    }

    /// Counts one level of recursion.
    func checkDepth(_ depth: Int, _ range: SourceRange) throws(Fault) {
        if depth > Self.depthLimit {
            throw Fault("expressions stand more than \(Self.depthLimit) deep inside each other", range)
        }
    }

    mutating func enter() throws(Fault) {
        try checkDepth(depth + 1, current.range)
        depth += 1
    }

    func make(_ kind: Expression.Kind, _ range: SourceRange, _ parts: [Expression]) throws(Fault) -> Expression {
        let depth = (parts.lazy.map(\.depth).max() ?? 0) + 1
        try checkDepth(depth, range)
        return Expression(kind: kind, range: range, depth: depth)
    }

    /// An expression whose operators bind at least as tightly as the level.
    mutating func operators(_ level: Level) throws(Fault) -> Expression {
        switch level {
        case .or: try logic(word: "or", tighter: .and) { .or($0, $1) }
        case .and: try logic(word: "and", tighter: .not) { .and($0, $1) }
        case .not: try negation()
        case .comparison: try comparison()
        case .sum: try arithmetic(tighter: .concatenation, BinaryOperator.init(ofSum:))
        case .concatenation: try concatenation()
        case .product: try arithmetic(tighter: .unary, BinaryOperator.init(ofProduct:))
        case .unary: try unary(withFilters: true)
        }
    }

    private mutating func logic(
        word: String, tighter: Level, _ kind: (Expression, Expression) -> Expression.Kind
    ) throws(Fault) -> Expression {
        var left = try operators(tighter)
        while take(word: word) {
            let right = try operators(tighter)
            left = try make(kind(left, right), SourceRange(left.range.lower, right.range.upper), [left, right])
        }
        return left
    }

    private mutating func negation() throws(Fault) -> Expression {
        let start = current.range
        guard take(word: "not") else { return try operators(.comparison) }
        try enter()
        defer { depth -= 1 }
        let value = try negation()
        return try make(.not(value), SourceRange(start.lower, value.range.upper), [value])
    }

    private mutating func comparison() throws(Fault) -> Expression {
        let left = try operators(.sum)
        guard let comparison = takeComparison() else { return left }
        let right = try operators(.sum)
        let range = SourceRange(left.range.lower, right.range.upper)
        let start = current.range
        if takeComparison() != nil {
            throw Fault("comparisons in a chain are not supported", start, help: "join two comparisons with 'and'")
        }
        return try make(.binary(comparison, left, right), range, [left, right])
    }

    private mutating func takeComparison() -> BinaryOperator? {
        if case .symbol(let symbol) = current.kind, let comparison = BinaryOperator(ofComparison: symbol) {
            advance()
            return comparison
        }
        if take(word: "in") { return .contained }
        guard current.kind == .name("not"), next.kind == .name("in") else { return nil }
        advance()
        advance()
        return .notContained
    }

    private mutating func arithmetic(
        tighter: Level, _ operation: (Symbol) -> BinaryOperator?
    ) throws(Fault) -> Expression {
        var left = try operators(tighter)
        while case .symbol(let symbol) = current.kind {
            if symbol == .slash || symbol == .doubleStar {
                let help = symbol == .slash ? "use '//' for whole division" : nil
                throw Fault("'\(symbol.rawValue)' is not supported", current.range, help: help)
            }
            guard let operation = operation(symbol) else { break }
            advance()
            let right = try operators(tighter)
            let range = SourceRange(left.range.lower, right.range.upper)
            left = try make(.binary(operation, left, right), range, [left, right])
        }
        return left
    }

    private mutating func concatenation() throws(Fault) -> Expression {
        let first = try operators(.product)
        guard current.kind == .symbol(.tilde) else { return first }
        var parts = [first]
        while take(.tilde) { parts.append(try operators(.product)) }
        let range = SourceRange(first.range.lower, tokens[position - 1].range.upper)
        return try make(.concatenation(parts), range, parts)
    }

    private mutating func unary(withFilters: Bool) throws(Fault) -> Expression {
        let start = current.range
        var value: Expression
        if current.kind == .symbol(.minus) || current.kind == .symbol(.plus) {
            let isNegative = take(.minus) || !take(.plus)
            try enter()
            defer { depth -= 1 }
            let operand = try unary(withFilters: false)
            let range = SourceRange(start.lower, operand.range.upper)
            value = isNegative ? try make(.negative(operand), range, [operand]) : operand
        } else {
            value = try primary()
        }
        value = try postfix(value)
        return withFilters ? try filters(value) : value
    }
}

// The operators of each level; nil for a symbol that is none of them.
extension BinaryOperator {
    fileprivate init?(ofComparison symbol: Symbol) {
        switch symbol {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        default: return nil
        }
    }

    fileprivate init?(ofSum symbol: Symbol) {
        switch symbol {
        case .plus: self = .add
        case .minus: self = .subtract
        default: return nil
        }
    }

    fileprivate init?(ofProduct symbol: Symbol) {
        switch symbol {
        case .star: self = .multiply
        case .doubleSlash: self = .floorDivide
        case .percent: self = .modulo
        default: return nil
        }
    }
}
