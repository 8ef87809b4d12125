package import SiteModel
internal import Templates

/// The values that a page's template sees, as JSON with the names of the page model.
package func inspect(_ page: Page, of site: Site, with theme: Theme) -> String {
    let values = PageValues(site: site, theme: theme, language: page.language)
    var json = JSONText()
    json.object(
        [
            ("site", values.site(on: page.permalink), .record("site")),
            ("assets", values.assets, .record("assets")),
            ("page", values.page(page), .record(page.content.kind.record)),
        ], theme.schema)
    return json.text + "\n"
}

/// Writes values as indented JSON (RFC 8259), fields in the order of the model.
private struct JSONText {
    var text = ""
    private var indent = 0

    mutating func object(_ fields: [(String, Value, ValueType)], _ schema: Schema) {
        lines("{", "}", fields) { json, field in
            json.string(field.0)
            json.text += ": "
            json.write(field.1, field.2, schema)
        }
    }

    private mutating func write(_ value: Value, _ type: ValueType, _ schema: Schema) {
        switch (value, type) {
        case (.none, _): text += "null"
        case (_, .optional(let inner)): write(value, inner, schema)
        case (.bool(let bool), _): text += bool ? "true" : "false"
        case (.int(let int), _): text += String(int)
        case (.string(let string), _): self.string(string)
        case (.html(let bytes), _): self.string(String(decoding: bytes, as: UTF8.self))
        case (.list(let items), _):
            let inner: ValueType = if case .list(let item) = type { item } else { .dynamic }
            lines("[", "]", items) { $0.write($1, inner, schema) }
        case (.record(let values), .record(let name)):
            let fields = schema[name]?.fields ?? []
            object(zip(fields, values).map { ($0.name, $1, $0.type) }, schema)
        case (.record(let values), _): lines("[", "]", values) { $0.write($1, .dynamic, schema) }
        case (.object(let members), _): object(members.map { ($0.key, $0.value, .dynamic) }, schema)
        }
    }

    private mutating func lines<Item>(_ open: String, _ close: String, _ items: [Item], _ write: (inout JSONText, Item) -> Void) {
        text += open
        guard !items.isEmpty else {
            text += close
            return
        }
        indent += 1
        for (index, item) in items.enumerated() {
            text += (index > 0 ? "," : "") + "\n" + String(repeating: "  ", count: indent)
            write(&self, item)
        }
        indent -= 1
        text += "\n" + String(repeating: "  ", count: indent) + close
    }

    private mutating func string(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
