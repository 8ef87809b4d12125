/// The fields of a node in the order in which they are added; what has no value is left out.
struct Fields {
    private(set) var entries: [(String, JSONValue)] = []

    mutating func add(_ name: String, _ value: JSONValue?) {
        if let value { entries.append((name, value)) }
    }

    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { entries.append((name, .string(text))) }
    }
}

extension StructuredData {
    func node(_ type: String, _ id: String?, _ fill: (inout Fields) -> Void) -> JSONValue { node([type], id, fill) }

    func node(_ types: [String], _ id: String?, _ fill: (inout Fields) -> Void) -> JSONValue {
        var fields = Fields()
        fields.add("@type", types.count == 1 ? .string(types[0]) : .array(types.map { .string($0) }))
        fields.add("@id", id)
        fill(&fields)
        return .object(fields.entries)
    }

    /// One value stands by itself, several in a list, none is left out.
    func array(_ values: [JSONValue]) -> JSONValue? { values.count > 1 ? .array(values) : values.first }

    func strings(_ texts: [String]) -> JSONValue? { array(texts.map { .string($0) }) }

    func references(_ ids: [String]) -> JSONValue? { array(ids.map(reference)) }
}
