package import SiteModel
package import SitePipeline

/// A site that is nowhere on disk. Its folders are those that its files need.
package struct InMemoryFileSystem: FileSystem {
    package var files: [String: [UInt8]]
    package var builtInTheme: [ThemeFile]

    package init(files: [String: [UInt8]], builtInTheme: [ThemeFile]) {
        self.files = files
        self.builtInTheme = builtInTheme
    }

    package func entries(of folder: String) -> [FolderEntry] {
        var kinds: [String: FolderEntry.Kind] = [:]
        for path in files.keys where path.hasPrefix(folder + "/") {
            let rest = path.dropFirst(folder.count + 1)
            let name = rest.prefix { $0 != "/" }
            kinds[String(name)] = name.count == rest.count ? .file : .folder
        }
        return kinds.map { FolderEntry(name: $0.key, kind: $0.value) }.sorted { $0.name < $1.name }
    }

    package func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        guard let bytes = files[path] else { throw FileSystemError(path: path, reason: "No such file or directory") }
        return bytes
    }

    package func timeZoneFile(_ name: String) -> [UInt8]? { DiskFileSystem(root: "/").timeZoneFile(name) }
}
