/// Writes a `JSONValue`.
struct JSONWriter {
    private(set) var output: [UInt8] = []
    private let forScript: Bool
    private let isIndented: Bool
    private var depth = 0

    init(forScript: Bool, isIndented: Bool) {
        self.forScript = forScript
        self.isIndented = isIndented
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .string(let string): write(string)
        case .int(let int): put(String(int))
        case .bool(let bool): put(bool ? "true" : "false")
        case .null: put("null")
        case .array(let items): enclose("[", "]", items) { $0.write($1) }
        case .object(let members):
            enclose("{", "}", members) { writer, member in
                writer.write(member.0)
                writer.put(writer.isIndented ? ": " : ":")
                writer.write(member.1)
            }
        }
    }

    private mutating func enclose<Item>(
        _ open: String, _ close: String, _ items: [Item], _ write: (inout JSONWriter, Item) -> Void
    ) {
        put(open)
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { put(",") }
            newLine()
            write(&self, item)
        }
        depth -= 1
        if !items.isEmpty { newLine() }
        put(close)
    }

    private mutating func newLine() {
        if isIndented { put("\n" + String(repeating: "  ", count: depth)) }
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func write(_ string: String) {
        output.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            if let escape = escape(of: scalar) {
                put(escape)
            } else if let bytes = UTF8.encode(scalar) {
                output.append(contentsOf: bytes)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// What stands for a character that may not stand for itself; nil for all others.
    private func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\u{0}"..."\u{1F}": code(scalar)
        case "<", ">", "&", "\u{2028}", "\u{2029}": forScript ? code(scalar) : nil
        default: nil
        }
    }

    private func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
