import Foundation
import SiteModel
import SitePipeline
import Testing

/// A build that knows of the last one gives the same as one that does not, whatever happened in between.
@Suite struct IncrementalTests {
    /// `make soak` asks for more.
    private static let scripts = Int(ProcessInfo.processInfo.environment["MARTLET_SCRIPTS"] ?? "") ?? 12

    @Test(arguments: 0..<scripts) func randomEditsEndAsACleanBuildDoes(seed: Int) async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        var script = EditScript(folder, seed: seed)
        var steps: [String] = []
        _ = try await publish(folder)
        for _ in 0..<6 {
            steps.append(try script.step())
            let outcome = try await publish(folder)
            let clean = try await publish(folder, to: "clean", usesRecord: false)
            #expect(outcome.diagnostics.sorted == clean.diagnostics.sorted, "\(steps)")
            guard outcome.value.report != nil, clean.value.report != nil else { continue }
            try #require(try site(folder, "output") == site(folder, "clean"), "seed \(seed): \(steps)")
        }
    }

    @Test func nothingIsWrittenWhereNothingChanged() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        // Their order in a list of files is not that of their bytes.
        for name in ["a/x.txt", "a-b.txt", "a.txt", "a/x-y.txt", "a/x/z.txt"] {
            try folder.write("1", to: "content/static/\(name)")
        }
        let first = try await publish(folder)
        let second = try await publish(folder)
        #expect(second.value.report?.written == 0 && second.value.rendered == 0)
        #expect(second.value.report?.unchanged == first.value.report?.written)
        #expect(second.value.summary == first.value.summary)
        #expect(second.diagnostics.sorted == first.diagnostics.sorted)
    }

    @Test func aWordThatChangesWritesItsPageAndTheFeedsThatCarryIt() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        _ = try await publish(folder)
        try folder.write((folder.read("content/notes/note.md") ?? "") + "\nMore.\n", to: "content/notes/note.md")
        let site = try await publish(folder).value
        let report = try #require(site.report)
        #expect(
            Set(report.writtenPaths)
                == ["notes/note/index.html", "feed.xml", "feed.json", "notes/feed.xml", "notes/feed.json"])
        #expect(site.rendered == 1 && site.isOfWords)
        #expect(try await verify(folder) == nil)
        let again = try await publish(folder).value
        #expect(again.report?.written == 0 && again.rendered == 0)
    }

    /// What a change of words shows elsewhere: in lists, which say how long an article takes to read; in the articles that quote an
    /// answer; or as a message.
    @Test(arguments: [
        ("content/notes/note.md", String(repeating: "More words than before. ", count: 200), false),
        ("content/notes/note.md", "## A heading\n", false), ("content/notes/note.md", "[gone](gone.md)", false),
        ("content/notes/note.md", "Words [here](#top).", false), ("content/faqs/topic.md", "Some more.", true),
        ("content/people/ann.md", "She writes.", true), ("content/articles/a1.md", "A word.", true),
    ])
    func aChangeOfTextsRendersNoMoreThanItMust(path: String, text: String, isOfWords: Bool) async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        let first = try await publish(folder).value
        try folder.write((folder.read(path) ?? "") + "\n" + text + "\n", to: path)
        let second = try await publish(folder)
        let clean = try await publish(folder, to: "clean", usesRecord: false)
        #expect(second.diagnostics.sorted == clean.diagnostics.sorted)
        guard second.value.report != nil else {
            #expect(!isOfWords)
            return
        }
        #expect(second.value.isOfWords == isOfWords)
        #expect(second.value.rendered < first.rendered / 2)
        #expect(try site(folder, "output") == site(folder, "clean"))
    }

    /// Every page that is rendered then is one that shows the title, and is written.
    @Test(arguments: ["content/articles/a2.md", "content/notes/note.md", "content/faqs/topic.md"])
    func aTitleThatChangesRendersThePagesThatShowIt(path: String) async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        _ = try await publish(folder)
        let text = try #require(folder.read(path))
        try folder.write(text.replacingOccurrences(of: "title: ", with: "title: Other "), to: path)
        let site = try await publish(folder).value
        let pages = try #require(site.report).writtenPaths.filter { $0.hasSuffix(".html") }
        #expect(site.rendered == pages.count)
        #expect(try await verify(folder) == nil)
    }

    @Test func everyFileThatWasWrittenHasItsReason() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        _ = try await publish(folder)
        #expect(try await publish(folder).value.reasons == nil)
        let text = try #require(folder.read("content/people/ann.md"))
        try folder.write(text.replacingOccurrences(of: "name: ", with: "name: Mary "), to: "content/people/ann.md")
        let site = try await publish(folder).value
        let reasons = try #require(site.reasons)
        #expect(reasons.map(\.path) == site.report?.writtenPaths)
        #expect(reasons.allSatisfy { $0.chains.contains { $0.hasSuffix("content/people/ann.md changed") } }, "\(reasons)")
        #expect(reasons.first { $0.path == "people/ann/index.html" }?.chains == ["content/people/ann.md changed"])
    }

    @Test func aScheduledArticleAppearsWhenItsMomentComes() async throws {
        let folder = try TemporaryFolder()
        try folder.write("title: T\nbaseURL: https://www.example.org/\n", to: "content/site.yml")
        try folder.write("---\ntitle: A\ndate: 2026-11-02T09:00:00Z\n---\nText.\n", to: "content/articles/a.md")
        var options = RepositorySites.options
        for (moment, count) in [("2026-11-02T08:59:59Z", 0), ("2026-11-02T09:00:00Z", 1), ("2026-11-02T08:59:59Z", 0)] {
            options.now = try #require(parseClock(moment))
            #expect(try await publish(folder, options).value.summary.states[.published] == count, "\(moment)")
        }
    }

    /// What a build reads through a link is not among what it looks at.
    @Test func aThemeThatIsReachedThroughALinkIsReadEveryTime() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        try FileManager.default.moveItem(atPath: folder.path + "/themes", toPath: folder.path + "/shared")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/themes", withDestinationPath: folder.path + "/shared")
        _ = try await publish(folder)
        try folder.write(
            (folder.read("shared/small/assets/style.css") ?? "") + "b{order:1}\n", to: "shared/small/assets/style.css")
        _ = try await publish(folder)
        #expect(try await verify(folder) == nil)
    }

    /// To Swift, the two ways to write é are one; to the system they are two names.
    @Test func aNameWithTheSameLettersInOtherBytesIsAnotherName() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        try folder.write("1", to: "content/static/caf\u{E9}.txt")
        _ = try await publish(folder)
        try FileManager.default.moveItem(
            atPath: folder.path + "/content/static/caf\u{E9}.txt", toPath: folder.path + "/content/static/cafe\u{301}.txt")
        _ = try await publish(folder)
        _ = try await publish(folder, to: "clean", usesRecord: false)
        #expect(try names(folder, "output") == names(folder, "clean"))
    }

    @Test func verifyFindsWhatAHandChanged() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        _ = try await publish(folder)
        #expect(try await verify(folder) == nil)
        let page = try #require(folder.read("output/404.html"))
        try folder.write(page + "x", to: "output/404.html")
        guard case .different = try await verify(folder)?.kind else {
            Issue.record("no difference found")
            return
        }
        try FileManager.default.removeItem(atPath: folder.path + "/output/404.html")
        #expect(try await verify(folder) == OutputDifference(path: "404.html", kind: .missing))
    }

    private func publish(
        _ folder: TemporaryFolder, _ options: BuildOptions = RepositorySites.options, to output: String = "output",
        usesRecord: Bool = true
    ) async throws -> Outcome<PublishedSite> {
        try await publishSite(
            options, SiteFolders(source: folder.path, output: folder.path + "/" + output), usesRecord: usesRecord)
    }

    private func verify(_ folder: TemporaryFolder) async throws -> OutputDifference? {
        try await verifySite(
            RepositorySites.options, SiteFolders(source: folder.path, output: folder.path + "/output")
        ).value
    }

    /// The bytes of the names at the root of a published site.
    private func names(_ folder: TemporaryFolder, _ output: String) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + output).map { Array($0.utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The files of a published site, but for those that a test put there as another's.
    private func site(_ folder: TemporaryFolder, _ output: String) throws -> [String: Data] {
        try folder.tree().filter { $0.key.hasPrefix(output + "/") && !$0.key.contains("/mine-") }
            .reduce(into: [:]) { $0[String($1.key.dropFirst(output.count))] = $1.value }
    }
}
