import SiteModel

/// Lays out the feeds: one of the whole site, and one of each section that has articles.
///
/// Articles that search engines are asked not to list are in them: who follows a feed is a reader, and lists show them too.
func layOutFeeds(
    _ pages: [PreparedPage], _ articles: ArticleList, _ lists: [ListPage], _ config: SiteConfig
) -> [Feed] {
    let length = config.feeds.length
    guard length > 0, !articles.pages.isEmpty else { return [] }
    let descriptions = Dictionary(
        pages.filter { $0.document.role == .listing }.map { ($0.permalink, $0.fields.description?.value) }
    ) { first, _ in first }
    let home = Permalink("/")
    let whole = Feed(
        home: home, section: nil, description: (descriptions[home] ?? nil) ?? config.description,
        articles: articles.summaries.prefix(length).map(\.permalink))
    let ofSections = lists.compactMap { list -> Feed? in
        guard case .section(let section) = list.kind, list.pagination.number == 1, let own = articles.bySection[section] else {
            return nil
        }
        return Feed(
            home: list.permalink, section: list.title, description: descriptions[list.permalink] ?? nil,
            articles: own.prefix(length).map { articles.summaries[$0].permalink })
    }
    return [whole] + ofSections
}

/// The address of a section's listing.
func listingAddress(of section: String) -> Permalink { Permalink("/\(pathSlug(section))/") }
