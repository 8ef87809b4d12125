import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What networks and search engines are told of a page.
@Suite struct MetadataTests {
    private static let site = InMemorySite {
        config("publisher: {name: Example Health, type: NGO, principles: /about/}\nmedical: true\ndisclaimer: No substitute\n")
        articleFolder(
            "a", "Opening & text.\n\n## More\n\nWords.\n",
            with: """
                description: What it is about
                authors: [ann]
                reviewedBy: [bob]
                lastReviewed: 2026-08-31
                updated: 2026-09-02
                specialty: Oncologic
                audience: patient
                tags: [Sleep]
                references: [{title: A book, publisher: A press}]
                """)
        file(
            "content/articles/a/faq.md",
            "## Why \\</script>? {#why}\n\nSee [all of it](#more), **or** ~~not~~ `code`.\n\n| a | b |\n|---|---|\n| c | d |\n")
        article("hidden", with: "noindex: true\nmedical: false\nauthors: [ann]")
        article("plain", with: "medical: false\nauthors: [ann]\nlanguage: hi")
        file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
        file("content/people/ann.md", "---\nname: Ann\nhonorificPrefix: Dr\n---\n")
        file("content/people/bob.md", "---\nname: Bob\njobTitle: Oncologist\ncredentials: [MD]\n---\n")
    }

    private func values(_ page: String) async throws -> String {
        let build = await Self.site.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        return try #require(build.outcome.value.values(of: page))
    }

    /// The JSON-LD of a page with its quotation marks as they are.
    private func graph(_ page: String) async throws -> String {
        let line = try await values(page).split(separator: "\n").first { $0.contains("\"structuredData\":") }
        return String(try #require(line)).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    }

    @Test func aMedicalArticleIsAPageWithReviewAndQuestions() async throws {
        let graph = try await graph("/articles/a/")
        #expect(graph.contains(#""@type":["MedicalWebPage","FAQPage"],"@id":"https://www.example.org/articles/a/#webpage""#))
        #expect(graph.contains(#""lastReviewed":"2026-08-31","reviewedBy":{"@id":"https://www.example.org/people/bob/#person"}"#))
        #expect(graph.contains(#""specialty":"https://schema.org/Oncologic","audience":{"@type":"Patient"}"#))
        #expect(graph.contains(#""usageInfo":{"@type":"CreativeWork","text":"No substitute"}"#))
        #expect(graph.contains(#""@type":"NGO""#) && graph.contains(#""publishingPrinciples":"https://www.example.org/about/""#))
        #expect(graph.contains(#""name":"Bob","url":"https://www.example.org/people/bob/","jobTitle":"Oncologist""#))
        #expect(graph.contains(#""name":"Ann","honorificPrefix":"Dr""#))
    }

    @Test func whatAScriptElementCannotHoldIsEscaped() async throws {
        let graph = try await graph("/articles/a/")
        #expect(graph.contains(#""name":"Why \u003C/script\u003E?""#))
        #expect(!graph.contains("<") && !graph.contains(">") && !graph.contains("&"))
    }

    @Test func anAnswerKeepsTheElementsThatReadersKnow() async throws {
        let answer = try await graph("/articles/a/").replacing("\\u003C", with: "<").replacing("\\u003E", with: ">")
        let paragraph =
            #"<p>See <a href=\"https://www.example.org/articles/a/#more\">all of it</a>, <strong>or</strong> not code.</p>"#
        #expect(answer.contains(paragraph + "<p>a\\nb</p><p>c\\nd</p>"), "\(answer)")
    }

    @Test func anArticleAboutAnythingElseIsAnOrdinaryPage() async throws {
        let graph = try await graph("/articles/plain/")
        #expect(graph.contains(#""@type":"WebPage""#) && !graph.contains("FAQPage"))
        #expect(!graph.contains("MedicalWebPage"))
    }

    @Test func aPageHiddenFromSearchHasNoGraph() async throws {
        #expect(try await graph("/articles/hidden/").contains(#""structuredData": """#))
        #expect(try await graph("/404.html").contains(#""structuredData": """#))
        #expect(try await values("/articles/hidden/").contains(#""robots": "noindex, follow""#))
    }

    @Test(arguments: [
        ("/articles/", "CollectionPage"), ("/", "WebPage"), ("/people/ann/", "ProfilePage"), ("/faqs/", "CollectionPage"),
        ("/about/", "WebPage"), ("/tags/sleep/", "CollectionPage"),
    ])
    func everyKindOfPageSaysWhatItIs(_ page: String, _ type: String) async throws {
        #expect(try await graph(page).contains("{\"@type\":\"\(type)\",\"@id\":\"https://www.example.org\(page)#webpage\""))
    }

    @Test func theOpenGraphStandsInItsOrder() async throws {
        let lines = try await values("/articles/a/").split(separator: "\n").filter {
            $0.contains(#""name": "og:"#) || $0.contains(#""name": "article:"#)
        }
        let names = lines.map { $0.split(separator: "\"")[3] }
        #expect(
            names == [
                "og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale", "article:published_time",
                "article:modified_time", "article:author", "article:section", "article:tag",
            ])
        #expect(try await values("/articles/plain/").contains(#""content": "hi_IN""#))
        #expect(try await values("/people/ann/").contains(#""content": "profile""#))
    }
}
