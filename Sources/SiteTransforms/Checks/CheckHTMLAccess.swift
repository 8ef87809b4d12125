import SiteModel

/// What raw HTML must not take from readers who listen, or who use a keyboard (`domain.md` 8.1 AX3, AX4, AX11, AX13).
func checkAccess(_ markup: Markup, path: String, _ rule: MarkdownOptions.RawHTMLRule) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard rule == .allow else { return diagnostics }
    for html in markup.rawHTML where !html.literal.hasPrefix("<!--") {
        for tag in RawTags(html.literal) {
            guard let fault = fault(of: tag) else { continue }
            diagnostics.add(fault.code, fault.message, at: SourceLocation(path, html.range), help: fault.help)
        }
    }
    return diagnostics
}

private func fault(of tag: RawTags.Tag) -> (code: DiagnosticCode, message: String, help: String)? {
    if tag.name == "h1" {
        return (.extraTitle, "the page's title is its only first-level heading", "write '<h2>'")
    }
    if tag.name == "img", tag["alt"] == nil {
        return (
            .missingAlt, "the image has no 'alt'",
            "add 'alt=\"what it shows\"', or 'alt=\"\"' where readers miss nothing without it"
        )
    }
    if tag["autoplay"] != nil {
        return (.inaccessibleHTML, "'autoplay' starts sound or motion that readers did not ask for", "delete it")
    }
    if tag["autofocus"] != nil {
        return (.inaccessibleHTML, "'autofocus' takes readers away from where they begin to read", "delete it")
    }
    if let order = tag["tabindex"].flatMap({ Int($0) }), order > 0 {
        return (
            .inaccessibleHTML, "'tabindex' above 0 changes the order in which the keyboard goes through the page", "write '0'"
        )
    }
    return nil
}

/// The opening tags of raw HTML, names in lower case.
struct RawTags: Sequence, IteratorProtocol {
    private var rest: Substring

    init(_ html: String) { rest = html[...] }

    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]

        /// The value of an attribute, empty where it has none; nil where it is not there.
        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    mutating func next() -> Tag? {
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            guard !name.isEmpty else { continue }
            rest = rest[name.endIndex...]
            return Tag(name: name.lowercased(), attributes: attributes())
        }
        return nil
    }

    private mutating func attributes() -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let name = rest.prefix { !$0.isWhitespace && !"=/><".contains($0) }
            guard !name.isEmpty else { return attributes }
            rest = rest[name.endIndex...].drop(while: \.isWhitespace)
            attributes.append((name.lowercased(), rest.first == "=" ? value() : ""))
        }
    }

    private mutating func value() -> String {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            let value = rest.prefix { !$0.isWhitespace && $0 != ">" }
            rest = rest[value.endIndex...]
            return String(value)
        }
        let value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        return String(value)
    }
}
