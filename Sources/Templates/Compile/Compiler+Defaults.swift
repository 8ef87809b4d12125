import SiteModel

// `default`, and filters that look at one field of every item: their arguments must be known before rendering.
extension Compiler {
    mutating func defaultValue(
        _ base: Expression, _ name: Name, _ arguments: [Argument], _ range: SourceRange
    ) -> ValueType {
        let placed = place(arguments, ["default_value", "boolean"], of: name)
        let replacesEmpty = isTrue(placed[1])
        let found = lookUp(base, orJump: true)
        if found.type.isOptional, !replacesEmpty {
            report(
                .templateType, "'\(name.text)' replaces only what is not defined, and \(shown(base)) may be none", name.range,
                help: "write 'default(…, true)'")
        }
        let end = emit(replacesEmpty ? .jumpKeepingTrue(to: 0) : .jump(to: 0), name.range)
        if let jump = found.jump { land(jump) }
        let other = otherValue(placed[0], name)
        land(end)
        return merged(found.type.present, other, range)
    }

    private mutating func otherValue(_ argument: Expression?, _ name: Name) -> ValueType {
        if let argument { return value(argument) }
        constant(.string(""), name.range)
        return .string
    }

    private mutating func isTrue(_ argument: Expression?) -> Bool {
        guard let argument else { return false }
        if case .bool(let bool) = argument.kind { return bool }
        report(.templateFilter, "the second argument of 'default' is 'true' or 'false'", argument.range)
        return true
    }

    /// `map(attribute='x')`, `selectattr('x')`, `selectattr('x', 'equalto', value)` and their contraries.
    mutating func pick(
        _ declaration: FilterDeclaration, _ base: Expression, _ name: Name, _ arguments: [Argument], _ range: SourceRange
    ) -> ValueType {
        let type = present(base)
        guard let item = itemType(type, base, name) else { return .dynamic }
        if declaration.filter == .map, let first = arguments.first, first.name == nil {
            report(
                .templateFilter, "'map' takes the field as 'attribute', and no filter", first.value.range,
                help: "write 'map(attribute=…)'")
            return .list(.dynamic)
        }
        let placed = place(arguments, declaration.parameters.map(\.name), of: name)
        guard let attribute = attributeName(placed[0], name) else { return .list(.dynamic) }
        let found = field(attribute, of: item)
        let pick = pick(declaration, placed, name)
        emit(.pick(pick, field: found.index ?? .max, key: key(attribute.text)), name.range)
        return declaration.filter == .map ? .list(found.type) : type
    }

    private mutating func itemType(_ type: ValueType, _ base: Expression, _ name: Name) -> ValueType? {
        switch type {
        case .list(let item): return item
        case .dynamic, .nothing: return .dynamic
        default:
            report(.templateFilter, "'\(name.text)' takes a list, and \(shown(base)) is \(type.label)", name.range)
            return nil
        }
    }

    private mutating func attributeName(_ argument: Expression?, _ name: Name) -> Name? {
        guard let argument else {
            report(.templateFilter, "'\(name.text)' lacks the name of a field", name.range)
            return nil
        }
        guard case .string(let text) = argument.kind else {
            report(.templateFilter, "the name of a field stands here in quotes", argument.range)
            return nil
        }
        return Name(text: text, range: argument.range)
    }

    private mutating func field(_ name: Name, of item: ValueType) -> (index: UInt32?, type: ValueType) {
        switch item {
        case .record(let recordName):
            guard let record = schema[recordName], let index = record.index(of: name.text) else {
                reportUnknown(
                    .templateName, "'\(recordName)' has no field '\(name.text)'", name,
                    among: schema[recordName]?.fields.map(\.name) ?? [])
                return (nil, .dynamic)
            }
            return (UInt32(index), record.fields[index].type)
        case .dynamic, .nothing: return (nil, .dynamic)
        default:
            report(.templateFilter, "the items are \(item.label) and have no fields", name.range)
            return (nil, .dynamic)
        }
    }

    private mutating func pick(_ declaration: FilterDeclaration, _ placed: [Expression?], _ name: Name) -> Pick {
        if declaration.filter == .map { return .map }
        let selects = declaration.filter == .selectattr
        guard let test = placed[1] else { return selects ? .select : .reject }
        guard case .string(let word) = test.kind, ["eq", "equalto", "=="].contains(word) else {
            report(.templateFilter, "'\(name.text)' knows the test 'equalto' only", test.range)
            return .select
        }
        if let other = placed[2] {
            _ = value(other)
        } else {
            report(.templateFilter, "'\(name.text)' lacks the value to compare with", test.range)
        }
        return selects ? .selectEqual : .rejectEqual
    }
}
