internal import SiteModel

/// What stands behind `?` in an address, as a form without a script sends it.
struct Query: Sendable, Equatable {
    private(set) var values: [(name: String, value: String)] = []

    init(_ text: String) {
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(decoded)
            values.append((pair[0], pair.count > 1 ? pair[1] : ""))
        }
    }

    /// The first value of a name; nil where it is missing or empty.
    subscript(name: String) -> String? {
        get { values.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value } }
        set {
            values.removeAll { $0.name == name }
            if let newValue { values.append((name, newValue)) }
        }
    }

    /// As it stands in an address, with its `?`; empty where there is nothing.
    var text: String {
        let parts = values.filter { !$0.value.isEmpty }.map { "\(percentEncodedValue($0.name))=\(percentEncodedValue($0.value))" }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    static func == (left: Query, right: Query) -> Bool { left.text == right.text }
}

private func decoded(_ text: Substring) -> String {
    let spaced = String(decoding: text.utf8.map { $0 == 0x2B ? 0x20 : $0 }, as: UTF8.self)
    return percentDecoded(spaced) ?? spaced
}
