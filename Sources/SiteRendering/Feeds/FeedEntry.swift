import SiteModel

/// What feeds say of an article.
struct FeedEntry {
    let id: String
    let url: String
    let title: String
    let language: String
    let summary: String?
    let published: Instant
    /// The later of the dates of publication and of the last change.
    let updated: Instant
    let authors: [FeedAuthor]
    let tags: [String]
    let image: String?
    /// HTML for reading outside of the page; nil where feeds have summaries only.
    let content: [UInt8]?

    init(_ page: Page, _ article: Article, _ shared: SharedValues) {
        let baseURL = shared.config.baseURL
        let summary = article.summary
        url = baseURL.absolute(page.permalink)
        id = article.id ?? url
        title = summary.title
        language = page.language
        self.summary = summary.description
        published = summary.published
        updated = max(article.updated ?? summary.published, summary.published)
        authors = summary.authors.map { FeedAuthor(name: $0.name, url: baseURL.absolute($0.permalink)) }
        tags = summary.terms.map(\.title)
        image = summary.image?.absolute
        content =
            shared.config.feeds.content == .full
            ? FeedContent(PageValues(shared, page: page), page.permalink).html(article) : nil
    }
}

struct FeedAuthor {
    let name: String
    let url: String?
}

extension Site {
    /// Who stands behind all feeds: the publisher, or else the site itself.
    var feedAuthor: FeedAuthor {
        guard let publisher = config.publisher else { return FeedAuthor(name: config.title, url: config.baseURL.root) }
        return FeedAuthor(name: publisher.name, url: publisher.url.map { config.baseURL.absolute(named: $0) })
    }
}
