internal import SiteModel
internal import SiteRendering

/// Writes pages as they are after the transforms, but for the texts of sources and what those say by themselves: whoever reads a page
/// again parses its sources again.
struct PageWriter: ~Copyable {
    var bytes = ByteWriter(capacity: 8192)
    /// Positions of sources and of other pages, apart from the rest: they change with every file that is added, and the page does not.
    var positions = ByteWriter()
    /// Digests of what stands in the place of positions, and of the texts.
    private var shown = DigestHasher()
    private let articles: StoredArticles
    /// Not where a page shows what cannot be found again.
    private(set) var isWhole = true
    /// The positions of the sources whose texts the page shows, as they come.
    private var sources: [Int] = []

    init(articles: StoredArticles) { self.articles = articles }

    /// The same, each once and in order.
    var textSources: [Int] {
        guard sources.count > 1 else { return sources }
        let all = sources.sorted()
        return all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    }

    /// What stands on a page, as bytes, and the digest of all that its HTML is made of, the site and the theme apart.
    mutating func stored(_ page: Page) -> (bytes: [UInt8], shown: Digest) {
        bytes.removeAll()
        positions.removeAll()
        sources.removeAll()
        // What lists show of an article comes first, so that it can be read alone.
        if case .article(let article) = page.content { article.value.summary.storeWhole(in: &self) }
        page.store(in: &self)
        var whole = ByteWriter(capacity: 8 + bytes.count + positions.count)
        whole.write(short: bytes.count)
        whole.append(bytes)
        whole.append(positions)
        shown.add(bytes.digest)
        return (whole.bytes, shown.finish())
    }

    /// What lists show of an article: where it stands.
    fileprivate mutating func store(_ summary: ArticleSummary) {
        guard let article = articles[summary] else { return isWhole = false }
        positions.write(short: article.position)
        shown.add(article.digest)
    }

    /// A text: which one it is.
    mutating func store(_ text: LinkedMarkup) {
        guard let id = text.markup.id, let digest = text.markup.digest else { return isWhole = false }
        if sources.last != id.source { sources.append(id.source) }
        positions.write(short: id.source)
        positions.write(short: id.part)
        shown.add(digest)
    }

    /// What of a question is read in its source.
    mutating func show(_ question: RunningText, _ aliases: [String]) {
        shown.add(question)
        for alias in aliases { shown.add(alias) }
    }
}

/// Where the articles of a site stand among its pages, and digests of what lists show of them.
struct StoredArticles: Sendable {
    private var articles: [StoredArticle] = []
    /// Places in the list, by the identity of the summary, which is found fastest, and by the address where that is wanted.
    private var identities: [ObjectIdentifier: Int] = [:]
    private var addresses: [Permalink: Int] = [:]

    struct StoredArticle: Sendable {
        /// Held, so that no other gets its identity.
        fileprivate let summary: ArticleSummary
        let position: Int
        let digest: Digest
    }

    private init() {}

    init(_ pages: [Page], jobs: Int) async {
        let digests = await Workers(jobs: jobs).mapParts(of: pages) { part in
            var writer = PageWriter(articles: .none)
            return part.map { page -> (summary: ArticleSummary, digest: Digest)? in
                guard case .article(let article) = page.content else { return nil }
                writer.bytes.removeAll()
                article.value.summary.storeWhole(in: &writer)
                return (article.value.summary, writer.bytes.digest)
            }
        }
        for (position, article) in digests.enumerated() {
            guard let article else { continue }
            articles.append(StoredArticle(summary: article.summary, position: position, digest: article.digest))
        }
        identities.reserveCapacity(articles.count)
        for place in articles.indices { identities[articles[place].summary.identity] = place }
    }

    /// The same for a site that is brought up to date, where articles get new summaries.
    var foundByAddress: StoredArticles {
        var found = self
        found.addresses.reserveCapacity(articles.count)
        for place in articles.indices { found.addresses[articles[place].summary.permalink] = place }
        return found
    }

    /// For what is stored without pages.
    static let none = StoredArticles()

    subscript(summary: ArticleSummary) -> StoredArticle? {
        (identities[summary.identity] ?? addresses[summary.permalink]).map { articles[$0] }
    }
}

/// Reads pages again.
struct PageReader {
    var bytes: ByteReader
    private var positions = ByteReader([])
    /// The sources whose texts the page shows, by position.
    let sources: [Int: ReadSource]
    /// What lists show of the article on the page at a position.
    let summary: (Int) throws(ByteReader.Damaged) -> ArticleSummary
    private var depth = 0

