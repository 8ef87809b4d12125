import SiteModel

/// The ways to pages: home, then the section's listing where there is one.
struct Breadcrumbs: Sendable {
    let home: PageLink
    /// The ways through lists, each with the list at its end, by the address of its first page. All pages below a list share its way.
    private let ways: [String: [PageLink]]
    private let homeWay: [PageLink]
    /// The home page and its further pages, which are no step below it.
    private let homePages: Set<Permalink>

    init(_ lists: [ListPage], home: String) {
        let home = PageLink(title: home, permalink: Permalink("/"))
        let first = lists.filter { $0.pagination.number == 1 }
        let links = Dictionary(first.map { ($0.permalink.path, PageLink(title: $0.title, permalink: $0.permalink)) }) {
            first, _ in first
        }
        ways = links.mapValues { link in [home] + folders(above: link.permalink).reversed().compactMap { links[$0] } + [link] }
        homePages = Set(lists.filter { if case .home = $0.kind { true } else { false } }.map(\.permalink))
        homeWay = [home]
        self.home = home
    }

    /// The lists whose addresses are above a page's.
    func leading(to permalink: Permalink) -> [PageLink] {
        let mayBeHome = permalink.path.utf8.count == 1 || permalink.path.hasPrefix("/page/")
        guard !mayBeHome || !homePages.contains(permalink) else { return [] }
        for folder in folders(above: permalink) {
            if let way = ways[folder] { return way }
        }
        return homeWay
    }
}

/// The addresses of the folders above a page, the nearest first, without the root.
private func folders(above permalink: Permalink) -> some Sequence<String> {
    let path = permalink.path
    let slashes = path.utf8.indices.dropFirst().dropLast().reversed().lazy.filter { path.utf8[$0] == 0x2F }
    return slashes.map { String(decoding: path.utf8[...$0], as: UTF8.self) }
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
