// Tests while rendering.
extension Test {
    var takesArgument: Bool {
        switch self {
        case .divisibleby, .eq, .ne, .lt, .le, .gt, .ge, .contained: true
        default: false
        }
    }

    func result(_ value: Value, _ other: Value) throws(RenderFailure) -> Bool {
        switch self {
        case .defined: return true
        case .undefined: return false
        case .eq: return value.equals(other)
        case .ne: return !value.equals(other)
        case .lt: return try isLess(value, other)
        case .gt: return try isLess(other, value)
        case .le: return !(try isLess(other, value))
        case .ge: return !(try isLess(value, other))
        case .contained:
            guard let contains = other.contains(value) else { throw .wrongKind("'in'", wants: "a list or a text", got: other) }
            return contains
        case .even: return try remainder(value, .int(2)) == 0
        case .odd: return try remainder(value, .int(2)) != 0
        case .divisibleby: return try remainder(value, other) == 0
        default: return isOfKind(value)
        }
    }

    private func isLess(_ left: Value, _ right: Value) throws(RenderFailure) -> Bool {
        guard let isLess = left.isLess(than: right) else {
            throw RenderFailure("'\(rawValue)' cannot compare \(left.kind) with \(right.kind)")
        }
        return isLess
    }

    private func remainder(_ value: Value, _ divisor: Value) throws(RenderFailure) -> Int {
        guard let number = value.number, let divisor = divisor.number, divisor != 0 else {
            throw .wrongKind("'\(rawValue)'", wants: "a number", got: value)
        }
        return number.remainderReportingOverflow(dividingBy: divisor).partialValue
    }

    private func isOfKind(_ value: Value) -> Bool {
        switch (self, value) {
        case (.none, .none), (.boolean, .bool), (.integer, .int), (.number, .int), (.number, .bool), (.true, .bool(true)),
            (.false, .bool(false)), (.string, .string), (.string, .html), (.mapping, .object), (.mapping, .record):
            true
        case (.sequence, .list), (.sequence, .string), (.sequence, .html), (.sequence, .object), (.sequence, .record): true
        case (.iterable, .list), (.iterable, .string), (.iterable, .html), (.iterable, .object), (.iterable, .record): true
        default: false
        }
    }
}
