import SiteModel

/// Gives out the ids of a page, and says where editors gave one twice.
struct IDRegister {
    private(set) var ids: PageIDs
    /// Those that editors wrote.
    private var written: [Placed<String>] = []
    /// Where they stand; made when one stands twice.
    private var places: [String: SourceLocation]?

    init(_ ids: PageIDs) {
        self.ids = ids
        written.reserveCapacity(8)
    }

    /// Notes the ids that headings and raw HTML of a text have.
    mutating func claimIDs(in markup: Markup, path: String, _ diagnostics: inout Diagnostics) {
        let headings = markup.headings
        for index in headings.indices where headings[index].attributes.hasIDs {
            claim(headings[index].attributes, &diagnostics)
        }
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

extension Attributes {
    fileprivate var hasIDs: Bool { id != nil || !aliases.isEmpty }
}

/// The ids of a page. The theme's are on every page, so that only the page's own are collected.
struct PageIDs: Sendable {
    private let theme: ThemeIDs
    /// Those of the theme that the page does not have: of sections that there is nothing for.
    var absent: [String] = []
    /// In the order in which they were taken.
    private var own: [String] = []
    /// The same, where they are so many that looking through them takes longer.
    private var many: Set<String>?

    init(theme: ThemeIDs) {
        self.theme = theme
        own.reserveCapacity(12)
    }

    func contains(_ id: String) -> Bool { isTaken(id) || theme.contains(id) && !absent.contains(id) }

    var all: Set<String> { Set(own).union(theme.ids.subtracting(absent)) }

    /// False where the page has it already.
    mutating func take(_ id: String) -> Bool {
        guard !theme.contains(id), !isTaken(id) else { return false }
        if own.count == 32 { many = Set(own) }
        many?.insert(id)
        own.append(id)
        return true
    }

    private func isTaken(_ id: String) -> Bool { many?.contains(id) ?? own.contains(id) }
}

/// The ids that the theme has on every page.
struct ThemeIDs: Sendable {
    let ids: Set<String>
    /// In bytes. Most ids of headings are longer.
    private let longest: Int

    init(_ ids: [String]) {
        self.ids = Set(ids)
        longest = ids.map(\.utf8.count).max() ?? 0
    }

    func contains(_ id: String) -> Bool { id.utf8.count <= longest && ids.contains(id) }
}
