package import SiteModel
internal import SiteRendering
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A site in a folder on disk. Follows no symbolic link below its root.
package struct DiskFileSystem: FileSystem {
    private let root: String
    /// Where it is noted what was read.
    private let log: ReadLog?

    package init(root: String, log: ReadLog? = nil) {
        self.root = root
        self.log = log
    }

    package func entries(of folder: String) throws(FileSystemError) -> [FolderEntry] {
        let file = open(absolute(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.isEmpty ? 0 : O_NOFOLLOW))
        guard file >= 0, let directory = fdopendir(file) else {
            if errno == ENOENT || (errno == ENOTDIR && !isLink(folder)) { return [] }
            throw failure(folder)
        }
        defer { closedir(directory) }
        var entries: [FolderEntry] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(FolderEntry(name: name, kind: kind(of: name, in: folder, hint: entry.pointee.d_type)))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private func isLink(_ path: String) -> Bool {
        var status = stat()
        guard lstat(absolute(path), &status) == 0 else { return false }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        errno = isLink ? ELOOP : ENOTDIR
        return isLink
    }

    private func kind(of name: String, in folder: String, hint: UInt8) -> FolderEntry.Kind {
        switch Int32(hint) {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .symbolicLink
        case Int32(DT_UNKNOWN): break
        default: return .other
        }
        var status = stat()
        guard lstat(absolute(folder + "/" + name), &status) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .symbolicLink
        default: return .other
        }
    }

    package func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        let bytes = try read(path, upTo: .max).bytes
        log?.note(path, Digest(of: bytes))
        return bytes
    }

    package func read(_ path: String, upTo limit: Int) throws(FileSystemError) -> FileStart {
        guard let start = start(of: absolute(path), upTo: limit, flags: O_NOFOLLOW | O_NONBLOCK) else { throw failure(path) }
        return start
    }

    package func timeZoneFile(_ name: String) -> [UInt8]? {
        guard isInnerPath(name) else { return nil }
        let path = "/usr/share/zoneinfo/" + name
        let bytes = contents(of: path, flags: 0)
        if let bytes { log?.note(path, Digest(of: bytes)) }
        return bytes
    }

    package var builtInTheme: [ThemeFile] { embeddedTheme() }

    private func absolute(_ path: String) -> String { root + "/" + path }

    private func failure(_ path: String) -> FileSystemError {
        let reason = errno == ELOOP ? "it is a symbolic link, which Martlet does not follow" : String(cString: strerror(errno))
        return FileSystemError(path: path, reason: reason)
    }
}

/// The bytes of a regular file; nil, with `errno` set, where it cannot be read.
func contents(of path: String, flags: Int32) -> [UInt8]? { start(of: path, upTo: .max, flags: flags)?.bytes }

/// The first bytes of a regular file, as many as are asked for and there; nil, with `errno` set, where it cannot be read.
private func start(of path: String, upTo limit: Int, flags: Int32) -> FileStart? {
    let file = open(path, O_RDONLY | O_CLOEXEC | flags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
        errno = EINVAL
        return nil
    }
    let size = Int(status.st_size)
    var bytes: [UInt8] = []
    while bytes.count < limit {
        // One byte more than the size, so that a file that grows meanwhile is noticed.
        let wanted = min(bytes.count < size ? size - bytes.count + 1 : 4096, limit - bytes.count)
        guard let part = readSome(wanted, of: file) else { return nil }
        bytes = bytes.isEmpty ? part : bytes + part
        // Fewer than were wanted: there are no more.
        if part.isEmpty || (bytes.count == size && part.count < wanted) { break }
    }
    return FileStart(bytes: bytes, size: max(size, bytes.count))
}
