import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport

/// The sites that stand in the repository, and folders to publish to.
enum RepositorySites {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    static func path(_ name: String) -> String { root.appending(path: name).path }

    static func files(_ site: String) -> DiskFileSystem { DiskFileSystem(root: path(site)) }

    /// A site with pages of every kind, to be changed.
    static func copyOfEveryKind() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["content", "themes"] {
            try FileManager.default.copyItem(
                atPath: path("Tests/Fixtures/sites/every-kind/\(name)"), toPath: folder.path + "/" + name)
        }
        return folder
    }

    /// The moment of every test build: nothing in the repository depends on another.
    static var options: BuildOptions { BuildOptions(jobs: 2, now: parseClock("2026-11-01") ?? Instant(seconds: 0, offset: 0)) }
}

/// A folder that is removed when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "martlet-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ name: String) -> String? {
        (try? Data(contentsOf: URL(fileURLWithPath: path).appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file below the folder with its bytes.
    func tree() throws -> [String: Data] { try fileTree(path) }
}
