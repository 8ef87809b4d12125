import SiteModel

/// The ids of a text's headings, and every id that a link may lead to in it.
struct Anchors: Sendable {
    /// For each heading of the text; empty where it gets none.
    var headingIDs: [String]
    /// Those that were taken, headings' ids and former ids, ids in raw HTML, footnotes.
    var all: Set<String>
}

/// Gives the headings of a text their ids.
///
/// `taken` are the ids that the page has besides: the theme's, those of its questions. Ids that editors write come first
/// and stay; one given twice is an error. The others follow GitHub's rule from the heading's text, and get `-1`, `-2` … until
/// they are free (`domain.md` 4.6).
func identifyAnchors(
    _ markup: Markup, path: String, taken: [String: SourceLocation?], isAutomatic: Bool
) -> Outcome<Anchors> {
    var diagnostics = Diagnostics()
    var places = taken
    for index in markup.headings.indices {
        if let id = markup.headings[index].attributes.id { claim(id, in: &places, &diagnostics) }
        for id in markup.headings[index].attributes.aliases { claim(id, in: &places, &diagnostics) }
    }
    for id in markup.rawHTML.flatMap({ ids(in: $0, path: path) }) { claim(id, in: &places, &diagnostics) }
    var used = Set(places.keys)
    for html in markup.rawHTML { used.formUnion(values(of: "name", in: html.literal)) }
    used.formUnion(markup.footnoteIDs)
    var headingIDs: [String] = []
    headingIDs.reserveCapacity(markup.headings.count)
    for index in markup.headings.indices {
        if let id = markup.headings[index].attributes.id {
            headingIDs.append(id.value)
        } else if isAutomatic {
            headingIDs.append(freeID(for: markup.headings[index].content.plainText(images: markup.images), &used))
        } else {
            headingIDs.append("")
        }
    }
    return Outcome(Anchors(headingIDs: headingIDs, all: used), diagnostics)
}

/// Notes an id that an editor wrote, and says where it already stands.
func claim(_ id: Placed<String>, in places: inout [String: SourceLocation?], _ diagnostics: inout Diagnostics) {
    if let earlier = places[id.value] {
        diagnostics.add(
            .duplicateID, "the id '\(id.value)' stands on this page twice", at: id.location,
            help: earlier == nil ? "the theme uses it; choose another" : "choose another",
            notes: earlier.map { [.init("the first one", at: $0)] } ?? [])
        return
    }
    places[id.value] = .some(id.location)
}

/// An id made of a text that no other on the page has.
func freeID(for text: String, _ used: inout Set<String>) -> String {
    let slug = headingSlug(text)
    let base = slug.isEmpty ? "section" : slug
    if used.insert(base).inserted { return base }
    // Numbers are taken without gaps, so the first free one is found by doubling and halving; a gap that an editor's own id
    // left is as good.
    var taken = 0
    var free = 1
    while used.contains("\(base)-\(free)") { (taken, free) = (free, free * 2) }
    while free - taken > 1 {
        let middle = (taken + free) / 2
        if used.contains("\(base)-\(middle)") { taken = middle } else { free = middle }
    }
    used.insert("\(base)-\(free)")
    return "\(base)-\(free)"
}

/// The values of `id` in raw HTML.
func ids(in html: RawHTML, path: String) -> [Placed<String>] {
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
