import Foundation
import SiteModel
import SitePipeline
import SiteRendering
import SiteTestSupport
import Testing

/// What the default theme shows of the values that it gets.
@Suite struct PlainThemeTests {
    private static let site = InMemorySite {
        config(
            """
            publisher: {name: Example Health, principles: /about/}
            contact: {chat: {label: Chat, phone: "+911234567890"}, desk: {label: Desk, whatsapp: "911234567890"}}
            cta: {book: {title: Talk, label: Book, url: "https://www.example.org/"}}
            defaults: {contact: chat}
            disclaimer: No substitute

            """)
        articleFolder(
            "a",
            """
            :::cta {name=book}
            :::

            :::contact
            :::

            :::contact {name=desk}
            :::

            | One | *Two* |
            |---|---|
            | 1 | 2 |

            :::care {level=urgent title="Call if:"}
            - it hurts
            :::

            """, with: "description: What it says\ntranslationKey: t")
        articleFolder("b", "Text.\n", with: "language: hi\ntranslationKey: t")
        file("content/pages/about.md", "---\ntitle: About\ndescription: Who we are\n---\nText.\n")
    }.with(theme: embeddedTheme())

    private func html(_ path: String) async throws -> String {
        let build = await Self.site.build()
        #expect(!build.diagnostics.contains { $0.severity == .error }, "\(build.terminalText)")
        return try #require(build.text(of: path))
    }

    @Test func theHeadHasWhatNetworksReadBeforeAnythingLarge() async throws {
        let page = try await html("articles/a/index.html")
        let order = [
            "<meta charset", "<meta name=\"viewport\"", "<title>", "<meta name=\"description\"", "<link rel=\"canonical\"",
            "<meta name=\"robots\"", "<meta property=\"og:type\" content=\"article\">", "<meta name=\"twitter:card\"",
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://www.example.org/articles/a/\">",
            "<link rel=\"alternate\" hreflang=\"hi\" href=\"https://www.example.org/articles/b/\">",
            "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://www.example.org/articles/a/\">",
            "type=\"application/atom+xml\"", "<link rel=\"stylesheet\"",
            "<script type=\"application/ld+json\">{\"@context\"", "</head>",
            // What stands before the script is shown once the script is there.
            "<footer class=\"site-footer\">", "<aside class=\"contact\"", "<script type=\"module\"", "</body>",
        ]
        var rest = page[...]
        for part in order {
            let found = try #require(rest.range(of: part), "\(part) is missing or too early")
            rest = rest[found.upperBound...]
        }
    }

    @Test func thePageShowsWhatItsGraphSays() async throws {
        let page = try await html("articles/a/index.html")
        let body = try #require(page.components(separatedBy: "<body").last)
        for words in ["What it says", "No substitute", "+911234567890", "Example Health"] { #expect(body.contains(words)) }
        #expect(body.contains("<li><a href=\"/articles/a/\" aria-current=\"page\">An article</a></li>"))
        #expect(body.contains("<a class=\"site-footer-principles\" href=\"/about/\">"))
        #expect(try await html("about/index.html").contains("<p class=\"standfirst\">Who we are</p>"))
    }

    /// Templates that are the program's are compiled when a page asks for them, those of a site before, with all checks.
    @Test func isTheSameTheProgramsAndTheSites() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: RepositorySites.path("content"), toPath: folder.path + "/content")
        let program = await build(RepositorySites.options, in: DiskFileSystem(root: folder.path))
        let own = await build(RepositorySites.options, in: RepositorySites.files("."))
        #expect(own.diagnostics.sorted == program.diagnostics.sorted)
        #expect(bytes(of: own.value).count > 30)
        #expect(bytes(of: own.value) == bytes(of: program.value))
        // Every template, also of those kinds of pages that the site has none of.
        let first = try #require(embeddedTheme().first { $0.name == "templates/topic.html" })
        try FileManager.default.copyItem(atPath: RepositorySites.path("themes"), toPath: folder.path + "/themes")
        let text = String(decoding: first.bytes, as: UTF8.self)
        try folder.write(
            text.replacingOccurrences(of: "{% endblock %}", with: "{{ page.nothing }}{% endblock %}"), to: first.path)
        let faulty = await build(RepositorySites.options, in: DiskFileSystem(root: folder.path))
        #expect(faulty.diagnostics.all.contains { $0.location.path == first.path && $0.message.contains("nothing") })
    }

    private func bytes(of site: BuiltSite) -> [String: [UInt8]] {
        site.files.reduce(into: [:]) { files, file in if case .bytes(let bytes) = file.content { files[file.path] = bytes } }
    }

    @Test func languagesAreNamedByThemselves() async throws {
        let page = try await html("articles/a/index.html")
        #expect(page.contains("<li><span lang=\"en\" aria-current=\"true\">English</span></li>"))
        #expect(page.contains("<a href=\"/articles/b/\" rel=\"alternate\" hreflang=\"hi\" lang=\"hi\">हिन्दी</a>"))
    }

    @Test func blocksShowRecordsOfTheSite() async throws {
        let page = try await html("articles/a/index.html")
        #expect(page.contains("<p class=\"cta-title\">Talk</p>"))
        let blocks = page.components(separatedBy: "<div class=\"contact-block\">")
        #expect(blocks.count == 3)
        #expect(blocks[1].contains("Chat") && blocks[2].contains("Desk") && blocks[2].contains("https://wa.me/911234567890"))
        #expect(page.contains("<section class=\"care care-urgent\" aria-label=\"Urgent advice: Call if:\">"))
    }

    @Test func feedsLeaveOutWhatTheSiteOffers() async throws {
        let feed = try await html("feed.json")
        #expect(feed.contains("it hurts"))
        #expect(!feed.contains("Talk") && !feed.contains("wa.me"))
    }

    @Test func tablesAreNamedByTheirColumns() async throws {
        let page = try await html("articles/a/index.html")
        #expect(page.contains("role=\"region\" tabindex=\"0\" aria-label=\"Table: One, Two\""))
    }
}
