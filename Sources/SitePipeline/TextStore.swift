internal import SiteModel
internal import SiteRendering
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Takes the written texts of sources, from any thread, until their pages are rendered. Those of a large site do not stay in memory:
/// beyond `limit` they wait in a file without a name, which goes when the process ends. Where there can be none, memory it is.
final class TextStore: Sendable {
    private let folder: String?
    private let state: Mutex<State>
    /// How many bytes stay in memory.
    private static let limit = 16 << 20

    fileprivate struct State {
        var texts: StoredTexts
        var canSpill: Bool
    }

    /// `folder` is where the file may be made; nil where nothing may be written.
    init(sources: Int, spillingTo folder: String?) {
        self.folder = folder
        state = Mutex(State(texts: StoredTexts(sources: sources), canSpill: folder != nil))
    }

    func add(_ written: WrittenSource, at source: Int) {
        let packed = PackedTexts(written)
        state.withLock { state in
            state.texts.add(packed, at: source)
            guard state.canSpill, state.texts.memory.count > Self.limit else { return }
            state.canSpill = folder.map { state.texts.spill(to: $0) } ?? false
        }
    }

    /// All that was taken.
    var texts: StoredTexts { state.withLock { $0.texts } }
}

/// Written texts of sources, by position and part.
struct StoredTexts: Sendable {
    private var places: [[Place]]
    /// What does not stand in the file, which it follows on.
    fileprivate private(set) var memory: [UInt8] = []
    private var file: SpilledFile?

    /// Where the two forms of a text begin, and where they end.
    fileprivate struct Place: Sendable {
        var page: Int
        var answer: Int
        var end: Int
    }

    init(sources: Int) { places = Array(repeating: [], count: sources) }

    /// Not where a text could not be read again: then pages were rendered without it.
    var isReadable: Bool { file?.isReadable ?? true }

    subscript(id: TextID, form: SiteTexts.Form) -> WrittenText? {
        guard places.indices.contains(id.source), places[id.source].indices.contains(id.part) else { return nil }
        let all = places[id.source]
        let place = all[id.part]
        let source = all[0].page..<all[all.count - 1].end
        return switch form {
        case .page: unpacked(place.page..<place.answer, of: source)
        case .answer: place.answer == place.end ? nil : unpacked(place.answer..<place.end, of: source)
        }
    }

    private func unpacked(_ range: Range<Int>, of source: Range<Int>) -> WrittenText? {
        let start = file?.size ?? 0
        if range.lowerBound >= start { return unpacked(range, from: memory, at: start) }
        return file?.read(range, of: source).flatMap { unpacked(range, from: $0.bytes, at: $0.start) }
    }

    /// `start` is where the bytes stand among all.
    private func unpacked(_ range: Range<Int>, from bytes: [UInt8], at start: Int) -> WrittenText? {
        bytes.withUnsafeBytes { WrittenText(packed: $0[range.lowerBound - start..<range.upperBound - start]) }
    }

    fileprivate mutating func add(_ packed: PackedTexts, at source: Int) {
        let start = (file?.size ?? 0) + memory.count
        places[source] = packed.places.map { Place(page: start + $0.page, answer: start + $0.answer, end: start + $0.end) }
        memory += packed.bytes
    }

    /// Moves what is in memory to the file. Gives back whether that may be done again.
    fileprivate mutating func spill(to folder: String) -> Bool {
        if file == nil { file = SpilledFile(in: folder) }
        guard file?.append(memory) ?? false else { return false }
        memory.removeAll(keepingCapacity: true)
        return true
    }
}

/// The texts of one source as bytes.
private struct PackedTexts {
    var bytes: [UInt8] = []
    var places: [StoredTexts.Place] = []

    init(_ written: WrittenSource) {
        let texts = written.parts.map(\.page) + written.parts.compactMap(\.answer)
        bytes.reserveCapacity(texts.reduce(0) { $0 + $1.packedSize })
        for part in written.parts {
            let page = bytes.count
            part.page.pack(into: &bytes)
            let answer = bytes.count
            part.answer?.pack(into: &bytes)
            places.append(.init(page: page, answer: answer, end: bytes.count))
        }
    }
}

extension WrittenText {
    fileprivate var packedSize: Int { 16 + bytes.count + gaps.count * MemoryLayout<Gap>.stride }

    /// Four counts, the bytes, the gaps as they are in memory: only this process reads them.
    fileprivate func pack(into packed: inout [UInt8]) {
        for count in [lead.bytes, lead.gaps, bytes.count, gaps.count] {
            withUnsafeBytes(of: UInt32(count)) { packed.append(contentsOf: $0) }
        }
        packed.append(contentsOf: bytes)
        gaps.withUnsafeBytes { packed.append(contentsOf: $0) }
    }

    fileprivate init(packed: Slice<UnsafeRawBufferPointer>) {
        let whole = UnsafeRawBufferPointer(rebasing: packed)
        let counts = (0..<4).map { Int(whole.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
        let bytes = Array(whole[16..<16 + counts[2]])
        let gaps = [Gap](unsafeUninitializedCapacity: counts[3]) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: whole[(16 + counts[2])...]))
            count = counts[3]
        }
        self.init(bytes: bytes, gaps: gaps, lead: (counts[0], counts[1]))
    }
}

/// A file without a name.
private final class SpilledFile: Sendable {
    private let file: Int32
    private let written = Atomic<Int>(0)
    private let hasFailed = Atomic<Bool>(false)
    /// Whole sources that were read lately: a page shows most texts of a source or none. More than there are threads, mostly.
    private let recent = Mutex<[Read]>([])
    private static let recentCount = 16
    /// Larger sources are read text by text.
    private static let largestWhole = 1 << 16

    /// Bytes of the file and where they begin in it.
    typealias Read = (start: Int, bytes: [UInt8])

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

    var size: Int { written.load(ordering: .acquiring) }

    var isReadable: Bool { !hasFailed.load(ordering: .acquiring) }

    /// Whether all of it was written; what was written of the rest counts for nothing.
    func append(_ bytes: [UInt8]) -> Bool {
        let start = size
        guard writeAll(bytes, to: file, at: start) else { return false }
        written.store(start + bytes.count, ordering: .releasing)
        return true
    }

    /// Reads a text of a source.
    func read(_ range: Range<Int>, of source: Range<Int>) -> Read? {
        guard source.count <= Self.largestWhole else { return read(range) }
        if let known = recent.withLock({ $0.first { $0.start == source.lowerBound } }) { return known }
        guard let whole = read(source) else { return nil }
        recent.withLock { recent in
            if recent.count == Self.recentCount { recent.removeLast() }
            recent.insert(whole, at: 0)
        }
        return whole
    }

    private func read(_ range: Range<Int>) -> Read? {
        if let bytes = readAll(range.count, of: file, at: range.lowerBound) { return (range.lowerBound, bytes) }
        hasFailed.store(true, ordering: .releasing)
        return nil
    }

    deinit { close(file) }
}
