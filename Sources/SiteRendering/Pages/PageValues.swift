import SiteModel
import Templates

/// Builds the values that templates see, field by field in the order of `PageModel`.
struct PageValues: Sendable {
    let config: SiteConfig
    let theme: Theme
    /// The number of questions on the whole site.
    let questionCount: Int
    private let siteFeeds: [Feed]
    /// The language of the page, for dates and for the words that the writer adds.
    let language: String
    let style: HTMLStyle
    /// The picture of shared links to pages that have none.
    let shareImage: PublishedImage?

    init(site: Site, theme: Theme, language: String) {
        config = site.config
        self.theme = theme
        questionCount = site.questionCount
        siteFeeds = site.feeds
        self.language = language
        shareImage = site.shareImage
        style = .reading(site.config, theme.sources, language)
    }

    /// `site`, as one page sees it.
    func site(on permalink: Permalink) -> Value {
        .record([
            .string(config.title), .string(config.baseURL.root), .string(config.baseURL.path), .string(config.language),
            optional(config.description), publisher, .list(config.menu.map { menuEntry($0, on: permalink) }),
            .list([]), .none,
        ])
    }

    private var publisher: Value {
        guard let publisher = config.publisher else { return .none }
        let logo = publisher.logo.map { $0.value.hasPrefix("/") ? config.baseURL.href(Permalink($0.value)) : $0.value }
        return .record(
            [.string(publisher.name), optional(publisher.url), optional(logo)] + measures(publisher.logoImage?.size))
    }

    private func menuEntry(_ entry: MenuEntry, on permalink: Permalink) -> Value {
        let isCurrent = entry.url.value == "/" ? permalink.path == "/" : permalink.path.hasPrefix(entry.url.value)
        return .record([.string(entry.label), .string(href(entry.url.value)), .bool(isCurrent)])
    }

    /// An address of `site.yml`: a path of this site gets the base path.
    func href(_ url: String) -> String { url.hasPrefix("/") ? config.baseURL.path + url.dropFirst() : url }

    /// `assets`, in the order of the theme's files.
    var assets: Value {
        .record(theme.assets.map { .record([.string(config.baseURL.href($0.permalink)), .string($0.integrity)]) })
    }

    func page(_ page: Page) -> Value { .record(common(page) + own(page)) }

    private func common(_ page: Page) -> [Value] {
        [
            .string(page.content.kind.rawValue), .string(page.title), .string(config.baseURL.href(page.permalink)),
            .string(config.baseURL.absolute(page.permalink)), .string(page.language),
            .string(isRightToLeft(page.language) ? "rtl" : "ltr"), optional(page.description), optional(page.standfirst),
            .string(robots(page)), openGraph(page), twitterCard(page), .html(structuredData(page)),
            .list(feeds(for: page)), .bool(page.isHiddenFromSearch),
            .list(page.breadcrumbs.map(link)), page.contact.map(contact) ?? .none, free(page.extra),
        ]
    }

    private func structuredData(_ page: Page) -> [UInt8] {
        StructuredData(page: page, config: config).graph()?.text(forScript: true) ?? []
    }

    /// A word of the theme in the page's language.
    func word(_ key: String) -> String { theme.sources.word(key, in: language) }

    /// A message of the theme that counts something.
    func word(_ key: String, count: Int) -> String { theme.strings(language).text(key, count: count) ?? String(count) }

    /// The feeds of the site, then those of the page's section, each kind with the form first that most readers know.
    private func feeds(for page: Page) -> [Value] {
        siteFeeds.filter { $0.section == nil || $0.home == page.section }.flatMap { feed -> [Value] in
            let title = feedTitle(feed, config, theme.sources)
            return FeedFormat.allCases.map { format in
                .record([.string(title), .string(config.baseURL.href(format.address(of: feed))), .string(format.type)])
            }
        }
    }

    private func robots(_ page: Page) -> String {
        page.isHiddenFromSearch
            ? "noindex, follow" : "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1"
    }

    private func own(_ page: Page) -> [Value] {
        switch page.content {
        case .article(let article): self.article(article)
        case .plain(let plain):
            [
                html(opening: plain.body), .bool(plain.showsContents), contents(plain.outline, plain.body),
                date(plain.updated),
            ]
        case .home(let listing, let topics): self.listing(listing) + [.list(topics.map(topic))]
        case .listing(let listing): self.listing(listing)
        case .taxonomy(let terms): [.list(terms.map(term))]
        case .term(let listing, let taxonomy): self.listing(listing) + [link(taxonomy)]
        case .questions(let groups, let count, let pagination):
            [.int(count), .list(groups.map(group)), self.pagination(pagination)]
        case .topic(let topic):
            [html(opening: topic.text), .bool(!topic.text.markup.isEmpty)]
                + [
                    .list(topic.faqs.map { faq($0) }), .string(topic.faqRendering.rawValue),
                    .list(topic.articles.map { summary($0) }),
                ]
        case .person(let person): self.person(person)
        case .people(let people): [.list(people.map(self.person))]
        case .notFound: []
        }
    }

    private func listing(_ listing: Listing) -> [Value] {
        [
            listing.text.map { html(opening: $0) } ?? .html([]), .bool(listing.text.map { !$0.markup.isEmpty } ?? false),
            .list(listing.entries.map { summary($0) }), pagination(listing.pagination),
        ]
    }

    private func person(_ page: PersonPage) -> [Value] {
        [
            .string(page.person.fullName), optional(page.person.jobTitle), .list(page.credentials.map { .string($0) }),
            page.image.map(image) ?? .none, optional(page.website), .list(page.sameAs.map { .string($0) }),
            html(opening: page.biography, below: page.image), .bool(!page.biography.markup.isEmpty),
            .list(page.written.map { summary($0) }), .list(page.reviewed.map { summary($0) }),
        ]
    }

    func summary(_ summary: ArticleSummary) -> Value {
        .record([
            .string(summary.title), .string(config.baseURL.href(summary.permalink)), optional(summary.description),
            date(summary.published), .int(summary.minutes), .list(summary.authors.map(person)),
            .list(summary.terms.map(link)), summary.image.map(image) ?? .none,
        ])
    }
}

extension PageContent {
    /// The kind of page, and so its template.
    package var kind: PageKind {
        switch self {
        case .article: .article
        case .plain: .page
        case .home: .home
        case .listing: .listing
        case .taxonomy: .taxonomy
        case .term: .term
        case .questions: .faqs
        case .topic: .topic
        case .person: .person
        case .people: .people
        case .notFound: .notFound
        }
    }
}
