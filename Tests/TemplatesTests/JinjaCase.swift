import Foundation
import Templates
import Testing

/// One case of the oracle: templates, data, and what Jinja2 makes of them.
struct JinjaCase: Decodable, CustomTestStringConvertible {
    var name: String
    var templates: [String: String]
    var data: [String: JSONValue]
    var expected: String

    var testDescription: String { name }

    /// Every case of the files in `Fixtures/jinja`.
    static func all() throws -> [JinjaCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/jinja")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.flatMap { file in
            try JSONDecoder().decode([JinjaCase].self, from: Data(contentsOf: file)).map { found in
                var found = found
                found.name = "\(file.lastPathComponent): \(found.name)"
                return found
            }
        }
    }
}

/// JSON as it stands in a fixture.
indirect enum JSONValue: Decodable {
    case null, bool(Bool), int(Int), string(String), list([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let int = try? container.decode(Int.self) {
            self = .int(int)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// As data that is not checked before rendering.
    var free: Value {
        switch self {
        case .null: .none
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .string(let string): .string(string)
        case .list(let items): .list(items.map(\.free))
        case .object(let members):
            if case .string(let html)? = members["__html__"] {
                .html(Array(html.utf8))
            } else if let value = members["__optional__"] {
                value.free
            } else {
                .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.free) })
            }
        }
    }
}

/// Works out record types from data, as a page model would declare them; what is called `extra` stays free data.
struct ModelBuilder {
    var records: [RecordType] = []

    mutating func typed(_ value: JSONValue, named name: String) -> (type: ValueType, value: Value) {
        if name == "extra" { return (.dynamic, value.free) }
        switch value {
        case .null: return (.optional(.nothing), .none)
        case .bool(let bool): return (.bool, .bool(bool))
        case .int(let int): return (.int, .int(int))
        case .string(let string): return (.string, .string(string))
        case .list(let items):
            let typed = items.map { self.typed($0, named: name + "Item") }
            let type = typed.map(\.type).reduce(ValueType.nothing) { widest($0, $1) }
            return (.list(type), .list(typed.map(\.value)))
        case .object(let members): return object(members, named: name)
        }
    }

    private mutating func object(_ members: [String: JSONValue], named name: String) -> (type: ValueType, value: Value) {
        if case .string(let html)? = members["__html__"] { return (.html, .html(Array(html.utf8))) }
        if let value = members["__optional__"] {
            let (type, value) = typed(value, named: name)
            return (type == .optional(.nothing) ? .optional(.string) : .optional(type), value)
        }
        let keys = members.keys.sorted()
        let fields = keys.map { key in (key, typed(members[key] ?? .null, named: "\(name)_\(key)")) }
        let record = RecordType(name, fields.map { RecordType.Field($0.0, $0.1.type, "") })
        if !records.contains(where: { $0.name == name }) { records.append(record) }
        return (.record(name), .record(fields.map(\.1.value)))
    }

    private func widest(_ left: ValueType, _ right: ValueType) -> ValueType {
        if left == .nothing { return right }
        return left == right ? left : .dynamic
    }
}
