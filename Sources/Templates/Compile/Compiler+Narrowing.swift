import SiteModel

// What conditions make sure of.
extension Compiler {
    /// The variable and the fields that an expression names, such as `page.image`; nil for anything else.
    func path(of value: Expression) -> String? {
        switch value.kind {
        case .name(let name): variable(name)?.path
        case .attribute(let base, let name): path(of: base).map { "\($0).\(name.text)" }
        case .item(let base, let item):
            if case .int(let index) = item.kind { path(of: base).map { "\($0).\(index)" } } else { nil }
        default: nil
        }
    }

    /// What holds when a condition turns out true, or false.
    func factsWhen(_ condition: Expression, is outcome: Bool) -> Facts {
        switch condition.kind {
        case .not(let inner): return factsWhen(inner, is: !outcome)
        case .and(let left, let right):
            let (first, second) = (factsWhen(left, is: outcome), factsWhen(right, is: outcome))
            return outcome ? first.union(second) : first.intersection(second)
        case .or(let left, let right):
            let (first, second) = (factsWhen(left, is: outcome), factsWhen(right, is: outcome))
            return outcome ? first.intersection(second) : first.union(second)
        case .test(let value, let name, let arguments, let negated):
            return arguments.isEmpty ? factsWhenTest(value, name.text, is: outcome != negated) : []
        case .binary(let operation, let left, let right): return factsWhen(operation, left, right, is: outcome)
        case .filter(let value, let name, _) where ["length", "count"].contains(name.text): return outcome ? filled(value) : []
        default: return outcome ? filled(condition) : []
        }
    }

    private func filled(_ value: Expression) -> Facts { fact(value, .filled) }

    private func fact(_ value: Expression, _ kind: Fact.Kind) -> Facts {
        path(of: value).map { [Fact(path: $0, kind: kind)] } ?? []
    }

    private func factsWhenTest(_ value: Expression, _ test: String, is outcome: Bool) -> Facts {
        switch (test, outcome) {
        case ("none", false): fact(value, .present)
        case ("defined", true), ("undefined", false): fact(value, .defined)
        case ("string", true), ("number", true), ("integer", true), ("boolean", true), ("mapping", true), ("sequence", true),
            ("iterable", true), ("true", true), ("false", true):
            fact(value, .present)
        default: []
        }
    }

    private func factsWhen(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression, is outcome: Bool
    ) -> Facts {
        switch (operation, outcome) {
        case (.equal, true), (.notEqual, false): isNone(right) ? [] : isLiteral(right) ? fact(left, .present) : []
        case (.equal, false), (.notEqual, true): isNone(right) ? fact(left, .present) : isZero(right) ? length(left) : []
        case (.greater, true), (.greaterOrEqual, true): isAtLeast(right, operation == .greater ? 0 : 1) ? length(left) : []
        default: []
        }
    }

    /// `list|length` compared: the list has items.
    private func length(_ value: Expression) -> Facts {
        guard case .filter(let list, let name, _) = value.kind, ["length", "count"].contains(name.text) else { return [] }
        return filled(list)
    }

    private func isNone(_ value: Expression) -> Bool { if case .none = value.kind { true } else { false } }

    private func isZero(_ value: Expression) -> Bool { if case .int(0) = value.kind { true } else { false } }

    private func isAtLeast(_ value: Expression, _ least: Int) -> Bool {
        if case .int(let int) = value.kind { int >= least } else { false }
    }

    private func isLiteral(_ value: Expression) -> Bool {
        switch value.kind {
        case .string, .int, .bool: true
        default: false
        }
    }
}
