internal import SiteModel
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why a site was not published although nothing is wrong with it. Carries a status of `sysexits.h`.
package struct PublishError: Error, Sendable {
    package var message: String
    package var status: Int32

    /// The machine failed while reading or writing.
    static func failed(_ what: String, _ path: String) -> PublishError {
        PublishError(message: "\(path): cannot \(what): \(String(cString: strerror(errno)))", status: EX_IOERR)
    }

    /// The target is one that must not be written to.
    static func refused(_ message: String) -> PublishError { PublishError(message: message, status: EX_CANTCREAT) }
}

/// The folder that a site is published to. Writes only below itself and through no symbolic link.
struct OutputFolder {
    let root: String
    /// Folders that are known to be there.
    private var made: Set<String> = [""]

    /// The name of the list of files that Martlet wrote, in the folder itself.
    static let manifestName = ".martlet-files"
    /// Where files are written before they get their names. In the output folder itself, because a rename does not lead from one file
    /// system to another.
    static let stagingName = ".martlet-new"
    /// What is left to do when everything is written: the renames and removals of a build that was stopped after that.
    static let journalName = ".martlet-journal"

    init(root: String) throws(PublishError) {
        self.root = root
        switch kind(of: "") {
        case .missing: try makeRoot()
        case .folder: break
        case .file: throw .refused("\(root) is a file, not a folder")
        case .link: throw .refused("\(root) is a symbolic link; name the folder that it leads to")
        }
    }

    enum Kind { case missing, file, folder, link }