    init(
        _ bytes: [UInt8], sources: [Int: ReadSource], summary: @escaping (Int) throws(ByteReader.Damaged) -> ArticleSummary
    ) {
        self.bytes = ByteReader(bytes)
        self.sources = sources
        self.summary = summary
    }

    mutating func read<Value: Stored>() throws(ByteReader.Damaged) -> Value { try Value(from: &self) }

    /// Reads something that may hold others of its kind.
    mutating func nested<Value>(
        _ read: (inout PageReader) throws(ByteReader.Damaged) -> Value
    ) throws(ByteReader.Damaged) -> Value {
        guard depth < 200 else { throw ByteReader.Damaged() }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    /// A page of `PageWriter.stored`.
    mutating func page(isArticle: Bool) throws(ByteReader.Damaged) -> Page {
        let count = try bytes.shortCount()
        positions = bytes.part(from: bytes.position + count)
        bytes = bytes.part(from: bytes.position, count: count)
        if isArticle { own = try ArticleSummary(wholeFrom: &self) }
        let page: Page = try read()
        guard bytes.isAtEnd, positions.isAtEnd else { throw ByteReader.Damaged() }
        return page
    }

    /// What lists show of the article that a stored page begins with.
    mutating func ownSummary() throws(ByteReader.Damaged) -> ArticleSummary {
        _ = try bytes.shortCount()
        return try ArticleSummary(wholeFrom: &self)
    }

    /// How many things follow; each takes a byte here or there at least.
    mutating func count() throws(ByteReader.Damaged) -> Int {
        let count = try bytes.short()
        guard (0...(bytes.left + positions.left)).contains(count) else { throw ByteReader.Damaged() }
        return count
    }

    mutating func position() throws(ByteReader.Damaged) -> Int { try positions.short() }

    /// What lists show of the article that is being read.
    fileprivate var own: ArticleSummary?
}

/// A source that was parsed and written again.
struct ReadSource: Sendable {
    let document: Document
    /// Those of the document.
    let texts: [Markup]

    init(_ document: Document) {
        self.document = document
        texts = document.texts
    }
}

extension Page: Stored {
    func store(in writer: inout PageWriter) {
        permalink.store(in: &writer)
        title.store(in: &writer)
        description.store(in: &writer)
        standfirst.store(in: &writer)
        language.store(in: &writer)
        isHiddenFromSearch.store(in: &writer)
        changed.store(in: &writer)
        section.store(in: &writer)
        breadcrumbs.store(in: &writer)
        contact.store(in: &writer)
        callToAction.store(in: &writer)
        template.store(in: &writer)
        extra.store(in: &writer)
        source.store(in: &writer)
        content.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(permalink: try reader.read(), title: try reader.read(), language: "", content: .notFound)
        description = try reader.read()
        standfirst = try reader.read()
        language = try reader.read()
        isHiddenFromSearch = try reader.read()
        changed = try reader.read()
        section = try reader.read()
        breadcrumbs = try reader.read()
        contact = try reader.read()
        callToAction = try reader.read()
        template = try reader.read()
        extra = try reader.read()
        source = try reader.read()
        content = try reader.read()
    }
}

extension PageContent: Stored {
    func store(in writer: inout PageWriter) {
        switch self {
        case .article(let article): store(0, article.value, in: &writer)
        case .plain(let plain): store(1, plain, in: &writer)
        case .home(let listing, let topics):
            store(2, listing, in: &writer)
            topics.store(in: &writer)
        case .listing(let listing): store(3, listing, in: &writer)
        case .taxonomy(let terms): store(4, terms, in: &writer)
        case .term(let listing, let taxonomy):
            store(5, listing, in: &writer)
            taxonomy.store(in: &writer)
        case .questions(let groups, let count, let pagination):
            store(6, groups, in: &writer)
            count.store(in: &writer)
            pagination.store(in: &writer)
        case .topic(let topic): store(7, topic, in: &writer)
        case .person(let person): store(8, person, in: &writer)
        case .people(let people): store(9, people, in: &writer)
        case .notFound: 10.store(in: &writer)
        }
    }

