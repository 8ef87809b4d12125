import SiteModel

/// Raw HTML may not bring code: no `script` or `style`, no frames, no event handlers, no `javascript:` (section 5 of
/// `reliability.md`). Content may come from a stranger's pull request.
func checkRawHTML(_ markup: Markup, path: String, _ rule: MarkdownOptions.RawHTMLRule) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard rule == .allow else { return diagnostics }
    for html in markup.rawHTML {
        guard let reason = danger(in: html.literal) else { continue }
        diagnostics.add(
            .unsafeHTML, reason, at: SourceLocation(path, html.range),
            help: "leave it out: pages of this site run no code of their content")
    }
    return diagnostics
}

private func danger(in html: String) -> String? {
    let text = html.lowercased()
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
        let tag = rest[rest.index(after: start)...]
        if tag.hasPrefix("!--") {
            guard let end = tag.endOfComment else { return nil }
            rest = tag[end...]
            continue
        }
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        if refusedTags.contains(String(name)) { return "the element '\(name)' has no place in content" }
        let attributes = tag[name.endIndex...].prefix { $0 != "<" }
        if let handler = eventHandler(in: attributes) { return "the event handler '\(handler)' has no place in content" }
        if attributes.filter({ !$0.isWhitespace }).contains("javascript:") { return "'javascript:' has no place in content" }
        rest = tag
    }
    return nil
}

private let refusedTags: Set<String> = ["script", "style", "iframe", "frame", "object", "embed", "base", "meta", "link", "form"]

private func eventHandler(in attributes: Substring) -> String? {
    var previous: Character = " "
    for index in attributes.indices {
        defer { previous = attributes[index] }
        guard previous.isWhitespace || previous == "/" || previous == "\"" || previous == "'",
            attributes[index...].hasPrefix("on")
        else { continue }
        let name = attributes[index...].prefix { $0.isLetter }
        let after = attributes[name.endIndex...].drop { $0.isWhitespace }
        if name.count > 2, after.first == "=" { return String(name) }
    }
    return nil
}

extension Substring {
    fileprivate var endOfComment: Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix("-->") { return self.index(index, offsetBy: 3) }
            index = self.index(after: index)
        }
        return nil
    }
}
