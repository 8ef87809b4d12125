import SiteModel

/// Gives the headings of a text their ids; empty where a heading gets none.
///
/// `register` knows the ids that the page has besides: the theme's, those of its questions. Ids that editors write come first
/// and stay; one given twice is an error. The others follow GitHub's rule from the heading's text, and get `-1`, `-2` … until
/// they are free (`domain.md` 4.6).
func identifyHeadings(
    of markup: Markup, path: String, isAutomatic: Bool, _ register: inout IDRegister, _ diagnostics: inout Diagnostics
) -> [String] {
    register.claimIDs(in: markup, path: path, &diagnostics)
    for html in markup.rawHTML { values(of: "name", in: html.literal).forEach { register.note($0) } }
    markup.footnoteIDs.forEach { register.note($0) }
    let (headings, images) = (markup.headings, markup.images)
    return headings.indices.map { index in
        if let id = headings[index].attributes.id?.value { return id }
        return isAutomatic ? register.free(for: headings[index].content.plainText(images: images)) : ""
    }
}

/// An id made of a text that is not used yet.
func freeID(for text: String, _ used: inout Set<String>) -> String {
    let base = idBase(text)
    if used.insert(base).inserted { return base }
    let id = numbered(base, isTaken: used.contains)
    used.insert(id)
    return id
}

func idBase(_ text: String) -> String {
    let slug = headingSlug(text)
    return slug.isEmpty ? "section" : slug
}

/// Numbers are taken without gaps, so the first free one is found by doubling and halving; a gap that an editor's own id
/// left is as good.
func numbered(_ base: String, isTaken: (String) -> Bool) -> String {
    var taken = 0
    var free = 1
    while isTaken("\(base)-\(free)") { (taken, free) = (free, free * 2) }
    while free - taken > 1 {
        let middle = (taken + free) / 2
        if isTaken("\(base)-\(middle)") { taken = middle } else { free = middle }
    }
    return "\(base)-\(free)"
}

/// The values of `id` in raw HTML.
func writtenIDs(in html: RawHTML, path: String) -> [Placed<String>] {
    values(of: "id", in: html.literal).map { Placed(normalized($0), at: SourceLocation(path, html.range)) }
}

/// The values of an attribute in raw HTML, in order.
private func values(of attribute: String, in html: String) -> [String] {
    guard html.contains("=") else { return [] }
    var found: [String] = []
    var rest = html[...]
    while let (value, after) = attributeValue(attribute, in: rest) {
        found.append(value)
        rest = after
    }
    return found
}

private func attributeValue(_ name: String, in html: Substring) -> (String, Substring)? {
    var rest = html
    while let equals = rest.firstIndex(of: "=") {
        let before = rest[..<equals].reversed().drop { $0 == " " }
        let after = rest[rest.index(after: equals)...].drop { $0 == " " }
        rest = after
        guard before.starts(with: name.reversed()), before.dropFirst(name.count).first?.isWhitespace ?? false,
            let quote = after.first
        else { continue }
        if quote == "\"" || quote == "'" {
            let value = after.dropFirst().prefix { $0 != quote }
            return (String(value), after[value.endIndex...])
        }
        let value = after.prefix { !$0.isWhitespace && $0 != ">" }
        return (String(value), after[value.endIndex...])
    }
    return nil
}
