internal import SiteModel

extension Value {
    /// Python's `==`: text by code points, whether it is markup or not; true equals 1.
    func equals(_ other: Value) -> Bool {
        if case .string(let left) = self, case .string(let right) = other { return left.hasSameBytes(as: right) }
        if let left = number, let right = other.number { return left == right }
        if let left = text, let right = other.text { return left.string.utf8.elementsEqual(right.string.utf8) }
        switch (self, other) {
        case (.none, .none): return true
        case (.list(let left), .list(let right)), (.record(let left), .record(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { member in other.member(member.key)?.equals(member.value) ?? false }
        default: return false
        }
    }

    /// Python's `<` for numbers and text; nil for what has no order.
    func isLess(than other: Value) -> Bool? {
        if let left = number, let right = other.number { return left < right }
        if let left = text, let right = other.text { return left.string.utf8.lexicographicallyPrecedes(right.string.utf8) }
        return nil
    }

    /// Python's `in`, this value being the container; nil for what holds nothing.
    func contains(_ item: Value) -> Bool? {
        switch self {
        case .list(let items): return items.contains { $0.equals(item) }
        case .object: return item.text.map { member($0.string) != nil } ?? false
        case .string, .html:
            guard let whole = text, let part = item.text else { return nil }
            return occurrence(of: Array(part.string.utf8), in: Array(whole.string.utf8), from: 0) != nil
        default: return nil
        }
    }

    /// As a number; `true` counts as 1.
    var number: Int? {
        switch self {
        case .int(let int): int
        case .bool(let bool): bool ? 1 : 0
        default: nil
        }
    }
}

/// The offset of the first occurrence at or after `start`.
func occurrence(of part: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
    guard whole.count - start >= part.count else { return nil }
    guard let first = part.first else { return start }
    var index = start
    while index <= whole.count - part.count {
        if whole[index] == first, whole[index..<index + part.count].elementsEqual(part) { return index }
        index += 1
    }
    return nil
}

extension String {
    /// Whether it is the same text by code points: `==` takes letters for equal that are put together in another way.
    fileprivate func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && withBytes { bytes in other.withBytes { bytes.elementsEqual($0) } }
    }
}
