internal import SiteModel

// Printing, and catching what is printed.
extension Renderer {
    @inline(__always)
    mutating func appendLiteral(_ start: Int, _ count: Int) {
        literals.withUnsafeBufferPointer { bytes in
            output.append(bytes: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
        }
    }

    /// `{{ }}`: text is escaped, HTML is not.
    @inline(__always)
    mutating func print(_ value: Value) throws(RenderFailure) {
        switch value {
        case .string(let string): appendEscaped(string, to: &output)
        case .html(let bytes): output.append(contentsOf: bytes)
        case .int(let number): appendNumber(number, to: &output)
        default: try printRest(value)
        }
    }

    private mutating func printRest(_ value: Value) throws(RenderFailure) {
        guard let text = value.printed else {
            throw RenderFailure(
                "\(value.kind) cannot be printed", help: value.isNone ? "give another value: 'default(…, true)'" : nil)
        }
        var string = text.string
        string.withUTF8 { output.append(bytes: $0) }
    }

    mutating func endCapture() throws(RenderFailure) {
        try checkSize()
        let start = captures.removeLast()
        stack.append(.html(output.array(from: start)))
        output.cut(to: start)
    }

    /// The pattern of a message in the page's language, or else in the one that the template was checked with.
    private func pattern(_ call: Program.MessageCall, _ arguments: [Value]) throws(RenderFailure) -> MessagePattern {
        var count: Int?
        if let index = call.count {
            guard case .int(let number) = arguments[index] else {
                throw .wrongKind("'count'", wants: "a number", got: arguments[index])
            }
            count = number
        }
        if let own = strings.pattern(call.key, count: count), own.placeholders.allSatisfy(call.arguments.contains) { return own }
        guard let other = fallback.pattern(call.key, count: count) else {
            throw RenderFailure("there is no message '\(call.key)'")
        }
        return other
    }

    /// A message printed at once.
    mutating func printMessage(_ call: Program.MessageCall) throws(RenderFailure) {
        let arguments = popLast(call.arguments.count)
        for part in try pattern(call, arguments).parts {
            switch part {
            case .text(let bytes): bytes.withUnsafeBufferPointer { appendEscaped($0, to: &output) }
            case .placeholder(let name): try print(argument(name, call, arguments))
            }
        }
    }

    /// A message as a value: HTML when one of its arguments is.
    mutating func message(_ call: Program.MessageCall) throws(RenderFailure) {
        let arguments = popLast(call.arguments.count)
        let isHTML = arguments.contains { if case .html = $0 { true } else { false } }
        var bytes: [UInt8] = []
        for part in try pattern(call, arguments).parts {
            var text: Text
            switch part {
            case .text(let part): text = Text(String(decoding: part, as: UTF8.self))
            case .placeholder(let name):
                let value = argument(name, call, arguments)
                guard let printed = value.printed else { throw RenderFailure("\(value.kind) cannot be printed") }
                text = printed
            }
            if isHTML { text = text.escaped }
            bytes.append(contentsOf: text.string.utf8)
        }
        stack.append(isHTML ? .html(bytes) : .string(String(decoding: bytes, as: UTF8.self)))
    }

    private func argument(_ name: String, _ call: Program.MessageCall, _ arguments: [Value]) -> Value {
        call.arguments.firstIndex(of: name).map { arguments[$0] } ?? .none
    }
}
