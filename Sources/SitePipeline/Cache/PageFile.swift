internal import SiteModel
internal import SiteRendering

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The pages of the last build as the transforms left them, in `.martlet/pages`, each readable by itself: what it takes to render one
/// of them again without a look at all sources.
///
/// A file of pages belongs to one record: the digest of its table, which has the digest of every page, stands in both.
struct PageFile: Sendable {
    var table: Table
    private let file: OpenFile

    /// What stands at the end of the file.
    struct Table: Sendable {
        var sources: [Source] = []
        /// What all pages are made of: the theme, and what they show of the site.
        var common: Digest
        var pages: [Row] = []
        /// What pages show of the site, its pages left out.
        var site: StoredSite
    }

    /// A source of the build, in the order of its positions.
    struct Source: Sendable {
        var path: String
        var role: DocumentRole
        var shape: Digest
    }

    struct Row: Sendable {
        var start: Int
        var count: Int
        /// Of these bytes.
        var digest: Digest
        /// Of all that the page's HTML is made of, `common` apart.
        var shown: Digest
        var isArticle: Bool
        /// The sources whose texts the page shows, by position.
        var sources: [Int]
    }

    static let path = ".martlet/pages"

    /// Nil where there is none that belongs to a record, or where it is damaged.
    init?(of site: SiteFolders, id: Digest) {
        guard let file = OpenFile(site.source + "/" + Self.path) else { return nil }
        // Where the table begins and its digest.
        guard let end = file.read(file.size - 24, 24), let bytes = Self.table(end, file), Digest(of: bytes) == id,
            let table = try? Table(bytes)
        else { return nil }
        self.table = table
        self.file = file
    }

    private static func table(_ end: [UInt8], _ file: OpenFile) -> [UInt8]? {
        var reader = ByteReader(end)
        guard let start = try? reader.int(), start >= 0, start <= file.size - 24 else { return nil }
        return file.read(start, file.size - 24 - start)
    }

    /// The pages at some positions, with the texts of their sources.
    func pages(_ positions: [Int], _ sources: [Int: ReadSource]) throws(ByteReader.Damaged) -> [Page] {
        try positions.map { position throws(ByteReader.Damaged) in try page(position, sources) }
    }

    private func page(_ position: Int, _ sources: [Int: ReadSource]) throws(ByteReader.Damaged) -> Page {
        var reader = PageReader(try bytes(position), sources: sources, summary: summary)
        return try reader.page(isArticle: table.pages[position].isArticle)
    }

    /// What lists show of the article on a page.
    private func summary(_ position: Int) throws(ByteReader.Damaged) -> ArticleSummary {
        guard table.pages.indices.contains(position), table.pages[position].isArticle else { throw ByteReader.Damaged() }
        var reader = PageReader(try bytes(position), sources: [:]) { _ throws(ByteReader.Damaged) in throw ByteReader.Damaged() }
        return try reader.ownSummary()
    }

    private func bytes(_ position: Int) throws(ByteReader.Damaged) -> [UInt8] {
        let row = table.pages[position]
        guard let bytes = file.read(row.start, row.count), Digest(of: bytes) == row.digest else { throw ByteReader.Damaged() }
        return bytes
    }
}

/// What pages show of a site, apart from its configuration and its pages.
struct StoredSite: Sendable {
    var logo: String?
    var logoImage: PublishedImage?
    var shareImage: PublishedImage?
    var questionCount: Int
    var feeds: [Feed]
    /// The pages of the articles of each feed, by position.
    var feedPages: [[Int]]
    /// Files of the site that stand in the places of feeds, by address.
    var filesForFeeds: [Permalink]
    var icons: [SiteIcon]

    init(_ site: Site) {
        logo = site.config.publisher?.logo?.value
        logoImage = site.config.publisher?.logoImage
        shareImage = site.shareImage
        questionCount = site.questionCount
        feeds = site.feeds
        let places = Set(feeds.flatMap { [$0.atom, $0.json] })
        filesForFeeds = site.files.map(\.permalink).filter { places.contains($0) }
        let wanted = Set(feeds.flatMap(\.articles))
        let pages = site.pages.enumerated().filter { wanted.contains($1.permalink) }
        let positions = Dictionary(pages.map { ($1.permalink, $0) }) { first, _ in first }
        feedPages = feeds.map { $0.articles.compactMap { positions[$0] } }
        icons = site.icons
    }

    /// A site with some of its pages. `config` is that of the sources.
    func site(_ config: SiteConfig, pages: [Page]) -> Site {
        var config = config
        if let logo { config.publisher?.logo?.value = logo }
        config.publisher?.logoImage = logoImage
        var site = Site(
            config: config, pages: pages, feeds: feeds, files: [], aliases: [], states: StateCounts(),
            questionCount: questionCount)
        site.shareImage = shareImage
        site.icons = icons
        return site
    }
}

extension StoredSite: Stored {
    func store(in writer: inout PageWriter) {
        logo.store(in: &writer)
        logoImage.store(in: &writer)
        shareImage.store(in: &writer)
        questionCount.store(in: &writer)
        feeds.store(in: &writer)
        feedPages.store(in: &writer)
        filesForFeeds.store(in: &writer)
        icons.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        logo = try reader.read()
        logoImage = try reader.read()
        shareImage = try reader.read()
        questionCount = try reader.read()
        feeds = try reader.read()
        feedPages = try reader.read()
        filesForFeeds = try reader.read()
        icons = try reader.read()
    }
}
