import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@testable import SiteServing

/// The pages below `/__martlet/`, of sites on disk.
@Suite struct BenchTests {
    /// A site with a page of each state, a question that is quoted, and a title that would like to be code.
    private let site = PreviewedSite {
        config("menu: [{label: About, url: /about/}]\n")
        file("content/pages/about.md", "---\ntitle: About\n---\n\nText.\n")
        article(
            "open", "Text with **words**.\n\n## One {#one}\n\n#### Three\n\n```\ncode that nobody reads\n```\n",
            with: "faqs: [topic#why]\ndescription: Words for all.\n")
        article("draft", with: "draft: true\n")
        file("content/articles/later.md", "---\ntitle: Later\ndate: 2027-01-01\n---\n\nText.\n")
        file("content/articles/gone.md", "---\ntitle: Gone\ndate: 2026-01-01\nexpires: 2026-02-01\n---\n\nText.\n")
        file(
            "content/articles/hostile.md",
            "---\ntitle: \"<script>alert(1)</script>\\\" onload='x' &amp; \\u202E\"\ndate: 2026-09-01\n---\n\n## <b>x</b> {#b}\n\nText.\n"
        )
        file("content/faqs/topic.md", "---\ntitle: Topic\n---\n\n## Why <i>so</i>? {#why aka=how-come}\n\nBecause.\n")
    }

    @Test func everyPageIsListedWithItsState() async throws {
        let text = try await site.page("").text
        for name in ["/about/", "/articles/open/", "/faqs/topic/", "/tags/"] where name != "/tags/" {
            #expect(text.contains(">\(name)</a>"))
        }
        #expect(text.contains("<b>4</b> published"))
        #expect(text.contains("<b>1</b> draft"))
        #expect(text.contains("scheduled for 2027-01-01"))
        #expect(text.contains("expired on 2026-02-01"))
        #expect(text.contains("href=\"editor:/content/articles/open.md:1\""))
    }

