import Foundation
import SiteModel
import SitePipeline
import Testing

/// A site in memory is what a clean build of its sources gives, whatever happened to them.
@Suite struct LiveSiteTests {
    /// `make soak` asks for more.
    private static let scripts = (Int(ProcessInfo.processInfo.environment["MARTLET_SCRIPTS"] ?? "") ?? 16) / 4

    @Test(arguments: 0..<scripts) func randomEditsEndAsACleanBuildDoes(seed: Int) async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        let live = LiveSite(RepositorySites.options, root: folder.path)
        var script = EditScript(folder, seed: seed)
        var steps: [String] = []
        _ = await live.update(changed: nil, now: RepositorySites.options.now)
        for _ in 0..<8 {
            steps.append(try script.step())
            let update = await live.update(changed: nil, now: RepositorySites.options.now)
            try await expectCleanBuild(folder, update, "seed \(seed): \(steps)")
        }
    }

    @Test(arguments: [
        ("content/notes/note.md", "A word.", true), ("content/faqs/topic.md", "A word.", true),
        ("content/articles/a1.md", "## Heading", false), ("content/notes/note.md", "[gone](gone.md)", false),
    ])
    func onlyWhatChangedIsReadAgain(path: String, text: String, isOfWords: Bool) async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        let live = LiveSite(RepositorySites.options, root: folder.path)
        _ = await live.update(changed: nil, now: RepositorySites.options.now)
        let before = try #require(folder.read(path))
        try folder.write(before + "\n" + text + "\n", to: path)
        let update = await live.update(changed: [path], now: RepositorySites.options.now)
        #expect(update.isOfWords == isOfWords)
        try await expectCleanBuild(folder, update, "\(path)")
        try folder.write(before, to: path)
        try await expectCleanBuild(folder, await live.update(changed: [path], now: RepositorySites.options.now), "and back")
    }

    @Test func withAnErrorTheLastGoodSiteStays() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        let live = LiveSite(RepositorySites.options, root: folder.path)
        let first = await live.update(changed: nil, now: RepositorySites.options.now)
        try folder.write("---\ntitel: A\n---\n", to: "content/articles/broken.md")
        let second = await live.update(changed: ["content/articles/broken.md"], now: RepositorySites.options.now)
        #expect(second.isRefused && second.diagnostics.hasErrors)
        #expect(second.site?.site.pages.count == first.site?.site.pages.count)
        try FileManager.default.removeItem(atPath: folder.path + "/content/articles/broken.md")
        let third = await live.update(changed: ["content/articles/broken.md"], now: RepositorySites.options.now)
        #expect(!third.isRefused)
        try await expectCleanBuild(folder, third, "without the broken article")
    }

    private func expectCleanBuild(_ folder: TemporaryFolder, _ update: LiveUpdate, _ name: String) async throws {
        let clean = await build(RepositorySites.options, in: DiskFileSystem(root: folder.path))
        #expect(update.diagnostics.sorted == clean.diagnostics.sorted, "\(name)")
        guard !update.isRefused else { return }
        let site = try #require(update.site)
        #expect(Set(site.paths).symmetricDifference(clean.value.files.map(\.path)) == [], "\(name)")
        for file in clean.value.files {
            guard case .bytes(let bytes) = file.content else { continue }
            try #require(site.file(at: file.path).value == bytes, "\(name): \(file.path)")
        }
    }
}
