// Filters over lists.
extension Filter {
    func listResult(_ items: [Value], _ arguments: [Value]) throws(RenderFailure) -> Value {
        switch self {
        case .batch: return try batches(items, arguments)
        case .join: return try joined(items, arguments[0])
        case .sort: return .list(try sorted(items, arguments))
        case .unique: return .list(unique(items, isExact: arguments[0].isTrue))
        case .sum: return try sum(items)
        default: return .list(items)
        }
    }

    private func batches(_ items: [Value], _ arguments: [Value]) throws(RenderFailure) -> Value {
        guard let size = arguments[0].number, size > 0 else { throw RenderFailure("'batch' takes a number of items above 0") }
        var batches: [Value] = []
        for start in stride(from: 0, to: items.count, by: size) {
            var batch = Array(items[start..<min(start + size, items.count)])
            if !arguments[1].isNone, size < 100_000 {
                batch += Array(repeating: arguments[1], count: size - batch.count)
            }
            batches.append(.list(batch))
        }
        return .list(batches)
    }

    /// HTML when an item or the text between is; the others are then escaped.
    private func joined(_ items: [Value], _ separator: Value) throws(RenderFailure) -> Value {
        guard let between = separator.printed else { throw .wrongKind("'join'", wants: "text", got: separator) }
        var parts: [Text] = []
        for item in items {
            guard let part = item.printed else { throw .wrongKind("'join'", wants: "a list of text", got: item) }
            parts.append(part)
        }
        let isHTML = between.isHTML || parts.contains(where: \.isHTML)
        let strings = parts.map { isHTML ? $0.escaped.string : $0.string }
        return Text(strings.joined(separator: isHTML ? between.escaped.string : between.string), isHTML: isHTML).value
    }

    /// In order, equal items as they stood; text by its lower case unless `case_sensitive`.
    private func sorted(_ items: [Value], _ arguments: [Value]) throws(RenderFailure) -> [Value] {
        let keys = items.map { key($0, isExact: arguments[1].isTrue) }
        for (left, right) in zip(keys, keys.dropFirst()) where left.isLess(than: right) == nil {
            throw RenderFailure("'sort' cannot compare \(left.kind) with \(right.kind)")
        }
        let order = items.indices.sorted { left, right in
            let (first, second) = arguments[0].isTrue ? (keys[right], keys[left]) : (keys[left], keys[right])
            if first.isLess(than: second) ?? false { return true }
            return !(second.isLess(than: first) ?? false) && left < right
        }
        return order.map { items[$0] }
    }

    private func key(_ item: Value, isExact: Bool) -> Value {
        guard !isExact, let text = item.text else { return item }
        return .string(text.string.lowercased())
    }

    private func unique(_ items: [Value], isExact: Bool) -> [Value] {
        var kept: [(item: Value, key: Value)] = []
        for item in items {
            let key = key(item, isExact: isExact)
            if !kept.contains(where: { $0.key.equals(key) }) { kept.append((item, key)) }
        }
        return kept.map(\.item)
    }

    private func sum(_ items: [Value]) throws(RenderFailure) -> Value {
        var total = 0
        for item in items {
            guard let number = item.number else { throw .wrongKind("'sum'", wants: "a list of numbers", got: item) }
            let (sum, overflows) = total.addingReportingOverflow(number)
            if overflows { throw RenderFailure("the number becomes too large") }
            total = sum
        }
        return .int(total)
    }
}
