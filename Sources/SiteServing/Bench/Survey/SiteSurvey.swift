internal import SiteModel
internal import SitePipeline

/// Everything that a site is made of at one moment: its pages, the sources that readers do not see, and the messages of each.
struct SiteSurvey: Sendable {
    /// What editors wrote, by address; then sources without a page, by path; then what Martlet makes by itself.
    private(set) var entries: [Entry] = []
    /// Messages about what is no page: the configuration, the theme.
    private(set) var otherMessages: [Diagnostic] = []

    /// A page, or a source that has none at this moment.
    struct Entry: Sendable {
        var title: String
        /// Nil for a source that has no page at this moment.
        var permalink: Permalink?
        /// Nil for a page that Martlet makes by itself.
        var source: String?
        var kind: Kind
        /// Nil for what has none: people, and lists.
        var state: PublicationState?
        /// When it appears, or when it went.
        var moment: Instant?
        var messages: [Diagnostic] = []
    }

    enum Kind: String, Sendable, CaseIterable {
        case article, page, topic, person, list
        /// A source that has no page at this moment.
        case source
    }

    init(_ update: LiveUpdate) {
        var messages = MessagesBySource(update.diagnostics)
        let unpublished = Dictionary(update.prepared.unpublished.map { ($0.path, $0) }) { first, _ in first }
        var made: [Entry] = []
        var seen: Set<String> = []
        for page in update.prepared.pages {
            var entry = Entry(page)
            guard let source = entry.source else {
                made.append(entry)
                continue
            }
            seen.insert(source)
            entry.messages = messages.take(of: source)
            if let found = unpublished[source] { (entry.state, entry.moment) = (found.state, found.moment) }
            entries.append(entry)
        }
        for found in update.prepared.unpublished where !seen.contains(found.path) {
            entries.append(Entry(found, messages.take(of: found.path)))
        }
        entries += made
        otherMessages = messages.rest
    }

    func count(_ state: PublicationState) -> Int { entries.count { $0.state == state } }

    func entry(at permalink: Permalink) -> Entry? { entries.first { $0.permalink == permalink } }
}

extension SiteSurvey.Entry {
    /// The worst of its messages.
    var severity: Severity? { messages.map(\.severity).max() }

    fileprivate init(_ page: Page) {
        let kind: SiteSurvey.Kind =
            switch page.content {
            case .article: .article
            case .plain: .page
            case .topic: .topic
            case .person: .person
            default: .list
            }
        // A list's further pages are made of the same source as its first.
        let number = page.content.pagination?.number ?? 1
        self.init(
            title: number > 1 ? "\(page.title) (\(number))" : page.title, permalink: page.permalink,
            source: number > 1 ? nil : page.source, kind: kind,
            state: [.article, .page, .topic].contains(kind) ? .published : nil)
    }

    fileprivate init(_ source: UnpublishedSource, _ messages: [Diagnostic]) {
        self.init(
            title: source.title, source: source.path, kind: .source, state: source.state, moment: source.moment,
            messages: messages)
    }
}

extension PageContent {
    fileprivate var pagination: Pagination? {
        switch self {
        case .home(let listing, _), .listing(let listing), .term(let listing, _): listing.pagination
        case .questions(_, _, let pagination): pagination
        default: nil
        }
    }
}

/// Messages by the source that they belong to: those about `faq.md` and `share.md` belong to the article beside them.
private struct MessagesBySource {
    private var bySource: [String: [Diagnostic]] = [:]

    init(_ diagnostics: Diagnostics) {
        for diagnostic in diagnostics.sorted {
            let path = diagnostic.location.path
            let isCompanion = ["faq.md", "share.md"].contains(fileName(of: path))
            bySource[isCompanion ? folder(of: path) + "/index.md" : path, default: []].append(diagnostic)
        }
    }

    mutating func take(of source: String) -> [Diagnostic] { bySource.removeValue(forKey: source) ?? [] }

    /// Those that nobody took.
    var rest: [Diagnostic] { Diagnostics(bySource.values.flatMap { $0 }).sorted }
}
