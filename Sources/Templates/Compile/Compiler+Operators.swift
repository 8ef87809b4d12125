import SiteModel

// Operators.
extension Compiler {
    mutating func negative(_ operand: Expression, _ range: SourceRange) -> ValueType {
        let type = present(operand)
        if !ValueKinds.int.admit(type) {
            report(.templateType, "'-' takes a number, and \(shown(operand)) is \(type.label)", operand.range)
        }
        emit(.negative, range)
        return .int
    }

    mutating func concatenation(_ parts: [Expression], _ range: SourceRange) -> ValueType {
        var isHTML = false
        for part in parts {
            let type = present(part)
            if !isPrintable(type) {
                report(.templateType, "'~' joins text, and \(shown(part)) is \(type.label)", part.range)
            }
            isHTML = isHTML || type == .html
        }
        emit(.concatenation(count: UInt32(parts.count)), range)
        return isHTML ? .html : .string
    }

    private func isPrintable(_ type: ValueType) -> Bool { ValueKinds.scalar.admit(type) }

    mutating func binary(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
    ) -> ValueType {
        let result: ValueType
        switch operation {
        case .equal, .notEqual:
            _ = value(left)
            _ = value(right)
            result = .bool
        case .contained, .notContained:
            _ = value(left)
            checkContainer(right, present(right))
            result = .bool
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            checkOrder(operation, left, present(left), right, present(right))
            result = .bool
        case .add:
            result = sum(left, present(left), right, present(right), range)
        case .subtract, .multiply, .floorDivide, .modulo:
            for operand in [left, right] { number(operation, operand) }
            result = .int
        }
        emit(.binary(operation), range)
        return result
    }

    private mutating func number(_ operation: BinaryOperator, _ operand: Expression) {
        let type = present(operand)
        guard !ValueKinds([.int, .bool]).admit(type) else { return }
        report(
            .templateType, "'\(operation.rawValue)' takes numbers, and \(shown(operand)) is \(type.label)", operand.range)
    }

    private mutating func checkContainer(_ container: Expression, _ type: ValueType) {
        guard !ValueKinds([.string, .html, .list]).admit(type) else { return }
        report(.templateType, "'in' looks into a list or a text, and \(shown(container)) is \(type.label)", container.range)
    }

    private mutating func checkOrder(
        _ operation: BinaryOperator, _ left: Expression, _ leftType: ValueType, _ right: Expression, _ rightType: ValueType
    ) {
        let kinds: [ValueKinds] = [.text, [.int, .bool]]
        guard !kinds.contains(where: { $0.admit(leftType) && $0.admit(rightType) }) else { return }
        report(
            .templateType, "'\(operation.rawValue)' cannot compare \(leftType.label) with \(rightType.label)",
            SourceRange(left.range.lower, right.range.upper))
    }

    private mutating func sum(
        _ left: Expression, _ leftType: ValueType, _ right: Expression, _ rightType: ValueType, _ range: SourceRange
    ) -> ValueType {
        switch (leftType, rightType) {
        case (.int, .int), (.int, .bool), (.bool, .int), (.bool, .bool): return .int
        case (.string, .string): return .string
        case (.html, .html), (.html, .string), (.string, .html): return .html
        case (.list, .list): return merged(leftType, rightType, range)
        case (.dynamic, _), (_, .dynamic), (.nothing, _), (_, .nothing):
            if !leftType.holdsRecord, !rightType.holdsRecord { return .dynamic }
        default: break
        }
        let help = ValueKinds.scalar.admit(leftType) && ValueKinds.scalar.admit(rightType) ? "'~' joins them as text" : nil
        report(
            .templateType, "'+' cannot add \(leftType.label) and \(rightType.label)",
            SourceRange(left.range.lower, right.range.upper), help: help)
        return .dynamic
    }
}
