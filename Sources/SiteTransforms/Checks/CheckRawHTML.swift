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
        if read(attributes).contains("javascript:".utf8) { return "'javascript:' has no place in content" }
        rest = tag
    }
    return nil
}

/// Attributes as browsers read an address in them: references stand for characters, and blanks go.
private func read(_ attributes: Substring) -> [UInt8] {
    let parts = attributes.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    let read = Array(parts[0]) + parts.dropFirst().flatMap { readReference(Array($0)) }
    return read.filter { $0 > 0x20 }
}

/// What stands behind a `&`: the reference of a character of ASCII, with or without a semicolon, and the rest.
private func readReference(_ text: [UInt8]) -> [UInt8] {
    for (name, character) in [("colon;", ":"), ("tab;", ""), ("newline;", "")] where text.starts(with: name.utf8) {
        return Array(character.utf8) + text.dropFirst(name.utf8.count)
    }
    guard text.first == UInt8(ascii: "#") else { return text }
    let isHexadecimal = text.dropFirst().first == UInt8(ascii: "x")
    let rest = text.dropFirst(isHexadecimal ? 2 : 1)
    let digits = rest.prefix { (0x30...0x39).contains($0) || (isHexadecimal && (0x61...0x66).contains($0)) }
    guard let number = Int(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10), number < 0x80 else {
        return text
    }
    let end = rest.dropFirst(digits.count)
    let character = String(Unicode.Scalar(UInt8(number))).lowercased()
    return Array(character.utf8) + (end.first == UInt8(ascii: ";") ? end.dropFirst() : end)
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
