internal import SiteModel

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Keeps a file for later runs, such as `.martlet/record`, below a site's root. It saves time and is never a reason to fail: one that
/// cannot be written is missing then.
func keep(_ bytes: [UInt8], at path: String, below root: String) {
    let folder = root + "/" + SiteModel.folder(of: path)
    guard makeCacheFolder(folder), var target = try? OutputFolder(root: folder) else { return }
    try? target.write(bytes, to: fileName(of: path))
}

/// Whether the folder for what is kept is there, or could be made.
func makeCacheFolder(_ path: String) -> Bool { mkdir(path, 0o755) == 0 || errno == EEXIST }
