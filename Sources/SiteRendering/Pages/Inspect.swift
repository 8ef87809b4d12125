package import SiteModel
internal import Templates

/// The values that a page's template sees, as JSON with the names of the page model.
package func inspect(_ page: Page, _ shared: SharedValues) -> String {
    let values = PageValues(shared, page: page)
    let roots: [(String, Value, ValueType)] = [
        ("site", values.site(on: page.permalink), .record("site")),
        ("assets", values.assets, .record("assets")),
        ("page", values.page(page), .record(page.content.kind.record)),
    ]
    let text = JSONValue.object(roots.map { ($0.0, json($0.1, $0.2, shared.theme.schema)) }).indentedText()
    return String(decoding: text, as: UTF8.self) + "\n"
}

/// A value of the page model, the fields of records in the order of the model.
private func json(_ value: Value, _ type: ValueType, _ schema: Schema) -> JSONValue {
    switch (value, type) {
    case (.none, _): return .null
    case (_, .optional(let inner)): return json(value, inner, schema)
    case (.bool(let bool), _): return .bool(bool)
    case (.int(let int), _): return .int(int)
    case (.string(let string), _): return .string(string)
    case (.html(let bytes), _): return .string(String(decoding: bytes, as: UTF8.self))
    case (.list(let items), .list(let inner)): return .array(items.map { json($0, inner, schema) })
    case (.list(let items), _): return .array(items.map { json($0, .dynamic, schema) })
    case (.record(let values), .record(let name)):
        let fields = schema[name]?.fields ?? []
        return .object(zip(fields, values).map { ($0.name, json($1, $0.type, schema)) })
    case (.record(let values), _): return .array(values.map { json($0, .dynamic, schema) })
    case (.object(let members), _): return .object(members.map { ($0.key, json($0.value, .dynamic, schema)) })
    }
}
