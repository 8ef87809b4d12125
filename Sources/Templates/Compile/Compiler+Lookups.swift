import SiteModel

// Fields, keys and items.
extension Compiler {
    /// A look-up that may find nothing: with `orJump` it then leaves nothing on the stack, and the jump it gives back is taken.
    typealias LookUp = (type: ValueType, jump: Int?)

    mutating func lookUp(_ expression: Expression, orJump: Bool) -> LookUp {
        switch expression.kind {
        case .attribute(let base, let name): attribute(base, name, expression, orJump: orJump)
        case .item(let base, let item): self.item(base, item, expression, orJump: orJump)
        case .filter(let base, let name, let arguments) where arguments.isEmpty && (name.text == "first" || name.text == "last"):
            edge(base, last: name.text == "last", expression, orJump: orJump)
        default: (value(expression), nil)
        }
    }

    private mutating func attribute(_ base: Expression, _ name: Name, _ whole: Expression, orJump: Bool) -> LookUp {
        if case .name("loop") = base.kind, variable("loop") == nil, seesLoop { return (loopValue(name), nil) }
        if case .name(let alias) = base.kind, module(alias) != nil, variable(alias) == nil {
            report(.templateName, "'\(alias)' is an import: its macros can only be called", name.range)
            constant(.none, name.range)
            return (.dynamic, nil)
        }
        let type = present(base)
        switch type {
        case .record(let record): return (field(name, of: record, whole), nil)
        case .dynamic, .nothing: return key(name, whole, orJump: orJump)
        default:
            report(.templateName, "\(type.label) has no field '\(name.text)'", name.range, help: fieldHelp(type, name))
            return (.dynamic, nil)
        }
    }

    private func fieldHelp(_ type: ValueType, _ name: Name) -> String? {
        guard case .list = type else { return nil }
        switch name.text {
        case "length", "size", "count": return "write '|length'"
        case "first", "last": return "write '|\(name.text)'"
        default: return "go through the list with 'for', or take one item"
        }
    }

    private mutating func field(_ name: Name, of recordName: String, _ whole: Expression) -> ValueType {
        guard let record = schema[recordName] else {
            report(.templateType, "the page model does not say what a '\(recordName)' is", whole.range)
            return .dynamic
        }
        guard let index = record.index(of: name.text) else {
            reportUnknown(
                .templateName, "'\(recordName)' has no field '\(name.text)'", name, among: record.fields.map(\.name))
            return .dynamic
        }
        emit(.field(UInt32(index)), name.range)
        return narrowed(record.fields[index].type, path(of: whole))
    }

    /// Words that Jinja takes for methods of an object before it looks for keys.
    private static let methods = [
        "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
    ]

    private mutating func key(_ name: Name, _ whole: Expression, orJump: Bool) -> LookUp {
        if Self.methods.contains(name.text), source.text[name.range.lower] != 0x22, source.text[name.range.lower] != 0x27 {
            report(
                .templateName, "'\(name.text)' is a method of free data, not a key of it", name.range,
                help: "write ['\(name.text)'] for the key")
        }
        let key = key(name.text)
        guard orJump else {
            emit(.key(key), name.range)
            return (.dynamic, nil)
        }
        return (.dynamic, emit(.keyOrJump(key, to: 0), name.range))
    }

    private mutating func item(_ base: Expression, _ item: Expression, _ whole: Expression, orJump: Bool) -> LookUp {
        let type = present(base)
        let itemType = present(item)
        var result = ValueType.dynamic
        switch type {
        case .list(let element):
            result = element
            if !ValueKinds.int.admit(itemType) {
                report(.templateType, "the place in a list is a number, not \(itemType.label)", item.range)
            } else if !orJump, !isSafe(item, in: base, whole) {
                reportMayLack(whole)
            }
        case .dynamic, .nothing: break
        case .record:
            let help = "name the field: '.name'"
            report(.templateType, "\(type.label) has fields, not items", item.range, help: help)
        default: report(.templateType, "\(type.label) has no items", item.range)
        }
        guard orJump else {
            emit(.item, whole.range)
            return (narrowed(result, path(of: whole)), nil)
        }
        return (result, emit(.itemOrJump(to: 0), whole.range))
    }

    /// Whether the list is known to have the item.
    private func isSafe(_ item: Expression, in base: Expression, _ whole: Expression) -> Bool {
        if let path = path(of: whole), facts.contains(Fact(path: path, kind: .defined)) { return true }
        let isEdge: Bool =
            switch item.kind {
            case .int(0): true
            case .negative(let operand): if case .int(1) = operand.kind { true } else { false }
            default: false
            }
        return isEdge && isFilled(base)
    }

    private func isFilled(_ list: Expression) -> Bool {
        switch list.kind {
        case .list(let items): !items.isEmpty
        case .filter(let base, let name, _) where ["list", "map", "reverse", "sort", "unique"].contains(name.text): isFilled(base)
        default: path(of: list).map { facts.contains(Fact(path: $0, kind: .filled)) } ?? false
        }
    }

    private mutating func reportMayLack(_ whole: Expression) {
        report(
            .templateType, "\(shown(whole)) is not always there", whole.range,
            help: "ask first whether the list has items, or give another value: '|default(…)'")
    }

    mutating func edge(_ base: Expression, last: Bool, _ whole: Expression, orJump: Bool) -> LookUp {
        let type = present(base)
        var result = ValueType.dynamic
        switch type {
        case .list(let element):
            result = element
            if !orJump, !isFilled(base) { reportMayLack(whole) }
        case .dynamic, .nothing: break
        default:
            report(
                .templateFilter, "'\(last ? "last" : "first")' takes a list, and \(shown(base)) is \(type.label)", base.range)
        }
        guard orJump else {
            emit(.edge(last: last), whole.range)
            return (result, nil)
        }
        return (result, emit(.edgeOrJump(last: last, to: 0), whole.range))
    }

    /// Whether `loop` of a loop around this place is in sight.
    var seesLoop: Bool {
        for index in scopes.indices.reversed() {
            if scopes[index].isLoop { return true }
            if scopes[index].hidesLoop { return false }
        }
        return false
    }

    private mutating func loopValue(_ name: Name) -> ValueType {
        guard let value = LoopValue(rawValue: name.text) else {
            reportUnknown(
                .templateName, "'loop' has no field '\(name.text)'", name, among: LoopValue.allCases.map(\.rawValue))
            constant(.none, name.range)
            return .dynamic
        }
        emit(.loopValue(value), name.range)
        return value == .first || value == .last ? .bool : .int
    }

    func module(_ alias: String) -> Module? {
        for index in scopes.indices.reversed() {
            if let module = scopes[index].modules[alias] { return module }
        }
        return nil
    }
}
