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
    let contactOfBlocks: Shared<ContactRecord>?
    let callOfBlocks: Shared<CallToAction>?

    convenience init(_ shared: SharedValues, page: Page) {
        self.init(shared, language: page.language, page.contact, page.callToAction)
    }

    convenience init(_ shared: SharedValues, language: String) { self.init(shared, language: language, nil, nil) }

    private init(_ shared: SharedValues, language: String, _ contact: Shared<ContactRecord>?, _ call: Shared<CallToAction>?) {
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
    func site(on permalink: Permalink) -> Value { shared.site.value(on: permalink.path) }

    /// An address of `site.yml`.
    func href(_ url: String) -> String { config.baseURL.href(url) }

    func page(_ page: Page) -> Value {
        let content = page.content
        var fields = RecordFields(capacity: 48)
        addCommon(page, content, to: &fields)
        addOwn(content, to: &fields)
        return fields.record
    }

    private func addCommon(_ page: Page, _ content: PageContent, to fields: inout RecordFields) {
        fields.add(.string(content.kind.rawValue))
        fields.add(.string(page.title))
        fields.add(.string(config.baseURL.href(page.permalink)))
        fields.add(.string(config.baseURL.absolute(page.permalink)))
        fields.add(.string(page.language))
        fields.add(.string(wording.direction))
        fields.add(optional(page.description))
        fields.add(optional(page.standfirst))
        fields.add(.string(robots(page)))
        fields.add(openGraph(page, content))
        fields.add(twitterCard(content))
        fields.add(.html(StructuredData.graph(page, content, self)))
        fields.add(.list(feeds(for: page)))
        fields.add(.bool(page.isHiddenFromSearch))
        fields.add(list(page.breadcrumbs, link))
        fields.add(page.contact.map(contact) ?? .none)
        fields.add(free(page.extra))
    }

    /// A word of the theme in the page's language.
    func word(_ key: String) -> String { theme.sources.word(key, in: language) }

    /// A message of the theme that counts something.
    func word(_ key: String, count: Int) -> String { wording.strings.text(key, count: count) ?? String(count) }

    /// The feeds of the site, then those of the page's section.
    private func feeds(for page: Page) -> [Value] {
        page.section.flatMap { shared.sectionFeeds[$0] } ?? shared.siteFeeds
    }

    private func robots(_ page: Page) -> String {
        page.isHiddenFromSearch
            ? "noindex, follow" : "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1"
    }

    private func addOwn(_ content: PageContent, to fields: inout RecordFields) {
        switch content {
        case .article(let article): add(article.value, to: &fields)
        case .plain(let plain):
            fields.add(html(opening: plain.body))
            fields.add(.bool(plain.showsContents))
            fields.add(contents(of: plain.body))
            fields.add(date(plain.updated))
        case .home(let listing, let topics):
            add(listing, to: &fields)
            fields.add(list(topics, topic))
        case .listing(let listing): add(listing, to: &fields)
        case .taxonomy(let terms): fields.add(list(terms, term))
        case .term(let listing, let taxonomy):
            add(listing, to: &fields)
            fields.add(link(taxonomy))
        case .questions(let groups, let count, let pagination):
            fields.add(.int(count))
            fields.add(list(groups, group))
            fields.add(self.pagination(pagination))
        case .topic(let topic): add(topic, to: &fields)
        case .person(let person): add(person, to: &fields)
        case .people(let people): fields.add(list(people, person))
        case .notFound: break
        }
    }

    private func add(_ listing: Listing, to fields: inout RecordFields) {
        fields.add(listing.text.map { html(opening: $0) } ?? .html([]))
        fields.add(.bool(listing.text.map { !$0.markup.isEmpty } ?? false))
        fields.add(list(listing.entries, summary))
        fields.add(pagination(listing.pagination))
    }

    private func add(_ topic: Topic, to fields: inout RecordFields) {
        fields.add(html(opening: topic.text))
        fields.add(.bool(!topic.text.markup.isEmpty))
        fields.add(list(topic.faqs) { faq($0, style) })
        fields.add(.string(topic.faqRendering.rawValue))
        fields.add(list(topic.articles, summary))
    }

    private func add(_ page: PersonPage, to fields: inout RecordFields) {
        fields.add(.string(page.person.fullName))
        fields.add(optional(page.person.jobTitle))
        fields.add(list(page.credentials) { .string($0) })
        fields.add(page.image.map(image) ?? .none)
        fields.add(optional(page.website))
        fields.add(list(page.sameAs) { .string($0) })
        fields.add(html(opening: page.biography, below: page.image))
        fields.add(.bool(!page.biography.markup.isEmpty))
        fields.add(list(page.written, summary))
        fields.add(list(page.reviewed, summary))
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
