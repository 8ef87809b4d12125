import SiteModel

// Expressions: each leaves one value on the stack and says its type.
extension Compiler {
    mutating func value(_ expression: Expression) -> ValueType {
        let range = expression.range
        switch expression.kind {
        case .invalid, .none:
            constant(.none, range)
            if case .invalid = expression.kind { return .dynamic }
            return .optional(.nothing)
        case .bool(let bool): return constant(.bool(bool), .bool, range)
        case .int(let int): return constant(.int(int), .int, range)
        case .string(let string): return constant(.string(string), .string, range)
        case .name(let name): return load(Name(text: name, range: range))
        case .list(let items): return list(items, range)
        case .attribute, .item: return lookUp(expression, orJump: false).type
        case .call(let base, let arguments): return call(base, arguments, range)
        case .filter(let base, let name, let arguments): return filter(base, name, arguments, range)
        case .test(let base, let name, let arguments, let negated):
            test(base, name, arguments, range)
            if negated { emit(.not, range) }
            return .bool
        case .negative(let operand): return negative(operand, range)
        case .not(let operand):
            truth(operand)
            emit(.not, range)
            return .bool
        case .and(let left, let right): return logic(left, right, isAnd: true, range)
        case .or(let left, let right): return logic(left, right, isAnd: false, range)
        case .binary(let operation, let left, let right): return binary(operation, left, right, range)
        case .concatenation(let parts): return concatenation(parts, range)
        case .conditional(let value, let condition, let otherwise): return conditional(value, condition, otherwise, range)
        }
    }

    private mutating func constant(_ value: Value, _ type: ValueType, _ range: SourceRange) -> ValueType {
        constant(value, range)
        return type
    }

    /// A value that must not be none.
    mutating func present(_ expression: Expression) -> ValueType {
        let type = value(expression)
        guard case .optional(let inner) = type else { return type }
        reportOptional(expression, inner)
        return inner == .nothing ? .dynamic : inner
    }

    /// How messages show an expression: as it is written, when that is short.
    func shown(_ expression: Expression) -> String {
        let bytes = source.text[expression.range.lower..<min(expression.range.upper, source.text.count)]
        return bytes.count <= 60 ? "'\(String(decoding: bytes, as: UTF8.self))'" : "this"
    }

    mutating func reportOptional(_ expression: Expression, _ inner: ValueType) {
        if inner == .nothing { return report(.templateType, "\(shown(expression)) is none", expression.range) }
        let text = String(decoding: source.text[expression.range.lower..<expression.range.upper], as: UTF8.self)
        let help = "ask first, such as '{% if \(text) %}', or give another value: 'default(…, true)'"
        report(
            .templateType, "\(shown(expression)) may be none", expression.range,
            help: path(of: expression) == nil ? nil : help)
    }

    private mutating func list(_ items: [Expression], _ range: SourceRange) -> ValueType {
        var type = ValueType.nothing
        for item in items {
            let itemType = value(item)
            if let merged = type.merged(with: itemType) {
                type = merged
            } else {
                report(.templateType, "a list cannot hold \(type.label) and \(itemType.label)", item.range)
            }
        }
        emit(.list(count: UInt32(items.count)), range)
        return .list(type)
    }

    /// A value of which only counts whether it is true: any type will do.
    mutating func truth(_ expression: Expression) {
        switch expression.kind {
        case .and(let left, let right), .or(let left, let right):
            let isAnd = if case .and = expression.kind { true } else { false }
            truth(left)
            let jump = emit(isAnd ? .jumpKeepingFalse(to: 0) : .jumpKeepingTrue(to: 0), expression.range)
            assuming(factsWhen(left, is: isAnd)) { $0.truth(right) }
            land(jump)
        default: _ = value(expression)
        }
    }

    /// `and`, `or` as values: one of the two operands, as in Python.
    private mutating func logic(_ left: Expression, _ right: Expression, isAnd: Bool, _ range: SourceRange) -> ValueType {
        let leftType = value(left)
        let jump = emit(isAnd ? .jumpKeepingFalse(to: 0) : .jumpKeepingTrue(to: 0), range)
        var rightType = ValueType.dynamic
        assuming(factsWhen(left, is: isAnd)) { rightType = $0.value(right) }
        land(jump)
        return merged(isAnd ? leftType : leftType.present, rightType, range)
    }

    /// The type of a value that is one of two.
    mutating func merged(_ left: ValueType, _ right: ValueType, _ range: SourceRange) -> ValueType {
        if let type = left.merged(with: right) { return type }
        report(.templateType, "this is either \(left.label) or \(right.label)", range)
        return .dynamic
    }

    private mutating func conditional(
        _ value: Expression, _ condition: Expression, _ otherwise: Expression?, _ range: SourceRange
    ) -> ValueType {
        truth(condition)
        let skip = emit(.jumpIfFalse(to: 0), range)
        var type = ValueType.dynamic
        assuming(factsWhen(condition, is: true)) { type = $0.value(value) }
        let end = emit(.jump(to: 0), range)
        land(skip)
        guard let otherwise else {
            report(
                .templateType, "this has no value when the condition is false", range, help: "say what then: 'else \"\"'")
            constant(.none, range)
            land(end)
            return type
        }
        var otherType = ValueType.dynamic
        assuming(factsWhen(condition, is: false)) { otherType = $0.value(otherwise) }
        land(end)
        return merged(type, otherType, range)
    }

    /// `{{ value }}`.
    mutating func print(_ expression: Expression) {
        if case .call(let base, let arguments) = expression.kind, printCall(base, arguments, expression.range) { return }
        let type = present(expression)
        switch type {
        case .list:
            let help = "go through it with 'for', or join it: '|join(', ')'"
            report(.templateType, "\(shown(expression)) is a list and cannot be printed", expression.range, help: help)
        case .record(let name):
            let fields = schema[name]?.fields.prefix(4).map { "'\($0.name)'" }.joined(separator: ", ")
            report(
                .templateType, "\(shown(expression)) is \(type.label) and cannot be printed", expression.range,
                help: fields.map { "print one of its fields, such as \($0)" })
        default: emit(.print, expression.range)
        }
    }
}
