internal import SiteModel
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Every file and folder below a folder with its stamp, names in the order of their bytes, what is in a folder behind it. Follows no
/// link, and is empty where there is no such folder.
struct FileList {
    private(set) var entries: [(path: String, stamp: FileStamp)] = []

    /// `prefix` is what the paths begin with in place of the folder's own.
    init(of folder: String, prefix: String) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return }
        visit(file, prefix)
    }

    /// Adds another list behind this one.
    mutating func add(_ other: FileList) { entries += other.entries }

    private mutating func visit(_ file: Int32, _ prefix: String) {
        guard let directory = fdopendir(file) else {
            close(file)
            return
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        names.sort { ExactPath.precedes($0, $1) }
        let start = prefix.isEmpty ? "" : prefix + "/"
        for name in names {
            var status = stat()
            guard fstatat(dirfd(directory), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let stamp = FileStamp(status)
            let path = start + name
            entries.append((path, stamp))
            guard stamp.kind == .folder else { continue }
            let inner = openat(dirfd(directory), name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            if inner >= 0 { visit(inner, path) }
        }
    }
}
