internal import SiteModel
internal import SiteRendering
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes the pages of a build for the next one, as they are rendered, from any thread. It is a help and never a reason to fail: where
/// something goes wrong there is no file of pages, and the next build takes longer.
final class PageKeeper: Sendable {
    private let path: String
    private let articles: StoredArticles
    private let state: Mutex<State>

    fileprivate struct State {
        let file: Int32
        var buffer: [UInt8] = []
        var size = 0
        var rows: [PageFile.Row?]
        var isWhole = true
        var isPlaced = false

        /// How many bytes are written at once.
        static let room = 1 << 18
    }

    /// Nil where nothing can be written there, or where another build is writing.
    init?(of site: SiteFolders, _ pages: [Page], jobs: Int) async {
        let folder = site.source + "/" + SiteModel.folder(of: PageFile.path)
        guard makeCacheFolder(folder) else { return nil }
        path = site.source + "/" + PageFile.path + ".new"
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | noFollow, 0o644)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0, ftruncate(file, 0) == 0 else {
            close(file)
            return nil
        }
        articles = await StoredArticles(pages, jobs: jobs)
        state = Mutex(State(file: file, rows: Array(repeating: nil, count: pages.count)))
        state.withLock { $0.buffer.reserveCapacity(State.room + State.room / 4) }
    }

    /// Gives back the digest of what the page's HTML is made of.
    func add(_ page: Page, at position: Int) -> Digest {
        var writer = PageWriter(articles: articles)
        let (bytes, shown) = writer.stored(page)
        var row = PageFile.Row(
            start: 0, count: bytes.count, digest: Digest(of: bytes), shown: shown,
            isArticle: page.content.kind == .article, sources: writer.textSources)
        let isWhole = writer.isWhole
        state.withLock { state in
            row.start = state.size
            state.rows[position] = row
            state.isWhole = state.isWhole && isWhole
            state.add(bytes)
        }
        return shown
    }

    /// Puts the file in its place and gives back what it goes by; nil where it is not whole.
    func finish(_ sources: [PageFile.Source], common: Digest, _ site: Site) -> Digest? {
        state.withLock { state -> Digest? in
            let rows = state.rows.compactMap { $0 }
            guard rows.count == state.rows.count else { return nil }
            let table = PageFile.Table(sources: sources, common: common, pages: rows, site: StoredSite(site)).bytes
            let id = Digest(of: table)
            var end = ByteWriter()
            end.write(state.size)
            end.write(id)
            state.add(table)
            state.add(end.bytes)
            state.flush()
            state.isPlaced = state.isWhole && rename(path, String(path.dropLast(".new".count))) == 0
            return state.isPlaced ? id : nil
        }
    }

    deinit {
        state.withLock { state in
            if !state.isPlaced { unlink(path) }
            close(state.file)
        }
    }
}

extension PageKeeper.State {
    mutating func add(_ bytes: [UInt8]) {
        buffer += bytes
        size += bytes.count
        if buffer.count >= Self.room { flush() }
    }

    mutating func flush() {
        isWhole = isWhole && writeAll(buffer, to: file)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The digest of what all pages are made of besides what each shows: the configuration, the theme, and what they show of the site.
func commonDigest(of site: Site, _ log: ReadLog) -> Digest {
    var hasher = DigestHasher()
    let common = log.all.filter { path, _ in path == SiteConfig.path || path.hasPrefix("themes/") || path.hasPrefix("/") }
    for (path, digest) in common.sorted(by: { $0.key < $1.key }) {
        hasher.add(path)
        hasher.add(digest)
    }
    var bare = site
    // Which articles feeds have is no matter of pages.
    for index in bare.feeds.indices { bare.feeds[index].articles = [] }
    bare.pages = []
    bare.files = []
    var writer = PageWriter(articles: .none)
    StoredSite(bare).store(in: &writer)
    hasher.add(writer.bytes.digest)
    return hasher.finish()
}

extension BuildRecord {
    /// The digests of the pages as the last build had them; none where what is common to them has changed.
    func knownPages(of site: SiteFolders, common: Digest) -> Set<Digest> {
        guard let id = pages, let table = PageFile(of: site, id: id)?.table, table.common == common else { return [] }
        return Set(table.pages.map(\.shown))
    }
}
