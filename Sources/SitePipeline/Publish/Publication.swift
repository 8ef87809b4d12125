internal import SiteModel
internal import SiteRendering
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The publishing of one build. It takes the files as they are rendered, from any thread, and keeps of them only what differs from
/// the output folder, in a folder beside the others; `finish` puts everything in place. Until then the published site stands as it
/// is, so a build can be given up at any moment.
package final class Publication: Sendable {
    private let folder: OutputFolder
    private let lock: OutputLock
    /// What the last build wrote.
    private let before: Set<ExactPath>
    /// What is known of the files that it wrote.
    private let known: [ExactPath: KnownFile]
    /// Whether the folder was empty, so that nothing has to be looked for in it.
    private let isFresh: Bool
    private let state = Mutex(State())

    fileprivate struct State {
        /// What was handed in so far.
        var files: [PublishedFile] = []
        var ownsFolder = false
        /// How many files wait by a number, where it is not fresh.
        var waiting = 0
        /// Where the entries of the folder itself wait, where it is fresh.
        var entries: [String: String] = [:]
    }

    /// `known` are the outputs as a record of the last build has them; they save reading the files.
    init(of source: String, to output: String, known: [ExactPath: KnownFile] = [:]) throws(PublishError) {
        try checkTarget(output, source)
        var folder = try OutputFolder(root: output)
        lock = try folder.lock()
        try Journal.complete(in: &folder)
        try folder.makeStaging()
        before = manifest(in: folder)
        isFresh = before.isEmpty && folder.hasNothing(but: OutputFolder.stagingName)
        self.folder = folder
        self.known = known
    }

    /// Takes a file of the finished site.
    func add(_ file: RenderedFile, reading sources: some FileSystem) throws(PublishError) {
        let bytes = try file.bytes(reading: sources)
        var taken = PublishedFile(path: file.path, digest: Digest(of: bytes))
        if isFresh {
            let name = waitingPlace(of: file.path)
            try folder.makeStagedFolders(for: name)
            let stamp = try folder.stage(bytes, as: name, for: file.path)
            taken.isWritten = true
            // What stands in the folder itself gets its place by a rename, which the system notes.
            taken.stamp = file.path.utf8.contains(0x2F) ? stamp : nil
        } else if !isPresent(file.path, bytes, taken.digest) {
            try checkPlace(file.path)
            let number = state.withLock { state in
                state.waiting += 1
                return state.waiting - 1
            }
            let name = OutputFolder.stagingName + "/\(number)"
            _ = try folder.stage(bytes, as: name, for: file.path)
            taken.isWritten = true
            taken.name = name
        }
        state.withLock { $0.files.append(taken) }
    }

    /// Where a file waits that comes into a fresh folder: in folders as it will stand in, so that whole folders get their places and
    /// not every file. File systems put what is in one folder close together, and get slow where that is everything.
    private func waitingPlace(of path: String) -> String {
        path.withBytes { path in
            let end = offset(of: 0x2F, in: path, from: 0)
            let entry = String(decoding: UnsafeBufferPointer(rebasing: path[..<end]), as: UTF8.self)
            var waiting = state.withLock { state in
                if let waiting = state.entries[entry] { return waiting }
                let waiting = OutputFolder.stagingName + "/\(state.entries.count)"
                state.entries[entry] = waiting
                return waiting
            }
            waiting += String(decoding: UnsafeBufferPointer(rebasing: path[end...]), as: UTF8.self)
            return waiting
        }
    }

    /// Whether everything in the folder is the site's, as far as the last look tells; after `finish`.
    var ownsFolder: Bool { state.withLock { $0.ownsFolder } }

    /// Refuses a place where something of others stands.
    private func checkPlace(_ path: String) throws(PublishError) {
        switch folder.kind(of: path) {
        case .file where !before.contains(ExactPath(path)):
            throw .refused("\(folder.root)/\(path) was not written by Martlet; move it away, or choose another output folder")
        case .link: throw .refused("\(folder.root)/\(path) is a symbolic link; move it away")
        case .missing, .file, .folder: break
        }
    }

    /// Takes a file that is known to be what the last build wrote, if it still is.
    func keep(_ path: String) -> Bool {
        let name = ExactPath(path)
        guard let known = known[name], let digest = known.digest, before.contains(name),
            isStill(known, at: path) || folder.read(path).map({ Digest(of: $0) }) == digest
        else { return false }
        state.withLock { $0.files.append(PublishedFile(path: path, digest: digest)) }
        return true
    }

    /// Puts the files in their places and removes those that the site does not have any more. Where only some of its files were handed
    /// in, the others stay as they are, and it is known how many are those of others: `foreignBesidePart`.
    package func finish(foreignBesidePart: Int? = nil) throws(PublishError) -> PublishReport {
        var folder = folder
        let files = files
        let pending = files.filter(\.isWritten).map(\.path)
        let added = files.map { ExactPath($0.path) }
        let isPart = foreignBesidePart != nil
        let names = isFresh ? added : Array(isPart ? before.union(added) : Set(added))
        let stale = isPart ? [] : before.subtracting(added)
        guard !isFresh || folder.hasNothing(but: OutputFolder.stagingName) else {
            throw PublishError(
                message: "\(folder.root) is not empty any more; nothing was written, build again", status: EX_TEMPFAIL)
        }
        let blocking = isFresh ? [] : try staleFiles(inTheWayOf: pending, folder, stale: stale)
        state.withLock { $0.ownsFolder = isFresh }
        if pending.isEmpty, stale.isEmpty, names.count == before.count {
            try folder.removeStaging()
        } else {
            let list = OutputFolder.stagingName + "/list"
            _ = try folder.stage(manifestText(names), as: list, for: OutputFolder.manifestName)
            var journal = Journal(
                blocking: blocking.sorted().map(\.text), stale: stale.subtracting(blocking).sorted().map(\.text))
            let places =
                isFresh
                ? state.withLock { $0.entries.map { ($0, $1) } } : files.compactMap { file in file.name.map { (file.path, $0) } }
            let ordered = places.sorted { (rank($0.0), $0.0) < (rank($1.0), $1.0) }
            journal.placings = ordered.map { .init(name: $0.1, path: $0.0) }
            journal.placings.append(.init(name: list, path: OutputFolder.manifestName))
            try journal.write(in: folder)
            try journal.carryOut(in: &folder)
        }
        var report = PublishReport()
        report.removed = stale.count
        report.written = pending.count
        report.unchanged = names.count - pending.count
        report.writtenPaths = pending.sorted()
        report.foreign = foreignBesidePart ?? (isFresh ? 0 : foreignFiles(Set(names)))
        return report
    }

    private func foreignFiles(_ own: Set<ExactPath>) -> Int {
        folder.files(below: "", includingHidden: false).count { !own.contains(ExactPath($0)) }
    }

    /// What was handed in, in any order.
    var files: [PublishedFile] { state.withLock { $0.files } }

    /// A build that is given up leaves nothing behind. With a journal it is not given up: the next build finishes it.
    deinit {
        if folder.kind(of: OutputFolder.journalName) == .missing { try? folder.removeStaging() }
    }

    /// Whether the folder has the file already.
    private func isPresent(_ path: String, _ bytes: [UInt8], _ digest: Digest) -> Bool {
        if let known = known[ExactPath(path)] {
            if known.digest == digest, isStill(known, at: path) { return true }
        } else if before.isEmpty, folder.kind(of: path) == .missing {
            return false
        }
        return folder.read(path) == bytes
    }

    /// Whether the stamp of a file says that it has not changed.
    private func isStill(_ known: KnownFile, at path: String) -> Bool {
        !known.isRacy && known.stamp == FileStamp(of: folder.root + "/" + path)
    }
}

