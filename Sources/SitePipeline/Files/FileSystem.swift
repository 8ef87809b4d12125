package import SiteModel

/// Where a site's sources are read from: a folder on disk, or a value in a test. Paths are relative to the site's root, with
/// `/` between folders; nothing outside the root can be reached.
package protocol FileSystem: Sendable {
    /// What stands in a folder, by name; empty where there is no such folder.
    func entries(of folder: String) throws(FileSystemError) -> [FolderEntry]
    func read(_ path: String) throws(FileSystemError) -> [UInt8]
    /// No more than so many bytes of a file, from its start.
    func read(_ path: String, upTo limit: Int) throws(FileSystemError) -> FileStart
    /// The system's TZif file of a time zone.
    func timeZoneFile(_ name: String) -> [UInt8]?
    /// The files of the theme `plain` that comes with the program.
    var builtInTheme: [ThemeFile] { get }
}

extension FileSystem {
    /// For files that are in memory anyway.
    package func read(_ path: String, upTo limit: Int) throws(FileSystemError) -> FileStart {
        let bytes = try read(path)
        return FileStart(bytes: Array(bytes.prefix(limit)), size: bytes.count)
    }
}

/// The first bytes of a file.
package struct FileStart: Sendable, Equatable {
    package var bytes: [UInt8]
    /// Of the whole file.
    package var size: Int

    package init(bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    package var isWhole: Bool { bytes.count >= size }
}

package struct FolderEntry: Sendable, Equatable {
    package var name: String
    package var kind: Kind

    package enum Kind: Sendable, Equatable { case file, folder, symbolicLink, other }

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// What the system refused, in its own words.
package struct FileSystemError: Error, Sendable, Equatable {
    package var path: String
    package var reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
