import SiteModel
import Templates

/// Builds the values that templates see, field by field in the order of `PageModel`. One for a page, and no value that each of the
/// closures here would copy.
final class PageValues: Sendable {
    let shared: SharedValues
    /// The language of the page, for dates and for the words that the writer adds.
    let language: String
    let wording: Wording
    /// What the blocks `contact` and `cta` show where they name nothing.
    let contactOfBlocks: ContactRecord?
    let callOfBlocks: CallToAction?

    convenience init(_ shared: SharedValues, page: Page) {
        self.init(shared, language: page.language, page.contact, page.callToAction)
    }

    convenience init(_ shared: SharedValues, language: String) { self.init(shared, language: language, nil, nil) }

    private init(_ shared: SharedValues, language: String, _ contact: ContactRecord?, _ call: CallToAction?) {
        self.shared = shared
        self.language = language
        wording = shared.wording(language)
        contactOfBlocks = contact
        callOfBlocks = call
    }

    var config: SiteConfig { shared.config }
    var theme: Theme { shared.theme }
    var style: HTMLStyle { wording.style }
    var assets: Value { shared.assets }

    /// `site`, as one page sees it.
    func site(on permalink: Permalink) -> Value {
        let menu = Value.list(
            shared.menu.map { entry, current, other in
                let url = entry.url.value
                let isCurrent = url == "/" ? permalink.path == "/" : permalink.path.hasPrefix(url)
                return isCurrent ? current : other
            })
        return .record(shared.siteFields.map { $0 ?? menu })
    }

    /// An address of `site.yml`.
    func href(_ url: String) -> String { config.baseURL.href(url) }

    func page(_ page: Page) -> Value {
        let content = page.content
        var fields = common(page, content)
        fields += own(content)
        return .record(fields)
    }

    private func common(_ page: Page, _ content: PageContent) -> [Value] {
        [
            .string(content.kind.rawValue), .string(page.title), .string(config.baseURL.href(page.permalink)),
            .string(config.baseURL.absolute(page.permalink)), .string(page.language),
            .string(wording.direction), optional(page.description), optional(page.standfirst),
            .string(robots(page)), openGraph(page, content), twitterCard(content),
            .html(StructuredData.graph(page, content, self)),
            .list(feeds(for: page)), .bool(page.isHiddenFromSearch),
            .list(page.breadcrumbs.map(link)), page.contact.map(contact) ?? .none, free(page.extra),
        ]
    }

    /// A word of the theme in the page's language.
    func word(_ key: String) -> String { theme.sources.word(key, in: language) }

    /// A message of the theme that counts something.
    func word(_ key: String, count: Int) -> String { wording.strings.text(key, count: count) ?? String(count) }

    /// The feeds of the site, then those of the page's section.
    private func feeds(for page: Page) -> [Value] {
        shared.siteFeeds + (page.section.flatMap { shared.sectionFeeds[$0] } ?? [])
    }

    private func robots(_ page: Page) -> String {
        page.isHiddenFromSearch
            ? "noindex, follow" : "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1"
    }

    private func own(_ content: PageContent) -> [Value] {
        switch content {
        case .article(let article): self.article(article.value)
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
                    .list(topic.faqs.map { faq($0, questionLevel: 2) }), .string(topic.faqRendering.rawValue),
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

    /// What lists show of an article. It is on several pages, and the same on all of one language.
    func summary(_ summary: ArticleSummary) -> Value {
        wording.summaries.value(of: summary.permalink) { fresh(summary) }
    }

    private func fresh(_ summary: ArticleSummary) -> Value {
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

extension BaseURL {
    /// An address of `site.yml`: a path of this site gets the base path.
    func href(_ url: String) -> String { url.hasPrefix("/") ? path + url.dropFirst() : url }
}