/// A file of the site that was handed in.
struct PublishedFile: Sendable {
    let path: String
    let digest: Digest
    /// Not for one that stands in its place as it is.
    var isWritten = false
    /// Where it waits by itself; in a fresh folder it gets its place with the others in its folder.
    var name: String?
    /// What the system said of it when it was written, where that still holds when it is in its place. Whoever changes it after that
    /// changes its times.
    var stamp: FileStamp?
}

extension RenderedFile {
    /// Its bytes, those of the source that it is a copy of.
    func bytes(reading sources: some FileSystem) throws(PublishError) -> [UInt8] {
        switch content {
        case .bytes(let bytes): return bytes
        case .copy(let path):
            do {
                return try sources.read(path)
            } catch {
                throw PublishError(message: "\(path): cannot read: \(error.reason)", status: EX_IOERR)
            }
        }
    }
}

/// The order in which files get their places: what pages need, then pages, then what leads to them.
private func rank(_ path: String) -> Int {
    if path.hasPrefix("assets/") || path == "assets" { return 0 }
    return path.hasSuffix(".xml") || path.hasSuffix(".json") || path.hasSuffix(".txt") ? 2 : 1
}

/// The files of the last build that stand where this one needs a folder, or in a folder where it needs a file. They are
/// removed before anything is put in place; anything else in the way is refused.
private func staleFiles(
    inTheWayOf pending: [String], _ folder: OutputFolder, stale: Set<ExactPath>
) throws(PublishError) -> Set<ExactPath> {
    var blocking: Set<ExactPath> = []
    var checked: Set<String> = []
    for path in pending {
        if folder.kind(of: path) == .folder {
            for inner in folder.files(below: path, includingHidden: true) {
                guard stale.contains(ExactPath(inner)) else {
                    throw .refused("\(folder.root)/\(inner) stands where Martlet writes a file '\(path)'; move it away")
                }
                blocking.insert(ExactPath(inner))
            }
            // It would still be there when the files in it are gone.
            guard !folder.hasEmptyFolder(path) else {
                throw .refused("\(folder.root)/\(path) is a folder where Martlet writes a file; move it away")
            }
        }
        for parent in folder.parents(of: path) where checked.insert(parent).inserted {
            switch folder.kind(of: parent) {
            case .missing, .folder: break
            case .file where stale.contains(ExactPath(parent)): blocking.insert(ExactPath(parent))
            case .file: throw .refused("\(folder.root)/\(parent) is a file where Martlet needs a folder; move it away")
            case .link: throw .refused("\(folder.root)/\(parent) is a symbolic link; move it away")
            }
        }
    }
    return blocking
}
