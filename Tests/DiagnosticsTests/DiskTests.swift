import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What only a disk can show: links, pipes, and the output folder.
@Suite struct DiskTests {
    /// A site in a folder of its own, gone after the test.
    private final class Folder {
        let root: String

        init() throws {
            root = NSTemporaryDirectory() + "martlet-test-" + UUID().uuidString
            try write("title: Test\nbaseURL: https://www.example.org/\n", to: "content/site.yml")
            for theme in tinyTheme { try write(String(decoding: theme.bytes, as: UTF8.self), to: theme.path) }
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        func write(_ text: String, to path: String) throws {
            let url = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        /// Every file below the folder with its bytes.
        func snapshot(_ folder: String) throws -> [String: Data] { try fileTree(root + "/" + folder) }

        func build() async -> Outcome<BuiltSite> {
            await SitePipeline.build(BuildOptions(jobs: 2, now: testClock), in: DiskFileSystem(root: root))
        }

        /// What `martlet build` does: nothing is published while an error stands.
        func buildAndPublish() async throws -> Outcome<BuiltSite> {
            let outcome = await build()
            guard !isRefused(outcome.diagnostics, BuildOptions(jobs: 2, now: testClock)) else { return outcome }
            _ = try publish(outcome.value.files, to: root + "/output", of: root, reading: DiskFileSystem(root: root))
            return outcome
        }
    }

    private static let article = "---\ntitle: A\ndate: 2026-09-01\n---\n\nSee [b](b.md).\n"
    private static let other = "---\ntitle: B\ndate: 2026-09-02\n---\n\n## Part\n"

    @Test func anErrorLeavesThePublishedSiteAsItIs() async throws {
        let folder = try Folder()
        try folder.write(Self.article, to: "content/articles/a.md")
        try folder.write(Self.other, to: "content/articles/b.md")
        #expect(try await folder.buildAndPublish().diagnostics.all.isEmpty)
        let before = try folder.snapshot("output")
        #expect(before["articles/a/index.html"] != nil)

        for spoiled in ["See [c](c.md).\n", "See [b](b.md#no).\n", "A \0\n", "<script>x()</script>\n"] {
            try folder.write(Self.article + spoiled, to: "content/articles/a.md")
            let outcome = try await folder.buildAndPublish()
            #expect(outcome.diagnostics.hasErrors)
            #expect(outcome.value.files.isEmpty)
            #expect(try folder.snapshot("output") == before)
        }
    }

    @Test func filesOfOthersInTheOutputAreLeftAloneAndSaid() async throws {
        let folder = try Folder()
        try folder.write(Self.other, to: "content/articles/b.md")
        try folder.write("x", to: "output/mine.txt")
        let outcome = await folder.build()
        let report = try publish(
            outcome.value.files, to: folder.root + "/output", of: folder.root, reading: DiskFileSystem(root: folder.root))
        #expect(report.diagnostics(of: "output").all.map(\.code) == [.foreignOutput])
        #expect(try folder.snapshot("output")["mine.txt"] == Data("x".utf8))
    }

    @Test func symbolicLinksAreRefused() async throws {
        let folder = try Folder()
        try folder.write(Self.other, to: "content/articles/b.md")
        try FileManager.default.createSymbolicLink(
            atPath: folder.root + "/content/articles/a.md", withDestinationPath: folder.root + "/content/articles/b.md")
        let messages = await folder.build().diagnostics.sorted
        #expect(messages.map(\.code) == [.refusedFile])
        #expect(messages.first?.location == SourceLocation("content/articles/a.md"))
        #expect(messages.first?.message == "'content/articles/a.md' is a symbolic link")
        #expect(messages.first?.help == "copy the file here")
    }

    @Test func linksToFoldersAreRefused() async throws {
        let folder = try Folder()
        try FileManager.default.createSymbolicLink(atPath: folder.root + "/content/articles", withDestinationPath: folder.root)
        #expect(await folder.build().diagnostics.sorted.map(\.code) == [.refusedFile])
    }

    @Test func pipesAreRefusedAndNotWaitedFor() async throws {
        let folder = try Folder()
        try folder.write(Self.other, to: "content/articles/b.md")
        #expect(mkfifo(folder.root + "/content/articles/a.md", 0o644) == 0)
        let messages = await folder.build().diagnostics.sorted
        #expect(messages.map(\.code) == [.refusedFile])
        #expect(messages.first?.message == "'content/articles/a.md' is neither a file nor a folder")
    }

    @Test func aThemeStandsInTheFolderOfThemes() async throws {
        let folder = try Folder()
        try folder.write("title: Test\nbaseURL: https://www.example.org/\ntheme: ../content\n", to: "content/site.yml")
        #expect(
            await folder.build().diagnostics.sorted.map(\.code).filter { $0 == .unknownTheme || $0 == .themeFile } == [
                .unknownTheme
            ])
    }

    @Test func aSiteThatIsNotThereSaysWhatToDo() async {
        let outcome = await SitePipeline.build(BuildOptions(jobs: 1, now: testClock), in: DiskFileSystem(root: "/nowhere/at/all"))
        #expect(outcome.diagnostics.sorted.contains { $0.code == .missingConfig && $0.help?.contains("martlet new DIR") == true })
    }
}