    @Test(arguments: [
        ("state=draft", ["/articles/draft/"]), ("state=scheduled", ["/articles/later/"]), ("state=expired", ["/articles/gone/"]),
        ("kind=topic", ["/faqs/topic/"]), ("kind=page", ["/about/"]), ("q=ABOUT", ["/about/"]),
        ("q=articles%2Fdraft.md", ["/articles/draft/"]),
        ("messages=warnings", ["/articles/open/"]), ("messages=errors", []),
        ("q=%3Cscript%3E&state=published", ["/articles/hostile/"]),
        ("q=nothing+at+all", []),
    ])
    func theListIsFiltered(query: String, addresses: [String]) async throws {
        let text = try await site.page("", query).text
        let shown = text.components(separatedBy: "<a class=\"at\" href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(shown == addresses)
        #expect(text.contains("<p class=\"result\">\(addresses.count) page"))
    }

    @Test func aPageShowsItsOutlineWordsAndQuestions() async throws {
        let text = try await site.page("page", "at=/articles/open/").text
        #expect(text.contains("<a href=\"/articles/open/#one\"><bdi>One</bdi></a> <code>#one</code>"))
        #expect(text.contains("skips a level"))
        #expect(text.contains("warning[<span class=\"code\">heading-order</span>]"))
        #expect(text.contains("<dt>Reading time</dt><dd>1 minute</dd>"))
        #expect(!text.contains("code that nobody reads"))
        #expect(text.contains("<a href=\"/faqs/topic/#why\"><bdi>Why so?</bdi></a>"))
        #expect(text.contains("formerly <code>#how-come</code>"))
        #expect(text.contains("Words for all."))
        for network in Network.allCases { #expect(text.contains("aria-label=\"Card on \(network.name)\"")) }
        #expect(text.contains("<a href=\"/articles/open/\">/articles/open/</a>"))
    }

    @Test func questionsNameThePagesThatQuoteThem() async throws {
        let text = try await site.page("questions").text
        #expect(text.contains("1 question<"))
        #expect(text.contains("<dt>Answered on</dt><dd><a href=\"/__martlet/page?at=/faqs/topic/\"><bdi>Topic</bdi></a>"))
        #expect(text.contains("<a href=\"/__martlet/page?at=/articles/open/\"><bdi>An article</bdi></a>"))
        #expect(try await site.page("questions", "q=nobody").text.contains("0 questions"))
    }

    /// No tag of the site's words, no attribute of them, and nothing that turns the text around.
    @Test(arguments: [
        ("", ""), ("page", "at=/articles/hostile/"), ("questions", "q=%22%3E%3Cscript%3E"), ("changes", ""),
        ("", "q=%22onload=x"),
    ])
    func wordsOfTheSiteAreNeverCode(address: String, query: String) async throws {
        let text = try await site.page(address, query).text
        let tags = text.components(separatedBy: "<").dropFirst().map { $0.prefix { $0 != ">" } }
        #expect(!tags.contains { $0.hasPrefix("script") || $0.hasPrefix("b>") || $0.hasPrefix("i>") })
        #expect(!tags.contains { tag in tag.contains("onload") && !tag.contains("\"&quot;onload") && !tag.contains("value=") })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(address != "page" || text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload="))
    }

    @Test func nothingIsAskedOfOtherSites() async throws {
        for (address, query) in [("", ""), ("page", "at=/articles/open/"), ("questions", ""), ("changes", "")] {
            let response = try await site.page(address, query)
            let loaded =
                response.text.components(separatedBy: "src=\"").dropFirst()
                + response.text.components(separatedBy: "<link ").dropFirst()
            #expect(!loaded.contains { $0.prefix { $0 != ">" }.contains("//") })
            #expect(response.response.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
        }
    }

    @Test func aPageThatIsNotThereIsSaidSo() async throws {
        #expect(try await site.page("page", "at=/nowhere/%3Cb%3E").response.status == 404)
        #expect(try await site.page("page").response.status == 404)
    }

    @Test func errorsAreShownWhereTheyAre() async throws {
        let broken = PreviewedSite {
            config("titel: x\n")
            article("a", "See [b](nowhere.md).\n")
            article("b")
            articleFolder("c")
            file("content/articles/c/faq.md", "## Why? {#why}\n")
        }
        let text = try await broken.page("").text
        #expect(text.contains("<strong>3 errors.</strong> Nothing would be published."))
        #expect(text.contains("Messages about other files"))
        #expect(text.contains("unknown-key"))
        let page = try await broken.page("page", "at=/articles/c/").text
        #expect(page.contains("missing-answer"))
        #expect(page.contains("Cards can be drawn when the errors of the site are put right"))
    }
}

/// A site in a folder of its own, and the pages of the bench about it. The folder goes with it.
final class PreviewedSite: Sendable {
    let folder: URL
    let folders: SiteFolders

    init(@InMemorySite.Files _ files: () -> [MarkedFile]) {
        folder = FileManager.default.temporaryDirectory.appending(path: "martlet-bench-\(UUID().uuidString)")
        folders = SiteFolders(source: folder.path, output: folder.appending(path: "output").path)
        for file in files() { write(file.content.text, to: file.path) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) {
        let file = folder.appending(path: path)
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: file)
    }

    struct Page {
        var response: PreviewResponse
        var text: String { String(decoding: response.body, as: UTF8.self) }
    }

    var publishing: BuildOptions { BuildOptions(jobs: 1, now: testClock) }

    /// What the preview answers below `/__martlet/`.
    func page(_ address: String, _ query: String = "") async throws -> Page {
        var options = publishing
        (options.visibility.drafts, options.visibility.future, options.visibility.expired) = (true, true, true)
        let update = await LiveSite(options, root: folders.source).update(changed: nil, now: testClock)
        let moment = PreviewMoment(
            update: update, folders: folders, editor: EditorLink(template: "editor:{path}:{line}", root: ""),
            publishing: publishing,
            address: address, query: query)
        let page = try #require(previewPages.first { $0.holds(address) })
        return Page(response: await page.answer(moment))
    }
}
