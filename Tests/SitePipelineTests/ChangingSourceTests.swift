import SiteModel
import SitePipeline
import SiteRendering
import Synchronization
import Testing

/// Editors save while a build runs.
@Suite struct ChangingSourceTests {
    @Test func aSourceThatHasMoreLinksWhenItIsReadAgainEndsNoBuild() async {
        let outcome = await build(RepositorySites.options, in: ChangingSite())
        #expect(outcome.diagnostics.sorted.isEmpty)
        let feed = outcome.value.files.first { $0.path == "feed.json" }
        guard case .bytes(let bytes)? = feed?.content else {
            Issue.record("no feed")
            return
        }
        #expect(!String(decoding: bytes, as: UTF8.self).contains("b.example"))
    }
}

/// A site whose article is another one each time that it is read.
private final class ChangingSite: FileSystem {
    private let reads = Mutex(0)

    func entries(of folder: String) -> [FolderEntry] {
        switch folder {
        case "content": [.init(name: "articles", kind: .folder), .init(name: "site.yml", kind: .file)]
        case "content/articles": [.init(name: "a.md", kind: .file)]
        default: []
        }
    }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        if path == "content/site.yml" { return Array("title: T\nbaseURL: https://www.example.org/\n".utf8) }
        guard path == "content/articles/a.md" else { throw FileSystemError(path: path, reason: "no such file") }
        let count = reads.withLock { reads in
            reads += 1
            return reads
        }
        let links = count == 1 ? "No link." : String(repeating: "[b](https://b.example/) ", count: count)
        return Array("---\ntitle: A\ndescription: About A.\ndate: 2026-10-01\n---\n\n\(links)\n".utf8)
    }

    func timeZoneFile(_ name: String) -> [UInt8]? { nil }

    var builtInTheme: [ThemeFile] { embeddedTheme() }
}
