#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes what a plan says. Each file gets its new bytes at once, by a rename; all else about it stays. One that is not as the plan
/// found it stops the work before anything is written.
package func apply(_ plan: FixPlan, at root: String) throws(PublishError) {
    let sources = plan.files.map { SourceOnDisk(path: root + "/" + $0.path, file: $0) }
    for source in sources { try source.expectUnchanged() }
    for source in sources { try source.replace() }
}

private struct SourceOnDisk {
    let path: String
    let file: FixedFile

    func expectUnchanged() throws(PublishError) {
        guard let bytes = contents(of: path, flags: O_NOFOLLOW | O_NONBLOCK) else { throw .failed("read", path) }
        guard bytes == file.before else {
            throw PublishError(message: "\(path) has changed meanwhile; run 'martlet fix' again", status: EX_TEMPFAIL)
        }
    }

    /// Writes beside the file and renames; looks once more right before, since other files were written meanwhile.
    func replace() throws(PublishError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .failed("read", path) }
        // Hidden, so that nobody takes it for a source.
        let temporary = folderPath + "/.martlet-fix-\(getpid())"
        let target = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, status.st_mode & 0o777)
        guard target >= 0 else { throw .failed("write", path) }
        let isWritten = writeAll(file.after, to: target) && fchmod(target, status.st_mode & 0o777) == 0 && fsync(target) == 0
        let isClosed = close(target) == 0
        guard isWritten, isClosed else {
            let error = PublishError.failed("write", path)
            unlink(temporary)
            throw error
        }
        do throws(PublishError) {
            try expectUnchanged()
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let error = PublishError.failed("write", path)
            unlink(temporary)
            throw error
        }
    }

    private var folderPath: String {
        path.utf8.lastIndex(of: 0x2F).map { String(decoding: path.utf8[..<$0], as: UTF8.self) } ?? "."
    }
}
