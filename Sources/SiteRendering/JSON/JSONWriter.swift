/// Writes a `JSONValue`.
struct JSONWriter {
    private(set) var output: [UInt8] = []
    private let forScript: Bool
    private let isIndented: Bool
    private var depth = 0

    init(forScript: Bool, isIndented: Bool) {
        self.forScript = forScript
        self.isIndented = isIndented
        output.reserveCapacity(8192)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .string(let string): write(string)
        case .int(let int): output.append(text: String(int))
        case .bool(let bool): output.append(bool ? "true" : "false")
        case .null: output.append("null")
        case .written(let bytes): output.append(contentsOf: bytes)
        case .array(let items):
            open("[")
            for index in items.indices {
                separate(index)
                write(items[index])
            }
            close("]", isEmpty: items.isEmpty)
        case .object(let members):
            open("{")
            for index in members.indices {
                separate(index)
                write(members[index].0)
                output.append(isIndented ? ": " : ":")
                write(members[index].1)
            }
            close("}", isEmpty: members.isEmpty)
        }
    }

    private mutating func open(_ mark: StaticString) {
        output.append(mark)
        depth += 1
    }

    private mutating func separate(_ index: Int) {
        if index > 0 { output.append(0x2C) }
        newLine()
    }

    private mutating func close(_ mark: StaticString, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { newLine() }
        output.append(mark)
    }

    private mutating func newLine() {
        if isIndented { output.append(text: "\n" + String(repeating: "  ", count: depth)) }
    }

    private mutating func write(_ string: String) {
        output.append(0x22)
        var string = string
        string.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if isPlain(byte) {
                    index += 1
                    continue
                }
                let (escape, length) = escape(at: index, in: bytes)
                if let escape {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    output.append(text: escape)
                    start = index + length
                }
                index += length
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(0x22)
    }

    /// Most bytes stand for themselves. Of those past ASCII only the line separators do not, which begin with E2.
    @inline(__always)
    private func isPlain(_ byte: UInt8) -> Bool {
        if byte > 0x3E { return byte != 0x5C && byte != 0xE2 }
        return byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
    }

    /// What stands for the character at an index, nil for itself, and how many bytes it has.
    private func escape(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (String?, Int) {
        guard bytes[index] == 0xE2 else { return (escape(of: bytes[index]), 1) }
        guard forScript, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return (nil, 1) }
        switch bytes[index + 2] {
        case 0xA8: return ("\\u2028", 3)
        case 0xA9: return ("\\u2029", 3)
        default: return (nil, 1)
        }
    }

    /// What stands for a character that may not stand for itself; nil for all others.
    private func escape(of byte: UInt8) -> String? {
        switch byte {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0x00..<0x20: code(byte)
        default: forScript ? code(byte) : nil
        }
    }

    private func code(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
