// Operators, as Python has them.
extension Renderer {
    mutating func negate() throws(RenderFailure) {
        let value = pop()
        guard let number = value.number else { throw .wrongKind("'-'", wants: "a number", got: value) }
        push(.int(try result(0.subtractingReportingOverflow(number))))
    }

    mutating func binary(_ operation: BinaryOperator) throws(RenderFailure) {
        let right = pop()
        let left = pop()
        let value: Value
        switch operation {
        case .equal: value = .bool(left.equals(right))
        case .notEqual: value = .bool(!left.equals(right))
        case .less: value = .bool(try isLess(left, right, operation))
        case .greater: value = .bool(try isLess(right, left, operation))
        case .lessOrEqual: value = .bool(!(try isLess(right, left, operation)))
        case .greaterOrEqual: value = .bool(!(try isLess(left, right, operation)))
        case .contained: value = .bool(try contains(right, left))
        case .notContained: value = .bool(!(try contains(right, left)))
        case .add: value = try sum(left, right)
        case .subtract, .multiply, .floorDivide, .modulo: value = try arithmetic(operation, left, right)
        }
        push(value)
    }

    private func isLess(_ left: Value, _ right: Value, _ operation: BinaryOperator) throws(RenderFailure) -> Bool {
        guard let isLess = left.isLess(than: right) else {
            throw RenderFailure("'\(operation.rawValue)' cannot compare \(left.kind) with \(right.kind)")
        }
        return isLess
    }

    private func contains(_ container: Value, _ item: Value) throws(RenderFailure) -> Bool {
        guard let contains = container.contains(item) else { throw .wrongKind("'in'", wants: "a list or a text", got: container) }
        return contains
    }

    private func sum(_ left: Value, _ right: Value) throws(RenderFailure) -> Value {
        if let first = left.number, let second = right.number { return .int(try result(first.addingReportingOverflow(second))) }
        if case .list(let first) = left, case .list(let second) = right {
            if first.count + second.count > limits.iterations { throw RenderFailure("the list becomes too long") }
            return .list(first + second)
        }
        guard let first = left.text, let second = right.text else {
            throw RenderFailure("'+' cannot add \(left.kind) and \(right.kind)")
        }
        return try joined([first, second])
    }

    private func arithmetic(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(RenderFailure) -> Value {
        guard let first = left.number, let second = right.number else {
            throw RenderFailure("'\(operation.rawValue)' takes numbers, and these are \(left.kind) and \(right.kind)")
        }
        switch operation {
        case .subtract: return .int(try result(first.subtractingReportingOverflow(second)))
        case .multiply: return .int(try result(first.multipliedReportingOverflow(by: second)))
        default: break
        }
        if second == 0 { throw RenderFailure("a number cannot be divided by 0") }
        let quotient = try result(first.dividedReportingOverflow(by: second))
        let remainder = first - quotient * second
        let isBelow = remainder != 0 && (remainder < 0) != (second < 0)
        if operation == .modulo { return .int(isBelow ? remainder + second : remainder) }
        return .int(isBelow ? quotient - 1 : quotient)
    }

    private func result(_ outcome: (partialValue: Int, overflow: Bool)) throws(RenderFailure) -> Int {
        if outcome.overflow { throw RenderFailure("the number becomes too large") }
        return outcome.partialValue
    }

    /// `~`: HTML when one of the parts is; the others are then escaped.
    mutating func concatenate(_ count: Int) throws(RenderFailure) {
        var parts: [Text] = []
        for value in popLast(count) {
            guard let part = value.printed else { throw .wrongKind("'~'", wants: "text", got: value) }
            parts.append(part)
        }
        push(try joined(parts))
    }

    private func joined(_ parts: [Text]) throws(RenderFailure) -> Value {
        let size = parts.reduce(0) { $0 + $1.string.utf8.count }
        if size > limits.bytes { throw RenderFailure("the text becomes larger than \(limits.bytes) bytes") }
        let isHTML = parts.contains(where: \.isHTML)
        let whole = parts.map { isHTML ? $0.escaped.string : $0.string }.joined()
        return Text(whole, isHTML: isHTML).value
    }
}
