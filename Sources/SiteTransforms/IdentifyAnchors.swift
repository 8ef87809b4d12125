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
    return markup.headings.indices.map { index in
        if let id = markup.headings[index].attributes.id { return id.value }
        return isAutomatic ? register.free(for: markup.headings[index].content.plainText(images: markup.images)) : ""
    }
}

/// Gives out the ids of a page, and says where editors gave one twice.
struct IDRegister {
    private(set) var ids: PageIDs
    /// Those that editors wrote.
    private var written: [Placed<String>] = []
    /// Where they stand; made when one stands twice.
    private var places: [String: SourceLocation]?

    init(_ ids: PageIDs) { self.ids = ids }

    /// Notes the ids that headings and raw HTML of a text have.
    mutating func claimIDs(in markup: Markup, path: String, _ diagnostics: inout Diagnostics) {
        for index in markup.headings.indices { claim(markup.headings[index].attributes, &diagnostics) }
        for html in markup.rawHTML {
            for id in writtenIDs(in: html, path: path) { claim(id, &diagnostics) }
        }
    }

    private mutating func claim(_ attributes: Attributes, _ diagnostics: inout Diagnostics) {
        if let id = attributes.id { claim(id, &diagnostics) }
        for id in attributes.aliases { claim(id, &diagnostics) }
    }

    mutating func claim(_ id: Placed<String>, _ diagnostics: inout Diagnostics) {
        guard !ids.take(id.value) else {
            places?[id.value] = id.location
            return written.append(id)
        }
        let places = places ?? Dictionary(written.map { ($0.value, $0.location) }) { first, _ in first }
        self.places = places
        let earlier = places[id.value]
        diagnostics.add(
            .duplicateID, "the id '\(id.value)' stands on this page twice", at: id.location,
            help: earlier == nil ? "the theme uses it; choose another" : "choose another",
            notes: earlier.map { [.init("the first one", at: $0)] } ?? [])
    }

    /// Notes an id that may well stand there already.
    mutating func note(_ id: String) { _ = ids.take(id) }

    /// An id made of a text that nothing else on the page has.
    mutating func free(for text: String) -> String {
        let base = idBase(text)
        if ids.take(base) { return base }
        let id = numbered(base) { ids.contains($0) }
        note(id)
        return id
    }
}

/// The ids of a page. The theme's are on every page, so that only the page's own are collected.
struct PageIDs: Sendable {
    private let theme: Set<String>
    /// Those of the theme that the page does not have: of sections that there is nothing for.
    var absent: Set<String> = []
    private var own: Set<String> = []

    init(theme: Set<String>) {
        self.theme = theme
        own.reserveCapacity(20)
    }

    func contains(_ id: String) -> Bool { own.contains(id) || theme.contains(id) && !absent.contains(id) }

    var all: Set<String> { own.union(theme.subtracting(absent)) }

    /// False where the page has it already.
    mutating func take(_ id: String) -> Bool { !theme.contains(id) && own.insert(id).inserted }
}

/// An id made of a text that is not used yet.
func freeID(for text: String, _ used: inout Set<String>) -> String {
    let base = idBase(text)
    if used.insert(base).inserted { return base }
    let id = numbered(base, isTaken: used.contains)
    used.insert(id)
    return id
}

private func idBase(_ text: String) -> String {
    let slug = headingSlug(text)
    return slug.isEmpty ? "section" : slug
}

/// Numbers are taken without gaps, so the first free one is found by doubling and halving; a gap that an editor's own id
/// left is as good.
private func numbered(_ base: String, isTaken: (String) -> Bool) -> String {
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
private func writtenIDs(in html: RawHTML, path: String) -> [Placed<String>] {
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
