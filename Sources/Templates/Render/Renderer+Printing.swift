internal import SiteModel

// Printing, and catching what is printed.
extension Renderer {
    /// `{{ }}`: text is escaped, HTML is not.
    @inline(__always)
    static func print(_ operand: Operand, to output: inout ByteBuffer, _ limit: Int) throws(RenderFailure) {
        if let (bytes, isHTML) = operand.longText {
            try check(output.count &+ bytes.count, limit)
            if isHTML { output.append(bytes: bytes) } else { appendEscaped(bytes, to: &output) }
        } else if let text = operand.shortText {
            try check(output.count &+ text.utf8.count, limit)
            appendEscaped(text, to: &output)
        } else {
            try print(operand.value, to: &output, limit)
        }
    }

    @inline(never)
    private static func print(_ value: Value, to output: inout ByteBuffer, _ limit: Int) throws(RenderFailure) {
        switch value {
        case .string(let string):
            try check(output.count &+ string.utf8.count, limit)
            appendEscaped(string, to: &output)
        case .html(let bytes):
            try check(output.count &+ bytes.count, limit)
            output.append(contentsOf: bytes)
        case .int(let number): output.append(number: number)
        default: try printRest(value, to: &output)
        }
    }

    private static func printRest(_ value: Value, to output: inout ByteBuffer) throws(RenderFailure) {
        guard let text = value.printed else {
            throw RenderFailure(
                "\(value.kind) cannot be printed", help: value.isNone ? "give another value: 'default(…, true)'" : nil)
        }
        output.append(text: text.string)
    }

    mutating func endCapture() throws(RenderFailure) {
        try checkSize()
        let start = captures.removeLast()
        push(.html(output.array(from: start)))
        output.cut(to: start)
    }

    private func parts(of message: ReadyMessage) throws(RenderFailure) -> LentValues {
        var count: Int?
        if let index = message.count {
            let value = argument(index, of: message)
            guard case .int(let number) = value else { throw .wrongKind("'count'", wants: "a number", got: value) }
            count = number
        }
        guard let parts = message.parts(count: count) else {
            throw RenderFailure("there is no message '\(message.key)'")
        }
        return parts
    }

    private func argument(_ index: Int, of message: ReadyMessage) -> Value {
        stack[stack.count - message.arguments + index].value
    }

    /// A message printed at once.
    mutating func printMessage(_ message: ReadyMessage) throws(RenderFailure) {
        let (parts, first) = (try parts(of: message), stack.count - message.arguments)
        for index in 0..<parts.count {
            let part = parts[index]
            try Self.print(part.number.map { stack[first + $0].copy } ?? part, to: &output, limits.bytes)
        }
        stack.removeLast(message.arguments)
    }

    /// A message as a value: HTML when one of its arguments is.
    mutating func putMessage(_ message: ReadyMessage) throws(RenderFailure) {
        let isHTML = (0..<message.arguments).contains { if case .html = argument($0, of: message) { true } else { false } }
        var bytes: [UInt8] = []
        let parts = try parts(of: message)
        for index in 0..<parts.count {
            let value = parts[index].number.map { argument($0, of: message) } ?? parts[index].value
            guard var text = value.printed else { throw RenderFailure("\(value.kind) cannot be printed") }
            if isHTML { text = text.escaped }
            bytes.append(contentsOf: text.string.utf8)
            if bytes.count > limits.bytes { throw RenderFailure("the text becomes larger than \(limits.bytes) bytes") }
        }
        stack.removeLast(message.arguments)
        push(isHTML ? .html(bytes) : .string(String(decoding: bytes, as: UTF8.self)))
    }
}
