package import SiteModel
internal import Templates

/// What all pages of a build share, worked out once: the site, the theme, the texts, the words of each language, and the values
/// of `site` and `assets` that are the same everywhere.
package final class SharedValues: Sendable {
    let config: SiteConfig
    package let theme: Theme
    package let texts: SiteTexts
    /// The number of questions on the whole site.
    let questionCount: Int
    /// The picture of shared links to pages that have none.
    let shareImage: PublishedImage?
    /// `assets`, in the order of the theme's files.
    let assets: Value
    let site: SiteValue
    /// The feeds of the whole site, and by the listing of a section those with its own behind them.
    let siteFeeds: [Value]
    let sectionFeeds: [Permalink: [Value]]
    /// What structured data has on every page.
    let websiteNode: [UInt8]
    let organizationNode: [UInt8]
    /// The address of the site as it stands in a string of JSON.
    let rootInJSON: [UInt8]
    /// What templates may take for granted.
    private let known: [String: [Value?]]
    private let wordings: [String: Wording]

    package init(_ site: Site, _ theme: Theme, _ texts: SiteTexts) {
        config = site.config
        self.theme = theme
        self.texts = texts
        questionCount = site.questionCount
        shareImage = site.shareImage
        let baseURL = site.config.baseURL
        let assetFields = theme.assets.map { Value.record([.string(baseURL.href($0.permalink)), .string($0.integrity)]) }
        assets = .record(assetFields)
        let siteFields = fields(of: site)
        self.site = SiteValue(siteFields, site.config)
        let siteFeeds = site.feeds.filter { $0.section == nil }.flatMap { links(to: $0, site.config, theme) }
        self.siteFeeds = siteFeeds
        sectionFeeds = Dictionary(
            site.feeds.filter { $0.section != nil }.map { ($0.home, siteFeeds + links(to: $0, site.config, theme)) },
            uniquingKeysWith: { first, _ in first })
        websiteNode = SiteRendering.websiteNode(site.config)
        organizationNode = SiteRendering.organizationNode(site.config)
        var root = ByteBuffer()
        root.appendJSONContent(baseURL.root, forScript: true)
        rootInJSON = root.array
        let languages = Set(site.pages.map(\.language)).union([site.config.language])
        known = ["site": siteFields, "assets": assetFields]
        let known = known
        wordings = Dictionary(uniqueKeysWithValues: languages.map { ($0, Wording(site.config, theme, $0, knowing: known)) })
    }

    func wording(_ language: String) -> Wording { wordings[language] ?? Wording(config, theme, language, knowing: known) }
}

/// `site` in the order of `PageModel`, nil for the menu where there is one.
private func fields(of site: Site) -> [Value?] {
    let (config, baseURL) = (site.config, site.config.baseURL)
    return [
        .string(config.title), .string(baseURL.root), .string(baseURL.path), .string(config.language),
        optional(config.description), config.publisher.map { publisherValue($0, baseURL) } ?? Value.none,
        config.menu.isEmpty ? .list([]) : nil, .list(links(to: site.icons, config)), optional(config.themeColor?.light),
        optional(config.themeColor?.dark),
    ]
}

func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .none }

private func publisherValue(_ publisher: Publisher, _ baseURL: BaseURL) -> Value {
    let logo = publisher.logo.map { $0.value.hasPrefix("/") ? baseURL.href(Permalink($0.value)) : $0.value }
    return .record([
        .string(publisher.name), publisher.url.map { .string($0) } ?? .none, logo.map { .string($0) } ?? .none,
        (publisher.logoImage?.size).map { .int($0.width) } ?? .none, (publisher.logoImage?.size).map { .int($0.height) } ?? .none,
        (publisher.principles?.value).map { .string($0.hasPrefix("/") ? baseURL.href(Permalink($0)) : $0) } ?? .none,
    ])
}

/// The forms of a feed, the one first that most readers know.
private func links(to feed: Feed, _ config: SiteConfig, _ theme: Theme) -> [Value] {
    let title = feedTitle(feed, config, theme.sources)
    return FeedFormat.allCases.map { format in
        .record([.string(title), .string(config.baseURL.href(format.address(of: feed))), .string(format.type)])
    }
}
