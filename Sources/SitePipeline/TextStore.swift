internal import SiteModel
internal import SiteRendering
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Puts the written texts of sources away, from any thread, until their pages are rendered. Those of a large site do not stay in memory:
/// beyond `limit` they wait in a file without a name, which goes when the process ends. Where there can be none, memory it is.
final class TextStore: Sendable {
    private let folder: String?
    /// How many bytes there are so far.
    private let size = Atomic<Int>(0)
    /// The file where there is one, once it is needed.
    private let spilled = Mutex<(file: SpilledFile?, isTried: Bool)>((nil, false))
    /// How many bytes stay in memory.
    private let limit: Int

    /// `folder` is where the file may be made; nil where nothing may be written.
    init(spillingTo folder: String?, beyond limit: Int = 16 << 20) {
        self.folder = folder
        self.limit = limit
    }

    func add(_ written: WrittenSource) -> StoredSource {
        var source = StoredSource(written)
        if size.add(source.size, ordering: .relaxed).newValue > limit { file?.take(&source) }
        return source
    }

    /// What `sources`, by position, are read from.
    func texts(_ sources: [StoredSource]) -> StoredTexts { StoredTexts(sources, in: spilled.withLock { $0.file }) }

    private var file: SpilledFile? {
        spilled.withLock { spilled in
            if !spilled.isTried { spilled = (folder.flatMap { SpilledFile(in: $0) }, true) }
            return spilled.file
        }
    }
}

/// The written texts of a source.
struct StoredSource: Sendable {
    fileprivate let places: [WrittenSource.Place]
    fileprivate let size: Int
    fileprivate var content: Content

    fileprivate enum Content {
        case memory([UInt8])
        /// From this byte of the file on.
        case file(Int)
    }

    fileprivate init(_ written: WrittenSource) {
        places = written.places
        size = written.bytes.count
        content = .memory(written.bytes)
    }

    fileprivate func range(of part: Int, _ form: SiteTexts.Form) -> Range<Int>? {
        places.indices.contains(part) ? places[part].range(of: form) : nil
    }
}

/// Written texts of sources, by position and part.
struct StoredTexts: Sendable {
    private let sources: [StoredSource]
    private let file: SpilledFile?

    fileprivate init(_ sources: [StoredSource], in file: SpilledFile?) {
        self.sources = sources
        self.file = file
    }

    /// Not where a text could not be read again: then pages were rendered without it.
    var isReadable: Bool { file?.isReadable ?? true }

    subscript(id: TextID, form: SiteTexts.Form) -> WrittenText? {
        // Lent, since a page asks for a dozen.
        sources.withUnsafeBufferPointer { sources in
            guard sources.indices.contains(id.source), let range = sources[id.source].range(of: id.part, form) else { return nil }
            switch sources[id.source].content {
            case .memory(let bytes): return WrittenText(packed: bytes[range])
            case .file(let start): return file?.read(range, of: start..<start + sources[id.source].size)
            }
        }
    }
}

/// A file without a name.
private final class SpilledFile: Sendable {
    private let file: Int32
    private let size = Atomic<Int>(0)
    private let isFull = Atomic<Bool>(false)
    private let hasFailed = Atomic<Bool>(false)
    /// Whole sources that were read lately: a page shows most texts of a source or none. More than there are threads, mostly.
    private let recent = Mutex(Recent())

    private struct Recent {
        /// Where they begin in the file. Apart from their bytes, since each look goes through these.
        private var starts: [Int] = []
        private var sources: [[UInt8]] = []
        /// The one that goes next.
        private var oldest = 0
        private static let count = 16

        subscript(start: Int) -> [UInt8]? { starts.firstIndex(of: start).map { sources[$0] } }

        mutating func add(_ source: [UInt8], from start: Int) {
            guard starts.count == Self.count else {
                starts.append(start)
                return sources.append(source)
            }
            (starts[oldest], sources[oldest]) = (start, source)
            oldest = (oldest + 1) % Self.count
        }
    }

    /// Larger sources are read text by text.
    private static let largestWhole = 1 << 16

    /// Nil where none can be made.
    init?(in folder: String) {
        let path = folder + "/texts"
        guard makeCacheFolder(folder) else { return nil }
        unlink(path)
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return nil }
        unlink(path)
        self.file = file
    }

    var isReadable: Bool { !hasFailed.load(ordering: .acquiring) }

    /// Moves the texts of a source to a place in the file that no other gets. They stay in memory where they cannot be written, as do all
    /// that come after them.
    func take(_ source: inout StoredSource) {
        guard case .memory(let bytes) = source.content, !isFull.load(ordering: .relaxed) else { return }
        let start = size.add(bytes.count, ordering: .relaxed).oldValue
        if writeAll(bytes, to: file, at: start) {
            source.content = .file(start)
        } else {
            isFull.store(true, ordering: .relaxed)
        }
    }

    /// Reads a text of a source: `range` is where it stands in it, `source` where that stands in the file.
    func read(_ range: Range<Int>, of source: Range<Int>) -> WrittenText? {
        if source.count > Self.largestWhole {
            return read(source.lowerBound + range.lowerBound, range.count).map { WrittenText(packed: $0[...]) }
        }
        if let known = recent.withLock({ $0[source.lowerBound] }) { return WrittenText(packed: known[range]) }
        guard let whole = read(source.lowerBound, source.count) else { return nil }
        recent.withLock { $0.add(whole, from: source.lowerBound) }
        return WrittenText(packed: whole[range])
    }

    private func read(_ start: Int, _ count: Int) -> [UInt8]? {
        if let bytes = readAll(count, of: file, at: start) { return bytes }
        hasFailed.store(true, ordering: .releasing)
        return nil
    }

    deinit { close(file) }
}
