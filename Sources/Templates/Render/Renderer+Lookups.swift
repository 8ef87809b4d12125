// Keys and items: of free data, and of lists.
extension Renderer {
    mutating func lookUp(_ op: Op) throws(RenderFailure) {
        switch op {
        case .key(let key):
            let value = pop()
            guard let found = value.member(program.keys[Int(key)]) else { throw missing(program.keys[Int(key)], in: value) }
            push(found)
        case .keyOrJump(let key, let target): push(pop().member(program.keys[Int(key)]), orJump: target)
        case .item:
            let index = pop()
            let value = pop()
            guard let found = item(index, of: value) else { throw missing(index.printed?.string ?? index.kind, in: value) }
            push(found)
        case .itemOrJump(let target):
            let index = pop()
            push(item(index, of: pop()), orJump: target)
        case .edge(let last):
            guard let found = try edge(pop(), last: last) else { throw RenderFailure("the list has no items") }
            push(found)
        case .edgeOrJump(let last, let target): push(try edge(pop(), last: last), orJump: target)
        default: break
        }
    }

    private mutating func push(_ value: Value?, orJump target: UInt32) {
        if let value { push(value) } else { jump(target) }
    }

    private func missing(_ key: String, in value: Value) -> RenderFailure {
        switch value {
        case .object:
            RenderFailure("'\(key)' is not defined", help: "ask 'is defined' first, or give another value: '|default(…)'")
        case .list: RenderFailure("the list has no item \(key)")
        default: RenderFailure("'\(key)' is not defined: this is \(value.kind)")
        }
    }

    private func item(_ index: Value, of value: Value) -> Value? {
        switch (value, index) {
        case (.list(let items), .int(let index)):
            let place = index < 0 ? index + items.count : index
            return items.indices.contains(place) ? items[place] : nil
        case (.object, .string(let key)): return value.member(key)
        default: return nil
        }
    }

    private func edge(_ value: Value, last: Bool) throws(RenderFailure) -> Value? {
        guard case .list(let items) = value else { throw .wrongKind(last ? "'last'" : "'first'", wants: "a list", got: value) }
        return last ? items.last : items.first
    }

    /// `map(attribute=…)`, `selectattr` and `rejectattr`.
    mutating func pick(_ pick: Pick, _ field: Int, _ key: String) throws(RenderFailure) {
        let other: Value
        switch pick {
        case .selectEqual, .rejectEqual: other = pop()
        default: other = .none
        }
        let list = pop()
        guard case .list(let items) = list else { throw .wrongKind("this filter", wants: "a list", got: list) }
        var result: [Value] = []
        for item in items {
            guard let value = part(field, key, of: item) else { throw missing(key, in: item) }
            switch pick {
            case .map: result.append(value)
            case .select: if value.isTrue { result.append(item) }
            case .reject: if !value.isTrue { result.append(item) }
            case .selectEqual: if value.equals(other) { result.append(item) }
            case .rejectEqual: if !value.equals(other) { result.append(item) }
            }
        }
        push(.list(result))
    }

    private func part(_ field: Int, _ key: String, of item: Value) -> Value? {
        if case .record(let fields) = item { return fields.indices.contains(field) ? fields[field] : nil }
        return item.member(key)
    }
}
