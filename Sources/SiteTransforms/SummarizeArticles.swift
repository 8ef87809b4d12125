import SiteModel

/// The articles of the site, newest first; those of the same moment go by their address.
struct ArticleList: Sendable {
    /// What other pages show of each.
    let summaries: [ArticleSummary]
    /// The page of each.
    let pages: [PreparedPage]
    /// The positions of those of each section.
    let bySection: [String: [Int]]
    /// Where each stands, by the number of its document; -1 for others.
    private let positions: [Int32]

    /// `count` is that of all documents.
    init(_ articles: [(page: PreparedPage, summary: ArticleSummary)], count: Int) {
        let order = newestFirst(articles.map(\.summary))
        pages = order.map { articles[$0].page }
        summaries = order.map { articles[$0].summary }
        var positions: [Int32] = Array(repeating: -1, count: count)
        var bySection: [String: [Int]] = [:]
        for (position, page) in pages.enumerated() {
            positions[page.placed.number] = Int32(position)
            bySection[page.placed.section, default: []].append(position)
        }
        self.positions = positions
        self.bySection = bySection
    }

    /// Nil for what is no article.
    func position(of page: Int) -> Int? { positions[page] < 0 ? nil : Int(positions[page]) }
}

/// Makes what other pages show of each article.
func summarizeArticles(
    _ pages: [PreparedPage], _ directory: Directory, _ images: ImageResolver, _ terms: Terms, _ config: SiteConfig, count: Int,
    _ workers: Workers
) async -> Outcome<ArticleList> {
    var diagnostics = Diagnostics()
    let articles = pages.filter { $0.document.role == .article }
    let summaries = await workers.map(articles, &diagnostics) { page, diagnostics in
        let fields = page.fields
        return ArticleSummary(
            title: fields.title?.value ?? "", permalink: page.permalink,
            description: fields.description?.value ?? page.document.opening,
            published: fields.date?.value ?? Instant(seconds: 0, offset: 0),
            minutes: readingMinutes(of: page, config.readingSpeed),
            authors: directory.find(fields.authors, &diagnostics), terms: terms.spellings(of: page.placed).map(terms.link),
            image: diagnostics.collect(images.published(fields.image, of: page.document)))
    }
    return Outcome(ArticleList(zip(articles, summaries).map { ($0, $1) }, count: count), diagnostics)
}

/// The order of articles, as positions in a list of them.
func newestFirst(_ summaries: [ArticleSummary]) -> [Int] {
    // With the moments beside them, since they are compared a dozen times each.
    let dated = summaries.indices.map { (seconds: summaries[$0].published.seconds, position: $0) }
    return dated.sorted { one, other in
        one.seconds == other.seconds
            ? summaries[one.position].permalink < summaries[other.position].permalink : one.seconds > other.seconds
    }.map(\.position)
}

/// Finds the images that front matter and `site.yml` name.
struct ImageResolver: Sendable {
    let files: [String: Permalink]
    let baseURL: BaseURL
    let images: ImageIndex

    init(_ files: [PublishedFile], _ images: ImageIndex, _ baseURL: BaseURL) {
        self.files = Dictionary(files.map { ($0.source, $0.permalink) }) { first, _ in first }
        self.images = images
        self.baseURL = baseURL
    }

    /// The image of a page; its title describes it where nothing else does.
    func published(_ image: ImageFields?, of document: Box<Document>) -> Outcome<PublishedImage?> {
        guard let image else { return Outcome(nil) }
        let title = document.fields.title?.value ?? document.value.person.name?.value ?? ""
        let alternative = image.isDecorative ? "" : image.alternative?.value ?? title
        return published(image.source, alternative: alternative, credit: image.credit)
    }

    func published(_ source: Placed<String>, alternative: String, credit: String?) -> Outcome<PublishedImage?> {
        if let file = address(of: source) {
            let facts = images[file]
            let image = PublishedImage(
                source: baseURL.href(file), absolute: baseURL.absolute(file), alternative: alternative, credit: credit,
                size: facts?.size, kind: facts?.kind)
            return Outcome(image, Diagnostics([images.problem(with: file, at: source.location)].compactMap { $0 }))
        }
        let near = nearestName(to: source.value, among: files.keys.map { fileName(of: $0) }.sorted())
        let diagnostic = Diagnostic(
            .missingImage, "no image '\(source.value)'", at: source.location,
            help: near.map { "did you mean '\($0)'?" } ?? missingImageAdvice)
        return Outcome(nil, Diagnostics([diagnostic]))
    }

    /// What the file of an image holds; nil where there is none, or it is no image.
    func facts(of source: Placed<String>) -> ImageFacts? { address(of: source).flatMap { images[$0] } }

    /// Where an image of the site is published; nil for one of another site, or for none.
    func address(of source: Placed<String>) -> Permalink? {
        let path = source.value
        let isConfig = source.location.path == SiteConfig.path
        if path.hasPrefix("/") { return images.holds(Permalink(path)) ? Permalink(path) : nil }
        if let file = joined(beside: source.location.path, path).flatMap({ files[$0] }) { return file }
        return isConfig && images.holds(Permalink("/" + path)) ? Permalink("/" + path) : nil
    }
}
