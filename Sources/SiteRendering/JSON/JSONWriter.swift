internal import SiteModel

/// Writes a `JSONValue`.
struct JSONWriter: ~Copyable {
    private(set) var output = ByteBuffer(capacity: 8192)
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

    private mutating func write(_ string: String) { output.appendJSON(string, forScript: forScript) }
}
