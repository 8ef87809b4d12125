import SiteModel
import SitePipeline
import SiteRendering
import Synchronization
import Testing

/// Editors save while a build runs.
@Suite struct ChangingSourceTests {
    @Test func aSourceThatHasMoreLinksWhenItIsReadAgainEndsNoBuild() async {
        let site = ChangingSite()
        let outcome = await build(RepositorySites.options, in: site)
        #expect(outcome.diagnostics.sorted.isEmpty)
        let feed = outcome.value.files.first { $0.path == "articles/feed.json" }
        guard case .bytes(let bytes)? = feed?.content else {
            Issue.record("no feed")
            return
        }
        #expect(!String(decoding: bytes, as: UTF8.self).contains("b.example"))
        #expect(site.count(of: "content/articles/a.md") == 2)
    }

    @Test func theNewestArticlesAreReadOnceForPagesAndFeeds() async {
        let site = ChangingSite()
        let outcome = await build(RepositorySites.options, in: site)
        let feed = outcome.value.files.first { $0.path == "feed.json" }
        guard case .bytes(let bytes)? = feed?.content else {
            Issue.record("no feed")
            return
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("No link."))
        #expect(site.count(of: "content/guides/b.md") == 1)
    }
}

/// A site whose articles are others each time that they are read. Its feeds have one article each, the newest.
private final class ChangingSite: FileSystem {
    private let reads = Mutex<[String: Int]>([:])

    func count(of path: String) -> Int { reads.withLock { $0[path] ?? 0 } }

    func entries(of folder: String) -> [FolderEntry] {
        switch folder {
        case "content":
            [.init(name: "articles", kind: .folder), .init(name: "guides", kind: .folder), .init(name: "site.yml", kind: .file)]
        case "content/articles": [.init(name: "a.md", kind: .file)]
        case "content/guides": [.init(name: "b.md", kind: .file)]
        default: []
        }
    }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        let days = ["content/articles/a.md": "05", "content/guides/b.md": "06"]
        if path == "content/site.yml" {
            return Array("title: T\nbaseURL: https://www.example.org/\nfeeds:\n  items: 1\n".utf8)
        }
        guard let day = days[path] else { throw FileSystemError(path: path, reason: "no such file") }
        let count = reads.withLock { reads in
            reads[path, default: 0] += 1
            return reads[path, default: 0]
        }
        let links = count == 1 ? "No link." : String(repeating: "[b](https://b.example/) ", count: count)
        return Array("---\ntitle: Of \(day)\ndescription: About \(day).\ndate: 2026-01-\(day)\n---\n\n\(links)\n".utf8)
    }

    func timeZoneFile(_ name: String) -> [UInt8]? { nil }

    var builtInTheme: [ThemeFile] { embeddedTheme() }
}
