import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@testable import SiteServing

/// What a build would change, beside what it does change.
@Suite struct ChangesTests {
    private let site = PreviewedSite {
        config()
        article("a", "See [b](b.md).\n")
        article("b")
        file("content/pages/about.md", "---\ntitle: About\n---\n\nText.\n")
    }

    @Test func nothingPublishedIsSaidAndMakesNoFolder() async throws {
        #expect(try await site.page("changes").text.contains("Nothing has been published"))
        #expect(!FileManager.default.fileExists(atPath: site.folders.output))
    }

    @Test func nothingChangedIsSaid() async throws {
        _ = try await publishSite(site.publishing, site.folders, usesRecord: true)
        #expect(try await site.page("changes").text.contains("<p>Nothing. What"))
    }

    @Test func theFilesAreThoseThatABuildWrites() async throws {
        _ = try await publishSite(site.publishing, site.folders, usesRecord: true)
        site.write("---\ntitle: About\n---\n\nOther text.\n", to: "content/pages/about.md")
        site.write("---\ntitle: New\ndate: 2026-10-01\n---\n\nText.\n", to: "content/articles/new.md")
        site.write("---\ntitle: Hidden\ndate: 2026-10-01\ndraft: true\n---\n\nText.\n", to: "content/articles/hidden.md")
        site.write("---\ntitle: An article\ndate: 2026-09-01\n---\n\nNo link.\n", to: "content/articles/a.md")
        try FileManager.default.removeItem(at: site.folder.appending(path: "content/articles/b.md"))
        let before = try fileTree(site.folders.output)
        let outcome = try await compareWithPublished(site.publishing, site.folders)
        let changes = try #require(outcome.value)
        #expect(try fileTree(site.folders.output) == before)
        let page = try await site.page("changes").text

        let published = try await publishSite(site.publishing, site.folders, usesRecord: true).value
        let after = try fileTree(site.folders.output)
        let names = Set(before.keys).union(after.keys).subtracting([".martlet-files"])
        for name in names.sorted() {
            let kind: InputChange.Kind? =
                before[name] == nil ? .new : after[name] == nil ? .gone : before[name] == after[name] ? nil : .changed
            #expect(changes.files.first { $0.path == name }?.kind == kind, "\(name)")
        }
        #expect(changes.unchanged == published.report?.unchanged)
        #expect(
            changes.sources?.map { "\($0.kind.rawValue) \($0.path)" } == [
                "changed content/articles/a.md", "gone content/articles/b.md", "new content/articles/hidden.md",
                "new content/articles/new.md", "changed content/pages/about.md",
            ])
        let about = changes.files.first { $0.path == "about/index.html" }
        #expect(about?.reasons == ["content/pages/about.md changed"])
        #expect(
            page.contains(
                "<a href=\"/__martlet/page?at=/about/\"><bdi>About</bdi></a> <code class=\"quiet\">about/index.html</code>"))
        #expect(page.contains("<h3>Removed <span class=\"quiet\">1</span></h3>"))
        #expect(!page.contains("articles/hidden/index.html"))
    }

    @Test func errorsKeepItFromBeingKnown() async throws {
        _ = try await publishSite(site.publishing, site.folders, usesRecord: true)
        site.write("---\ntitel: About\n---\n\nText.\n", to: "content/pages/about.md")
        #expect(try await site.page("changes").text.contains("is known when the errors are put right"))
    }
}
