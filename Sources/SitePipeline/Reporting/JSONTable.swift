internal import SiteRendering

extension Table {
    /// The rows as JSON (`docs/schemas/list-1.json`), a member a column: `answered in` is `answeredIn`.
    package func json(of kind: SiteList) -> String {
        let names = header.map(memberName)
        let items = rows.map { row in JSONValue.object(zip(names, row).map { ($0, $1.json) }) }
        let whole: [(String, JSONValue)] = [
            ("version", .int(1)), ("kind", .string(kind.rawValue)), ("items", .array(items)),
        ]
        return String(decoding: JSONValue.object(whole).indentedText(), as: UTF8.self) + "\n"
    }
}

extension Table.Cell {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .list(let items): .array(items.map { .string($0) })
        case .missing: .null
        }
    }
}

private func memberName(_ title: String) -> String {
    let words = title.split(separator: " ")
    return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
