internal import SiteModel
internal import SiteParsing
internal import SiteRendering

/// A site without errors, in which texts can be replaced.
struct WholeSite: Sendable {
    private(set) var site: Site
    private(set) var shared: SharedValues
    /// In the order of their positions.
    private let sources: [PageFile.Source]
    private let index: Index

    /// Nil where its theme cannot be read.
    init?(_ prepared: PreparedSite, jobs: Int) async {
        guard let shared = prepared.shared else { return nil }
        site = prepared.site
        self.shared = shared
        sources = prepared.sources
        index = await Index(prepared, jobs: jobs)
    }

    /// What texts do not change.
    private struct Index: Sendable {
        /// The positions of sources.
        var positions: [String: Int] = [:]
        /// The pages that show a source's texts, by its position.
        var showing: [Int: [Int]] = [:]
        var articles: StoredArticles
        /// The sources whose texts stand in feeds.
        var inFeeds: Set<Int>

        init(_ prepared: PreparedSite, jobs: Int) async {
            for (position, source) in prepared.sources.enumerated() { positions[source.path] = position }
            for (position, page) in prepared.site.pages.enumerated() {
                for source in page.textSources { showing[source, default: []].append(position) }
            }
            articles = await StoredArticles(prepared.site.pages, jobs: jobs).foundByAddress
            inFeeds = textsInFeeds(of: prepared.site)
        }
    }

    /// Reads sources again and puts their texts in the place of the old ones. Gives back what was read; nil, with the site as it was,
    /// where more than words has changed, or where there is something to say.
    mutating func replaceTexts(
        of paths: Set<String>, _ memory: ReadSources, jobs: Int, in files: some FileSystem
    ) async -> [ParsedSource]? {
        let positions = paths.compactMap { index.positions[$0] }
        guard positions.count == paths.count else { return nil }
        let options = ParseOptions(site.config)
        var update = self
        guard
            let read = await readAgain(positions, changed: Set(positions), sources, options, jobs: jobs, in: files),
            update.take(read, memory)
        else { return nil }
        var texts = shared.texts
        for (position, source) in read { texts.replace(position, with: source.written) }
        let inFeeds = positions.filter { index.inFeeds.contains($0) }.map { (position: $0, path: sources[$0].sourcePath) }
        await keepTrees(of: inFeeds, options, jobs: jobs, in: files, &texts)
        update.shared = SharedValues(update.site, shared.theme, texts)
        self = update
        return Array(read.values)
    }

    /// Gives the pages that show some sources their new texts, if they take as long to read.
    private mutating func take(_ read: [Int: ParsedSource], _ memory: ReadSources) -> Bool {
        let pages = site.pages
        let speed = site.config.readingSpeed
        for position in Set(read.keys.flatMap { index.showing[$0] ?? [] }) {
            guard let page = renewed(pages[position], read, memory), page.takesAsLong(speed) else { return false }
            site.pages[position] = page
        }
        return true
    }

    /// A page with the texts that its sources have now: as if it had been stored and read again.
    private func renewed(_ page: Page, _ read: [Int: ParsedSource], _ memory: ReadSources) -> Page? {
        var shown: [Int: ReadSource] = [:]
        for position in page.textSources {
            guard let source = read[position] ?? memory[sources[position].path] else { return nil }
            shown[position] = ReadSource(source.document.value)
        }
        var writer = PageWriter(articles: index.articles)
        let bytes = writer.stored(page).bytes
        guard writer.isWhole else { return nil }
        let pages = site.pages
        var reader = PageReader(bytes, sources: shown) { position throws(ByteReader.Damaged) in
            guard case .article(let article) = pages[position].content else { throw ByteReader.Damaged() }
            return article.value.summary
        }
        return try? reader.page(isArticle: page.content.kind == .article)
    }
}