    private func store(_ kind: Int, _ value: some Stored, in writer: inout PageWriter) {
        kind.store(in: &writer)
        value.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        switch try reader.read() as Int {
        case 0: self = .article(Box(try reader.read()))
        case 1: self = .plain(try reader.read())
        case 2: self = .home(try reader.read(), topics: try reader.read())
        case 3: self = .listing(try reader.read())
        case 4: self = .taxonomy(try reader.read())
        case 5: self = .term(try reader.read(), taxonomy: try reader.read())
        case 6: self = .questions(try reader.read(), count: try reader.read(), try reader.read())
        case 7: self = .topic(try reader.read())
        case 8: self = .person(try reader.read())
        case 9: self = .people(try reader.read())
        case 10: self = .notFound
        default: throw ByteReader.Damaged()
        }
    }
}

extension ArticleSummary: Stored {
    /// On other pages: where the article's own stands.
    func store(in writer: inout PageWriter) { writer.store(self) }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self = try reader.summary(try reader.position()) }

    fileprivate func storeWhole(in writer: inout PageWriter) {
        title.store(in: &writer)
        permalink.store(in: &writer)
        description.store(in: &writer)
        published.store(in: &writer)
        minutes.store(in: &writer)
        authors.store(in: &writer)
        terms.store(in: &writer)
        image.store(in: &writer)
    }

    fileprivate init(wholeFrom reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            title: try reader.read(), permalink: try reader.read(), description: try reader.read(), published: try reader.read(),
            minutes: try reader.read(), authors: try reader.read(), terms: try reader.read(), image: try reader.read())
    }
}

extension Article: Stored {
    func store(in writer: inout PageWriter) {
        body.store(in: &writer)
        showsContents.store(in: &writer)
        share.store(in: &writer)
        id.store(in: &writer)
        updated.store(in: &writer)
        reviewers.store(in: &writer)
        lastReviewed.store(in: &writer)
        nextReview.store(in: &writer)
        faqs.store(in: &writer)
        faqRendering.store(in: &writer)
        moreQuestions.store(in: &writer)
        callToAction.store(in: &writer)
        references.store(in: &writer)
        (medical != nil).store(in: &writer)
        (medical?.specialty).store(in: &writer)
        (medical?.audience).store(in: &writer)
        disclaimer.store(in: &writer)
        translations.store(in: &writer)
        previous.store(in: &writer)
        next.store(in: &writer)
        related.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        guard let summary = reader.own else { throw ByteReader.Damaged() }
        self.init(
            summary: summary, body: try reader.read(), showsContents: try reader.read(), share: try reader.read())
        id = try reader.read()
        updated = try reader.read()
        reviewers = try reader.read()
        lastReviewed = try reader.read()
        nextReview = try reader.read()
        faqs = try reader.read()
        faqRendering = try reader.read()
        moreQuestions = try reader.read()
        callToAction = try reader.read()
        references = try reader.read()
        let isMedical: Bool = try reader.read()
        let fields = MedicalFields(specialty: try reader.read(), audience: try reader.read())
        medical = isMedical ? fields : nil
        disclaimer = try reader.read()
        translations = try reader.read()
        previous = try reader.read()
        next = try reader.read()
        related = try reader.read()
    }
}

extension PlainPage: Stored {
    func store(in writer: inout PageWriter) {
        body.store(in: &writer)
        showsContents.store(in: &writer)
        updated.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            body: try reader.read(), showsContents: try reader.read(), updated: try reader.read())
    }
}

extension Listing: Stored {
    func store(in writer: inout PageWriter) {
        text.store(in: &writer)
        entries.store(in: &writer)
        pagination.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(text: try reader.read(), entries: try reader.read(), pagination: try reader.read())
    }
}

extension Topic: Stored {
    func store(in writer: inout PageWriter) {
        text.store(in: &writer)
        faqs.store(in: &writer)
        articles.store(in: &writer)
        faqRendering.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(text: try reader.read(), faqs: try reader.read(), articles: try reader.read())
        faqRendering = try reader.read()
    }
}

extension PersonPage: Stored {
    func store(in writer: inout PageWriter) {
        person.store(in: &writer)
        credentials.store(in: &writer)
        image.store(in: &writer)
        website.store(in: &writer)
        sameAs.store(in: &writer)
        biography.store(in: &writer)
        written.store(in: &writer)
        reviewed.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            person: try reader.read(), credentials: try reader.read(), image: try reader.read(), website: try reader.read(),
            sameAs: try reader.read(), biography: try reader.read(), written: try reader.read(), reviewed: try reader.read())
    }
}
