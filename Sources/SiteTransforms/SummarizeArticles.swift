import SiteModel

/// Makes what other pages show of each article, newest first; articles of the same moment go by their address.
func summarizeArticles(
    _ pages: [PreparedPage], _ directory: Directory, _ images: ImageResolver, _ terms: Terms, _ config: SiteConfig,
    _ workers: Workers
) async -> Outcome<[Permalink: ArticleSummary]> {
    var diagnostics = Diagnostics()
    let articles = pages.filter { $0.document.role == .article }
    let summaries = await workers.map(articles, &diagnostics) { page, diagnostics in
        ArticleSummary(
            title: page.fields.title?.value ?? "", permalink: page.permalink,
            description: page.fields.description?.value ?? page.document.opening,
            published: page.fields.date?.value ?? Instant(seconds: 0, offset: 0),
            minutes: readingMinutes(of: page, config.readingSpeed),
            authors: directory.find(page.fields.authors, &diagnostics), terms: terms.links(of: page.placed),
            image: diagnostics.collect(images.published(page.fields.image, of: page.document)))
    }
    return Outcome(Dictionary(summaries.lazy.map { ($0.permalink, $0) }) { $1 }, diagnostics)
}

func newestFirst(_ summaries: some Sequence<ArticleSummary>) -> [ArticleSummary] {
    // With the moments beside them, since they are compared a dozen times each.
    let dated = summaries.map { (seconds: $0.published.seconds, summary: $0) }
    return dated.sorted { one, other in
        one.seconds == other.seconds ? one.summary.permalink < other.summary.permalink : one.seconds > other.seconds
    }.map(\.summary)
}

/// Finds the images that front matter and `site.yml` name.
struct ImageResolver: Sendable {
    let files: [String: Permalink]
    let baseURL: BaseURL
    let images: ImageIndex
    private let addresses: Set<Permalink>

    init(_ files: [PublishedFile], _ images: ImageIndex, _ baseURL: BaseURL) {
        self.files = Dictionary(files.map { ($0.source, $0.permalink) }) { first, _ in first }
        self.images = images
        self.baseURL = baseURL
        addresses = Set(files.map(\.permalink))
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
            var image = PublishedImage(
                source: baseURL.href(file), absolute: baseURL.absolute(file), alternative: alternative, credit: credit)
            image.size = images[file]?.size
            image.kind = images[file]?.kind
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
        if path.hasPrefix("/") { return addresses.contains(Permalink(path)) ? Permalink(path) : nil }
        if let file = joined(beside: source.location.path, path).flatMap({ files[$0] }) { return file }
        return isConfig && addresses.contains(Permalink("/" + path)) ? Permalink("/" + path) : nil
    }
}
