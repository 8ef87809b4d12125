package import SiteModel

/// The two forms of some of a site's feeds, whose articles are among its pages. An article that stands in several feeds is rendered
/// once.
package func render(_ feeds: [Feed], of site: Site, _ shared: SharedValues) -> [RenderedFile] {
    let wanted = Set(feeds.flatMap(\.articles))
    var entries: [Permalink: FeedEntry] = [:]
    for page in site.pages where wanted.contains(page.permalink) {
        guard case .article(let article) = page.content else { continue }
        entries[page.permalink] = FeedEntry(page, article.value, shared)
    }
    return feeds.flatMap { feed in
        let own = feed.articles.compactMap { entries[$0] }
        let title = feedTitle(feed, site.config, shared.theme.sources)
        return FeedFormat.allCases.map { format in
            let bytes =
                switch format {
                case .atom: atomFeed(feed, own, of: site, titled: title)
                case .json: jsonFeed(feed, own, of: site, titled: title)
                }
            return RenderedFile(path: format.address(of: feed).outputPath, content: .bytes(bytes))
        }
    }
}

/// The sources whose texts stand whole in feeds, by position. They are written anew for reading outside of their page, which takes
/// their trees.
package func textsInFeeds(of site: Site) -> Set<Int> {
    guard site.config.feeds.content == .full else { return [] }
    let wanted = Set(site.feeds.flatMap(\.articles))
    return site.pages.reduce(into: []) { sources, page in
        if wanted.contains(page.permalink) { sources.formUnion(page.textSources) }
    }
}

/// The forms of a feed, the one that most readers know first.
enum FeedFormat: CaseIterable {
    case atom, json

    /// The media type.
    var type: String {
        switch self {
        case .atom: "application/atom+xml"
        case .json: "application/feed+json"
        }
    }

    func address(of feed: Feed) -> Permalink {
        switch self {
        case .atom: feed.atom
        case .json: feed.json
        }
    }
}

/// The site's name, with that of the section as the theme's string `feedTitle` puts them together.
func feedTitle(_ feed: Feed, _ config: SiteConfig, _ theme: ThemeSources) -> String {
    guard let section = feed.section else { return config.title }
    let pattern = theme.word("feedTitle", in: config.language)
    return filled(pattern.isEmpty ? "{site} – {section}" : pattern, ["site": config.title, "section": section])
}
