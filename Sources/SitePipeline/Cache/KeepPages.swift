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
    private let articles: [Permalink: Int]
    private let state: Mutex<State>

    fileprivate struct State {
        let file: Int32
        var buffer: [UInt8] = []
        var size = 0
        var rows: [PageFile.Row?]
        var isWhole = true
        var isPlaced = false
    }

    /// Nil where nothing can be written there, or where another build is writing.
    init?(of site: SiteFolders, _ pages: [Page]) {
        let folder = site.source + "/" + SiteModel.folder(of: PageFile.path)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { return nil }
        path = site.source + "/" + PageFile.path + ".new"
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | noFollow, 0o644)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0, ftruncate(file, 0) == 0 else {
            close(file)
            return nil
        }
        articles = Dictionary(
            pages.enumerated().compactMap { if case .article = $1.content { ($1.permalink, $0) } else { nil } }
        ) { first, _ in first }
        state = Mutex(State(file: file, rows: Array(repeating: nil, count: pages.count)))
    }

    func add(_ page: Page, at position: Int) {
        var writer = PageWriter(articles: articles)
        let bytes = writer.stored(page)
        var row = PageFile.Row(
            start: 0, count: bytes.count, digest: Digest(of: bytes), isArticle: articles[page.permalink] == position,
            sources: page.textSources.sorted())
        let isWhole = writer.isWhole
        state.withLock { state in
            row.start = state.size
            state.rows[position] = row
            state.isWhole = state.isWhole && isWhole
            state.add(bytes)
        }
    }

    /// Puts the file in its place and gives back what it goes by; nil where it is not whole.
    func finish(_ sources: [PageFile.Source], _ site: Site) -> Digest? {
        state.withLock { state -> Digest? in
            let rows = state.rows.compactMap { $0 }
            guard rows.count == state.rows.count else { return nil }
            let table = PageFile.Table(sources: sources, pages: rows, site: StoredSite(site)).bytes
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
        if buffer.count >= 1 << 20 { flush() }
    }

    mutating func flush() {
        var start = 0
        while start < buffer.count, isWhole {
            let count = buffer.withUnsafeBytes { systemWrite(file, $0.baseAddress.map { $0 + start }, $0.count - start) }
            if count < 0, errno == EINTR { continue }
            isWhole = count > 0
            start += max(0, count)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
