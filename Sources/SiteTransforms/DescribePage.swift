import SiteModel

/// The ways to pages: home, then the section's listing where there is one.
struct Breadcrumbs: Sendable {
    let home: PageLink
    /// The lists by their address, the first page of each.
    private let lists: [String: PageLink]
    /// The home page and its further pages, which are no step below it.
    private let homePages: Set<Permalink>

    init(_ lists: [ListPage], home: String) {
        self.home = PageLink(title: home, permalink: Permalink("/"))
        homePages = Set(lists.filter { if case .home = $0.kind { true } else { false } }.map(\.permalink))
        let first = lists.filter { $0.pagination.number == 1 }
        self.lists = Dictionary(first.map { ($0.permalink.path, PageLink(title: $0.title, permalink: $0.permalink)) }) {
            first, _ in first
        }
    }

    /// The lists whose addresses are above a page's.
    func leading(to permalink: Permalink) -> [PageLink] {
        guard !homePages.contains(permalink) else { return [] }
        var way = [home]
        let path = permalink.path.utf8
        for slash in path.indices.dropFirst().dropLast() where path[slash] == 0x2F {
            if let list = lists[String(decoding: path[...slash], as: UTF8.self)] { way.append(list) }
        }
        return way
    }
}

/// Fills in what every page takes from its front matter.
func describe(
    _ page: inout Page, by source: PreparedPage, _ config: SiteConfig, _ crumbs: Breadcrumbs, _ records: RecordFinder,
    _ diagnostics: inout Diagnostics
) {
    let fields = source.fields
    page.language = fields.language?.value ?? config.language
    page.description = fields.description?.value ?? source.document.opening
    page.standfirst = fields.description?.value
    page.isHiddenFromSearch = fields.isHiddenFromSearch
    page.changed = fields.updated?.value ?? fields.date?.value
    page.breadcrumbs = crumbs.leading(to: page.permalink)
    page.contact = records.contact(of: source.placed, &diagnostics)
    page.callToAction = records.callToAction(of: source.placed, &diagnostics)
    page.template = fields.template
    page.extra = fields.extra
    page.source = source.document.path
}
