/// The fields of one kind of record, documented.
package struct RecordType: Sendable {
    package var name: String
    package let fields: [Field]
    private let indices: [String: Int]

    package struct Field: Sendable {
        package var name: String
        package var type: ValueType
        /// One sentence for theme authors.
        package var doc: String

        package init(_ name: String, _ type: ValueType, _ doc: String) {
            self.name = name
            self.type = type
            self.doc = doc
        }
    }

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        indices = Dictionary(zip(fields.map(\.name), fields.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Where a field stands in `Value.record`.
    package func index(of field: String) -> Int? { indices[field] }
}

/// All kinds of records that templates meet, by name. Records refer to each other by name, so a record may hold itself.
package struct Schema: Sendable {
    package let records: [RecordType]
    private let byName: [String: RecordType]

    package init(_ records: [RecordType]) {
        self.records = records
        byName = Dictionary(records.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> RecordType? { byName[name] }

    /// Record names that some field mentions and nobody declared, for a test of the model.
    package var undeclared: [String] {
        var missing: [String] = []
        for field in records.flatMap(\.fields) {
            guard let name = recordName(in: field.type), byName[name] == nil, !missing.contains(name) else { continue }
            missing.append(name)
        }
        return missing
    }

    private func recordName(in type: ValueType) -> String? {
        switch type {
        case .record(let name): name
        case .list(let type), .optional(let type): recordName(in: type)
        default: nil
        }
    }
}
