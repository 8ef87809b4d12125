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
                // Most bytes stand for themselves; of those past ASCII only the line separators do not, which begin with E2.
                if byte >= 0x80 ? byte != 0xE2 : isPlain(byte) {
                    index += 1
                    continue
                }
                let length = byte == 0xE2 ? separatorLength(bytes, index) : 1
                if length > 0, let escape = byte == 0xE2 ? separator(bytes[index + 2]) : escape(of: byte) {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    output.append(text: escape)
                    start = index + length
                }
                index += max(1, length)
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(0x22)
    }

    @inline(__always)
    private func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x3C && byte != 0x3E && byte != 0x26
    }

    /// 3 where U+2028 or U+2029 stands and must not; otherwise 0.
    private func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        guard forScript, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    }

    private func separator(_ last: UInt8) -> String { last == 0xA8 ? "\\u2028" : "\\u2029" }

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
