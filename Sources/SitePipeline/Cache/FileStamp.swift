internal import SiteModel

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the system says of a file without reading it. Where that is the same, so is the content, unless the file was changed in the
/// very tick of the clock in which it was looked at (`isRacy`).
package struct FileStamp: Sendable, Equatable {
    var size: Int64
    /// Nanoseconds since 1970, of the content and of the entry.
    var modified: Int64
    var changed: Int64
    package var inode: UInt64
    package var kind: Kind

    package enum Kind: UInt8, Sendable { case file, folder, link, other }

    /// Nil where there is no such file.
    package init?(of path: String, followingLinks: Bool = false) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        size = Int64(status.st_size)
        #if canImport(Glibc)
            modified = nanoseconds(status.st_mtim)
            changed = nanoseconds(status.st_ctim)
        #else
            modified = nanoseconds(status.st_mtimespec)
            changed = nanoseconds(status.st_ctimespec)
        #endif
        inode = UInt64(status.st_ino)
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
    }

    init(size: Int64, modified: Int64, changed: Int64, inode: UInt64, kind: Kind) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        self.kind = kind
    }

    /// Whether the file may have been changed once more after it was looked at without its times showing it: the kernel's clock for
    /// files goes in steps of up to 10 ms, and some file systems keep only whole seconds, or every other one.
    func isRacy(lookedAt moment: Int64) -> Bool {
        let step: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return max(modified, changed) + step >= moment
    }
}

/// What a record of a build knows of a file.
struct KnownFile: Sendable, Equatable {
    var stamp: FileStamp
    /// Nil for one that nobody read.
    var digest: Digest?
    /// The file may have been changed once more while its stamp was taken, so that the stamp says nothing.
    var isRacy = false
}

private func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
