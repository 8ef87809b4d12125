import Foundation
import SiteModel
import SitePipeline
import SiteRendering
import SiteTestSupport
import Testing

/// What `martlet new` makes.
@Suite struct NewSiteTests {
    private static let day = testClock.day
    private static let options = BuildOptions(jobs: 2, now: testClock)

    @Test func aNewSiteShowsEveryKindOfPageAndSaysNothing() async throws {
        let folder = Folder()
        _ = try makeSite(at: folder.root, on: Self.day)
        let files = DiskFileSystem(root: folder.root)
        let outcome = await build(Self.options, in: files)
        #expect(outcome.diagnostics.all.isEmpty)
        #expect(Set(outcome.value.site.pages.map(\.content.kind)) == Set(PageKind.allCases))
        #expect(outcome.value.files.contains { $0.path == "404.html" })
        let articles = outcome.value.site.pages.compactMap { page -> Article? in
            guard case .article(let article) = page.content else { return nil }
            return article.value
        }
        #expect(articles.contains { !$0.faqs.isEmpty && !$0.reviewers.isEmpty })
        #expect(await checkSite(Self.options, in: files).diagnostics.all.isEmpty)
    }

    @Test(arguments: ["Sleep", "How \"much\" sleep: is it enough? #1", "नींद कितनी?", "Back\\slash & <b>"])
    func aNewArticleIsADraftThatBuilds(title: String) async throws {
        let folder = Folder()
        _ = try makeSite(at: folder.root, on: Self.day)
        let files = DiskFileSystem(root: folder.root)
        let article = try #require(NewArticle(title: title, section: "articles", on: Self.day, author: "editor"))
        try makeArticle(article, at: folder.root)
        #expect(try fileTree(folder.root + "/" + article.folder).keys.sorted() == ["faq.md", "index.md", "share.md"])
        let without = await build(Self.options, in: files)
        #expect(without.diagnostics.all.isEmpty)
        #expect(without.value.site.states[.draft] == 1)
        var options = Self.options
        options.visibility.drafts = true
        let with = await build(options, in: files)
        #expect(with.diagnostics.all.isEmpty, "\(with.diagnostics.all.map(\.message))")
        #expect(with.value.site.pages.contains { $0.title == title })
    }

    @Test func nothingIsOverwritten() throws {
        let folder = Folder()
        _ = try makeSite(at: folder.root, on: Self.day)
        let before = try fileTree(folder.root)
        for title in ["Where to begin", "How to write an answer"] {
            let article = try #require(NewArticle(title: title, section: "articles", on: Self.day, author: nil))
            #expect(throws: PublishError.self) { try makeArticle(article, at: folder.root) }
        }
        #expect(throws: PublishError.self) { _ = try makeSite(at: folder.root, on: Self.day) }
        #expect(try fileTree(folder.root) == before)
    }

    @Test func aTitleThatMakesNoAddressMakesNothing() {
        for title in ["???", "", "a\nb"] {
            #expect(NewArticle(title: title, section: "articles", on: Self.day, author: nil) == nil)
        }
    }

    @Test func theOnlyPersonIsTheAuthor() throws {
        let folder = Folder()
        _ = try makeSite(at: folder.root, on: Self.day)
        let files = DiskFileSystem(root: folder.root)
        #expect(onlyPerson(in: files) == nil)
        try FileManager.default.removeItem(atPath: folder.root + "/content/people/reader.md")
        #expect(onlyPerson(in: files) == "editor")
    }

    private final class Folder {
        let root = NSTemporaryDirectory() + "martlet-new-" + UUID().uuidString

        deinit { try? FileManager.default.removeItem(atPath: root) }
    }
}
