import SiteModel

// Filters.
extension Compiler {
    mutating func filter(
        _ base: Expression, _ name: Name, _ arguments: [Argument], _ range: SourceRange
    ) -> ValueType {
        guard let declaration = Filter.byName[name.text] else {
            reportUnknown(.templateFilter, "there is no filter '\(name.text)'", name, among: Filter.byName.keys)
            check { compiler in
                _ = compiler.value(base)
                for argument in arguments { _ = compiler.value(argument.value) }
            }
            constant(.none, range)
            return .dynamic
        }
        switch declaration.filter {
        case .defaultValue: return defaultValue(base, name, arguments, range)
        case .first, .last:
            if let extra = arguments.first { report(.templateFilter, "'\(name.text)' takes no arguments", extra.value.range) }
            return edge(base, last: declaration.filter == .last, whole(base, name, range), orJump: false).type
        case .map, .selectattr, .rejectattr: return pick(declaration, base, name, arguments, range)
        default: return plain(declaration, base, name, arguments, range)
        }
    }

    private func whole(_ base: Expression, _ name: Name, _ range: SourceRange) -> Expression {
        Expression(kind: .filter(base, name, []), range: range, depth: base.depth + 1)
    }

    private mutating func plain(
        _ declaration: FilterDeclaration, _ base: Expression, _ name: Name, _ arguments: [Argument], _ range: SourceRange
    ) -> ValueType {
        let type = declaration.accepts.contains(.none) ? value(base) : present(base)
        if !declaration.accepts.admit(type) {
            report(
                .templateFilter,
                "'\(name.text)' takes \(declaration.accepts.label), and \(shown(base)) is \(type.label)", name.range)
        } else {
            checkItems(declaration, type, base, name)
        }
        let argumentTypes = self.arguments(declaration.parameters, arguments, of: name)
        emit(.filter(declaration.filter), name.range)
        return result(of: declaration, type, argumentTypes, range)
    }

    /// Filters that look at every item need items they can use.
    private mutating func checkItems(_ declaration: FilterDeclaration, _ type: ValueType, _ base: Expression, _ name: Name) {
        guard case .list(let item) = type else { return }
        let wanted: ValueKinds
        switch declaration.filter {
        case .join: wanted = .scalar
        case .sum: wanted = [.int, .bool]
        case .sort, .unique: wanted = .scalar
        case .tojson: wanted = .any.subtracting(.record)
        default: return
        }
        guard !wanted.admit(item) else { return }
        report(
            .templateFilter, "'\(name.text)' takes a list of \(wanted.label), and the items of \(shown(base)) are \(item.label)",
            name.range, help: item.holdsRecord ? "take one field of each first: 'map(attribute=…)'" : nil)
    }

    private func result(
        of declaration: FilterDeclaration, _ type: ValueType, _ arguments: [ValueType], _ range: SourceRange
    ) -> ValueType {
        switch declaration.result {
        case .type(let type): return type
        case .same: return type
        case .text:
            if type == .html { return .html }
            return type == .dynamic ? .dynamic : .string
        case .listOfSame: return .list(type)
        case .item, .special: return .dynamic
        }
    }

    /// Puts the arguments on the stack in the order of the parameters; those left out by their defaults.
    @discardableResult
    mutating func arguments(
        _ parameters: [FilterParameter], _ arguments: [Argument], of name: Name
    ) -> [ValueType] {
        let placed = place(arguments, parameters.map(\.name), of: name)
        return zip(parameters, placed).map { parameter, argument in
            guard let argument else {
                if let value = parameter.defaultValue { return constant(value, name) }
                report(.templateFilter, "'\(name.text)' lacks its argument '\(parameter.name)'", name.range)
                return constant(.none, name)
            }
            let type = value(argument)
            if !parameter.accepts.admit(type) {
                report(
                    .templateFilter,
                    "'\(parameter.name)' of '\(name.text)' is \(parameter.accepts.label), not \(type.label)", argument.range)
            }
            return type
        }
    }

    private mutating func constant(_ value: Value, _ name: Name) -> ValueType {
        constant(value, name.range)
        return .dynamic
    }

    /// The arguments by the place of their parameter; reports those that have none.
    mutating func place(_ arguments: [Argument], _ parameters: [String], of name: Name) -> [Expression?] {
        var placed = [Expression?](repeating: nil, count: parameters.count)
        for (index, argument) in arguments.enumerated() {
            let target = argument.name.map { parameters.firstIndex(of: $0.text) } ?? index
            guard let target, target < parameters.count else {
                reportExcess(argument, parameters, of: name)
                continue
            }
            if placed[target] != nil {
                let place = argument.name?.range ?? argument.value.range
                report(.templateName, "the argument '\(parameters[target])' stands twice", place)
            }
            placed[target] = argument.value
        }
        return placed
    }

    private mutating func reportExcess(_ argument: Argument, _ parameters: [String], of name: Name) {
        check { _ = $0.value(argument.value) }
        if let unknown = argument.name {
            reportUnknown(.templateName, "'\(name.text)' has no argument '\(unknown.text)'", unknown, among: parameters)
        } else {
            let limit =
                parameters.isEmpty ? "no arguments" : parameters.count == 1 ? "one argument" : "\(parameters.count) arguments"
            report(.templateName, "'\(name.text)' takes \(limit)", argument.value.range)
        }
    }
}
