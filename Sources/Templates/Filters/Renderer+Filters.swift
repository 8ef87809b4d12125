// Filters and tests while rendering. Typed values have been checked; free data is looked at here.
extension Renderer {
    mutating func apply(_ filter: Filter) throws(RenderFailure) {
        let arguments = popLast(filter.argumentCount)
        let value = pop()
        let result = try filter.result(value, arguments)
        if case .string(let string) = result, string.utf8.count > limits.bytes {
            throw RenderFailure("the text becomes larger than \(limits.bytes) bytes")
        }
        if case .html(let bytes) = result, bytes.count > limits.bytes {
            throw RenderFailure("the text becomes larger than \(limits.bytes) bytes")
        }
        push(result)
    }

    mutating func apply(_ test: Test) throws(RenderFailure) {
        let argument = test.takesArgument ? pop() : .none
        push(.bool(try test.result(pop(), argument)))
    }
}

extension Filter {
    /// How many arguments stand on the stack.
    var argumentCount: Int {
        switch self {
        case .truncate: 4
        case .replace: 3
        case .batch, .sort: 2
        case .join, .trim, .int, .unique: 1
        default: 0
        }
    }

    fileprivate func result(_ value: Value, _ arguments: [Value]) throws(RenderFailure) -> Value {
        switch self {
        case .upper, .lower, .capitalize, .title, .trim, .truncate, .replace, .striptags, .urlencode, .wordcount, .escape, .safe,
            .string:
            guard let text = value.printed else { throw .wrongKind("'\(rawValue)'", wants: "text", got: value) }
            return try textResult(text, arguments)
        case .int: return integer(value, arguments[0])
        case .abs:
            guard let number = value.number, number != .min else { throw .wrongKind("'abs'", wants: "a number", got: value) }
            return .int(Swift.abs(number))
        case .tojson: return try json(value)
        case .length: return .int(try length(value))
        case .items:
            guard case .object(let members) = value else { throw .wrongKind("'items'", wants: "free data with keys", got: value) }
            return .list(members.map { .list([.string($0.key), $0.value]) })
        case .reverse: return try reversed(value)
        default:
            guard case .list(let items) = value else { throw .wrongKind("'\(rawValue)'", wants: "a list", got: value) }
            return try listResult(items, arguments)
        }
    }

    private func reversed(_ value: Value) throws(RenderFailure) -> Value {
        switch value {
        case .list(let items): return .list(items.reversed())
        case .string(let string): return .string(String(String.UnicodeScalarView(string.unicodeScalars.reversed())))
        default: throw .wrongKind("'reverse'", wants: "a list or a text", got: value)
        }
    }

    private func length(_ value: Value) throws(RenderFailure) -> Int {
        switch value {
        case .list(let items): return items.count
        case .object(let members): return members.count
        case .string(let string): return string.unicodeScalars.count
        case .html(let bytes): return bytes.count { $0 & 0xC0 != 0x80 }
        default: throw .wrongKind("'\(rawValue)'", wants: "a list or a text", got: value)
        }
    }

    /// The number that a text says: whole, or cut to a whole one.
    private func integer(_ value: Value, _ standard: Value) -> Value {
        if let number = value.number { return .int(number) }
        guard let text = value.text else { return standard }
        let bytes = Array(text.string.utf8)
        let trimmed = trimmedEnd(trimmedStart(0..<bytes.count, in: bytes), in: bytes)
        let digits = String(decoding: bytes[trimmed], as: UTF8.self)
        if let number = Int(digits) { return .int(number) }
        let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard isPlain, let fraction = Double(digits), fraction.magnitude < 9e15 else { return standard }
        return .int(Int(fraction))
    }
}