    func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(absolute(path), &status) == 0 else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .file
        }
    }

    /// Every file below a folder; hidden ones and those in hidden folders are left out or not.
    func files(below path: String, includingHidden: Bool) -> [String] {
        let disk = DiskFileSystem(root: root)
        var files: [String] = []
        var folders = [path]
        while let folder = folders.popLast() {
            for entry in (try? disk.entries(of: folder)) ?? [] where includingHidden || !entry.name.hasPrefix(".") {
                let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
                if entry.kind == .folder { folders.append(path) } else { files.append(path) }
            }
        }
        return files
    }

    /// Whether there is a folder with nothing in it, the folder itself among those that are looked at.
    func hasEmptyFolder(_ path: String) -> Bool {
        let disk = DiskFileSystem(root: root)
        var folders = [path]
        while let folder = folders.popLast() {
            let entries = (try? disk.entries(of: folder)) ?? []
            if entries.isEmpty { return true }
            folders += entries.filter { $0.kind == .folder }.map { folder + "/" + $0.name }
        }
        return false
    }

    /// Whether nothing stands in the folder itself but one thing.
    func hasNothing(but name: String) -> Bool {
        ((try? DiskFileSystem(root: root).entries(of: "")) ?? []).allSatisfy { $0.name == name }
    }

    /// The folders that a path stands in, the innermost first.
    func parents(of path: String) -> [String] {
        var parents: [String] = []
        var parent = folder(of: path)
        while !parent.isEmpty {
            parents.append(parent)
            parent = folder(of: parent)
        }
        return parents
    }

    func read(_ path: String) -> [UInt8]? { contents(of: absolute(path), flags: O_NOFOLLOW | O_NONBLOCK) }

    /// Writes a file under another name and renames it, so that its readers see the old bytes or the new, never half.
    mutating func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
        let isAlone = kind(of: Self.stagingName) == .missing
        if isAlone { try makeStaging() }
        defer { if isAlone { try? removeStaging() } }
        let name = Self.stagingName + "/file"
        _ = try stage(bytes, as: name, for: path)
        try place(name, at: path)
    }

    /// Makes the folder that files wait in, empty.
    mutating func makeStaging() throws(PublishError) {
        try removeStaging()
        guard mkdir(absolute(Self.stagingName), 0o755) == 0 else { throw .failed("make the folder", absolute(Self.stagingName)) }
        made.insert(Self.stagingName)
    }

    /// Removes what a stopped build left there.
    func removeStaging() throws(PublishError) {
        switch kind(of: Self.stagingName) {
        case .missing: return
        case .folder: break
        case .file, .link: throw .refused("\(absolute(Self.stagingName)) is not the folder that Martlet writes to first")
        }
        for name in files(below: Self.stagingName, includingHidden: true) { unlink(absolute(name)) }
        for name in folders(below: Self.stagingName).reversed() { rmdir(absolute(name)) }
    }

    /// A folder and those in it, each before what is in it. Follows no link.
    private func folders(below path: String) -> [String] {
        let disk = DiskFileSystem(root: root)
        var folders = [path]
        var next = 0
        while next < folders.count {
            let inner = ((try? disk.entries(of: folders[next])) ?? []).filter { $0.kind == .folder }
            folders += inner.map { folders[next] + "/" + $0.name }
            next += 1
        }
        return folders
    }

    /// Makes the folders that a file waits in, from any thread.
    func makeStagedFolders(for name: String) throws(PublishError) {
        let parent = SiteModel.folder(of: name)
        guard parent != Self.stagingName, mkdir(absolute(parent), 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT else { throw .failed("make the folder", absolute(parent)) }
        try makeStagedFolders(for: parent)
        guard mkdir(absolute(parent), 0o755) == 0 || errno == EEXIST else { throw .failed("make the folder", absolute(parent)) }
    }

    /// Writes a file to where it waits for its place. Gives back its stamp.
    func stage(_ bytes: [UInt8], as name: String, for path: String) throws(PublishError) -> FileStamp {
        guard isInnerPath(path) else { throw .refused("'\(path)' leads out of \(root)") }
        let temporary = absolute(name)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .failed("write", absolute(path)) }
        var status = stat()
        let isWritten = writeAll(bytes, to: file) && fstat(file, &status) == 0
        let isClosed = close(file) == 0
        guard isWritten, isClosed else {
            let error = PublishError.failed("write", absolute(path))
            unlink(temporary)
            throw error
        }
        return FileStamp(status)
    }

    /// Gives a file that waits its name. One that does not wait any more has it.
    mutating func place(_ name: String, at path: String) throws(PublishError) {
        guard isInnerPath(path) else { throw .refused("'\(path)' leads out of \(root)") }
        try makeFolders(for: path)
        if rename(absolute(name), absolute(path)) == 0 { return }
        let code = errno
        guard code != ENOTEMPTY, code != EEXIST else {
            throw .refused("\(absolute(path)) stands where Martlet puts a folder; move it away")
        }
        let error = PublishError.failed("write", absolute(path))
        guard code == ENOENT, kind(of: name) == .missing else { throw error }
    }

    /// Keeps every other build of this folder away until the value is gone.
    func lock() throws(PublishError) -> OutputLock {
        let file = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .failed("open", root) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw PublishError(message: "another build is writing to \(root); try again when it has ended", status: EX_TEMPFAIL)
        }
        return OutputLock(file: file)
    }

    /// Removes a file, and the folders that it leaves empty. A path through a symbolic link is left alone: what is behind it
    /// is not Martlet's. So is a folder in the file's place.
    func remove(_ path: String) throws(PublishError) {
        guard isInnerPath(path), kind(of: path) != .folder, !parents(of: path).contains(where: { kind(of: $0) == .link }) else {
            return
        }
        guard unlink(absolute(path)) == 0 || errno == ENOENT || errno == ENOTDIR else { throw .failed("remove", absolute(path)) }
        var parent = folder(of: path)
        while !parent.isEmpty, rmdir(absolute(parent)) == 0 { parent = folder(of: parent) }
    }

    private mutating func makeFolders(for path: String) throws(PublishError) {
        var missing: [String] = []
        var parent = folder(of: path)
        while !made.contains(parent) {
            missing.append(parent)
            parent = folder(of: parent)
        }
        for name in missing.reversed() {
            if mkdir(absolute(name), 0o755) != 0 {
                let code = errno
                let error = PublishError.failed("make the folder", absolute(name))
                guard code == EEXIST else { throw error }
                switch kind(of: name) {
                case .folder: break
                case .missing: throw error
                case .link: throw .refused("\(absolute(name)) is a symbolic link")
                case .file: throw .refused("\(absolute(name)) is a file where a folder is needed")
                }
            }
            made.insert(name)
        }
    }

    private func makeRoot() throws(PublishError) {
        var path = ""
        for part in root.split(separator: "/", omittingEmptySubsequences: false) {
            path += (path.isEmpty && part.isEmpty) ? "/" : (path.isEmpty || path == "/" ? "" : "/") + part
            if path.isEmpty || path == "/" { continue }
            guard mkdir(path, 0o755) == 0 || errno == EEXIST || errno == EISDIR else { throw .failed("make the folder", path) }
        }
    }

    private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }
}

/// A lock on an output folder; the system takes it back when the process ends, however it ends.
final class OutputLock: Sendable {
    private let file: Int32

    init(file: Int32) { self.file = file }

    deinit { close(file) }
}
