import SiteModel

// Tests: `x is defined`.
extension Compiler {
    mutating func test(_ base: Expression, _ name: Name, _ arguments: [Argument], _ range: SourceRange) {
        guard let declaration = Test.byName[name.text] else {
            reportUnknown(.templateFilter, "there is no test '\(name.text)'", name, among: Test.byName.keys)
            check { _ = $0.value(base) }
            return constant(.bool(false), range)
        }
        if declaration.test == .defined || declaration.test == .undefined {
            return isDefined(base, name, expected: declaration.test == .defined)
        }
        let type = value(base)
        if !declaration.accepts.admit(type.present) {
            report(
                .templateType, "'\(name.text)' takes \(declaration.accepts.label), and \(shown(base)) is \(type.label)",
                base.range)
        } else if declaration.accepts != .any, case .optional(let inner) = type {
            reportOptional(base, inner)
        }
        self.arguments(declaration.parameters, arguments, of: name)
        emit(.test(declaration.test), name.range)
    }

    private mutating func isDefined(_ base: Expression, _ name: Name, expected: Bool) {
        let found = lookUp(base, orJump: true)
        if found.type.isOptional {
            report(
                .templateType, "\(shown(base)) is always defined, if only as none", name.range,
                help: "ask '{% if … %}' or 'is not none'")
        }
        emit(.discard, name.range)
        constant(.bool(expected), name.range)
        guard let jump = found.jump else { return }
        let end = emit(.jump(to: 0), name.range)
        land(jump)
        constant(.bool(!expected), name.range)
        land(end)
    }
}
