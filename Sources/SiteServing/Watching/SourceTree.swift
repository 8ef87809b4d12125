internal import SiteModel
internal import SitePipeline

/// What is known of the files and folders that a site is made of, to tell what changed. Paths are relative to the site's root, and
/// compared by their bytes.
struct SourceTree {
    /// The folders that sources stand in.
    static let roots = ["content", "themes"]

    private let root: String
    private let files: DiskFileSystem
    /// What stands in each folder, by name.
    private var known: [ExactPath: [ExactPath: FileStamp]] = [:]

    init(root: String) {
        self.root = root
        files = DiskFileSystem(root: root)
    }

    /// What is new, gone or otherwise than before in one folder.
    struct Changes {
        /// What changed, the files and folders below a folder that is gone among them.
        var paths: Set<String> = []
        /// Those of them that were not there before.
        var newPaths: Set<String> = []
        /// Folders that were not known. They have to be looked at as well.
        var newFolders: [String] = []
        var goneFolders: [String] = []
    }

    /// Every folder that is known, in no order.
    var folders: [String] { known.keys.map(\.text) }

    /// What is no source, whatever happens to it.
    static func isIgnored(_ name: String, in folder: String) -> Bool {
        if folder.isEmpty { return !roots.contains(name) }
        if folder == "themes" || folder.hasPrefix("themes/") { return name.hasPrefix(".") || name.hasSuffix("~") }
        return SitePipeline.isIgnored(name, in: folder)
    }

    /// Whether something was at a place in a folder at the last look; also where the folder is not known.
    func isKnown(_ name: String, in folder: String) -> Bool {
        known[ExactPath(folder)].map { $0[ExactPath(name)] != nil } ?? true
    }

    /// Whether something is at a place now.
    func isThere(_ path: String) -> Bool { stamp(of: path) != nil }

    func isKnown(_ folder: String) -> Bool { known[ExactPath(folder)] != nil }

    /// Looks at a folder again, not at what is in its folders.
    mutating func look(at folder: String) -> Changes {
        var changes = Changes()
        var now: Set<ExactPath> = []
        for entry in (try? files.entries(of: folder)) ?? [] where !Self.isIgnored(entry.name, in: folder) {
            now.insert(ExactPath(entry.name))
            if known[ExactPath(folder)] == nil { known[ExactPath(folder)] = [:] }
            look(at: entry.name, in: folder, &changes)
        }
        for name in (known[ExactPath(folder)] ?? [:]).keys where !now.contains(name) { look(at: name.text, in: folder, &changes) }
        if known[ExactPath(folder)] == nil { known[ExactPath(folder)] = [:] }
        return changes
    }

    /// Looks at one entry of a folder that is known. `isAnother` says that a folder at this place is not the one that was there.
    mutating func look(at name: String, in folder: String, isAnother: Bool = false) -> Changes {
        var changes = Changes()
        look(at: name, in: folder, isAnother: isAnother, &changes)
        return changes
    }

    private mutating func look(at name: String, in folder: String, isAnother: Bool = false, _ changes: inout Changes) {
        guard let entries = known[ExactPath(folder)] else { return }
        let before = entries[ExactPath(name)]
        let path = folder.isEmpty ? name : folder + "/" + name
        let now = stamp(of: path)
        known[ExactPath(folder)]?[ExactPath(name)] = now
        let (wasFolder, isFolder) = (before?.kind == .folder, now?.kind == .folder)
        let isOther = isAnother || before?.inode != now?.inode
        if wasFolder, !isFolder || isOther { forget(path, &changes) }
        // The times of a folder change with what is in it, which is seen there.
        if now != before, !(wasFolder && isFolder) || isOther {
            changes.paths.insert(path)
            if before == nil { changes.newPaths.insert(path) }
        }
        if isFolder, !isKnown(path) { changes.newFolders.append(path) }
    }

    /// Drops a folder and all that is in it.
    mutating func forget(_ folder: String, _ changes: inout Changes) {
        guard let entries = known.removeValue(forKey: ExactPath(folder)) else { return }
        changes.goneFolders.append(folder)
        for name in entries.keys {
            let path = folder + "/" + name.text
            changes.paths.insert(path)
            forget(path, &changes)
        }
    }

    /// A theme may be reached through a link at `themes`.
    private func stamp(of path: String) -> FileStamp? {
        FileStamp(of: root + "/" + path, followingLinks: path == "themes")
    }
}
