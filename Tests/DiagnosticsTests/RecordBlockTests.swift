import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Contacts and calls to action: where they come from, and as blocks of a text.
@Suite struct RecordBlockTests {
    @Test(arguments: cases) func pointsAtTheBlock(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test func aPageGoesBeforeItsSectionAndThatBeforeTheSite() async throws {
        let build = await InMemorySite {
            records("defaults: {cta: one, contact: one}\n")
            file("content/_index.md", "---\ntitle: Home\ncontact: two\n---\n")
            article("a")
            file("content/guides/_index.md", "---\ntitle: Guides\ncta: two\ncontact: two\n---\n")
            file("content/guides/b.md", "---\ntitle: B\ndate: 2026-09-01\n---\nText.\n")
            file("content/guides/c/index.md", "---\ntitle: C\ndate: 2026-09-01\ncta: three\ncontact: three\n---\nText.\n")
            file("content/guides/deep/d.md", "---\ntitle: D\ndate: 2026-09-01\n---\nText.\n")
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        let pages = Dictionary(build.outcome.value.site.pages.map { ($0.permalink.path, $0) }) { first, _ in first }
        let found = ["/", "/articles/", "/articles/a/", "/guides/", "/guides/b/", "/guides/c/", "/guides/deep/d/"].map { path in
            "\(path) \(pages[path]?.contact?.name ?? "-") \(call(pages[path]) ?? "-")"
        }
        #expect(
            found == [
                "/ two -", "/articles/ one -", "/articles/a/ one one", "/guides/ two -", "/guides/b/ two two",
                "/guides/c/ three three", "/guides/deep/d/ two two",
            ])
    }

    @Test func aBlockShowsTheRecordThatItNamesOrThatOfItsPage() async throws {
        let build = await InMemorySite {
            records("defaults: {cta: one, contact: one}\n")
            article("a", "One two.\n\n:::cta {name=two}\n:::\n\n:::contact\n:::\n")
            article("b", ":::cta\n:::\n", with: "cta: three")
            article("c", "Text.\n", with: "faqs: [t#how]\ncontact: two")
            file("content/faqs/t.md", "---\ntitle: T\n---\n## How? {#how}\n\nSo.\n\n:::contact\n:::\n")
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        let a = try #require(build.text(of: "articles/a/index.html"))
        #expect(a.contains("<a href=\"/two/\">Label two</a>") && a.contains("<p>Contact one +911234567890</p>"))
        // Another one stands at the end, the same one does not.
        #expect(a.contains("<aside>Title one</aside>"))
        let b = try #require(build.text(of: "articles/b/index.html"))
        #expect(b.contains("<a href=\"/three/\">Label three</a>") && !b.contains("<aside>"))
        // An answer shows what belongs to the page where it is read.
        #expect(try #require(build.text(of: "articles/c/index.html")).contains("<p>Contact two "))
        #expect(try #require(build.text(of: "faqs/t/index.html")).contains("<p>Contact one "))
        let feed = try #require(build.text(of: "feed.json"))
        #expect(feed.contains("One two.") && !feed.contains("Label two") && !feed.contains("Contact one"))
        for page in build.outcome.value.site.pages {
            if case .article(let article) = page.content, page.permalink.path == "/articles/a/" {
                #expect(article.value.body.markup.length.words == 2)
            }
        }
    }

    static let cases = [
        spoiled("a block of a record that is none", .unknownRecord, "'on' does not stand under 'cta' in site.yml") {
            records()
            article("a", ":::cta {1️⃣name=on}\n:::\n")
        },
        spoiled("a contact that is none in an answer", .unknownRecord, help: "did you mean 'three'?") {
            records()
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\nSo.\n\n:::contact {1️⃣name=thre}\n:::\n")
        },
        spoiled("a block of no record", .unknownRecord, "neither the block nor its page names a 'contact'") {
            records()
            article("a", "Text.\n\n1️⃣:::contact\n:::\n")
        },
        spoiled("a block with a text", .unknownContainer) {
            records()
            article("a", "1️⃣:::cta {name=one}\nBook now!\n:::\n")
        },
        spoiled("a section's record that is none", .unknownRecord) {
            records()
            file("content/articles/_index.md", "---\ntitle: Articles\ncta: 1️⃣book\n---\n")
        },
        spoiled("a contact's page that is none", .brokenLink) {
            config("contact: {chat: {label: Chat, url: 1️⃣/form/}}\n")
        },
        spoiled("a contact without a way", .missingKey, "the contact 'chat' has no 'phone'") {
            config("contact: {chat: 1️⃣{label: Chat}}\n")
        },
    ]

    private func call(_ page: Page?) -> String? {
        guard case .article(let article)? = page?.content else { return nil }
        return article.value.callToAction?.name
    }
}

/// A site with three contacts and three calls to action, and the pages that these lead to.
private func records(_ lines: String = "") -> [MarkedFile] {
    let names = ["one", "two", "three"]
    let contacts = names.map { "\($0): {label: Contact \($0), phone: \"+911234567890\", text: At noon, language: hi}" }
    let calls = names.map { "\($0): {title: Title \($0), label: Label \($0), url: /\($0)/, language: en}" }
    return [
        config("contact: {\(contacts.joined(separator: ", "))}\ncta: {\(calls.joined(separator: ", "))}\n" + lines)
    ] + names.map { file("content/pages/\($0).md", "---\ntitle: \($0)\n---\nText.\n") }
}
