import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What `martlet check` says and no build does.
@Suite struct AdviceTests {
    @Test(arguments: cases) func pointsAtWhatEditorsMayWantToSee(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test func aPageAcceptsSuggestions() async {
        let site = InMemorySite {
            config()
            article("a", with: "allow: [missing-description]")
        }
        #expect(await site.check().findings.isEmpty)
    }

    @Test func suggestionsAreForWhatIsPublished() async {
        let site = InMemorySite {
            config()
            article("a", with: "draft: true")
        }
        #expect(await site.check().findings.isEmpty)
    }

    @Test func aQuestionThatADraftQuotesIsNoOrphan() async {
        let site = InMemorySite {
            config()
            article("a", with: "draft: true\nfaqs: [t#one]")
            file("content/faqs/t.md", "---\ntitle: T\ndescription: D\n---\n\n## One? {#one}\n\nYes.\n")
        }
        #expect(await site.check().findings.isEmpty)
    }

    /// Sentences of other languages are of other lengths, and the formula is for English words.
    @Test func otherLanguagesAreNotMeasured() async {
        let site = InMemorySite {
            config("language: de\n")
            article("a", String(repeating: "viele lange Wörter ", count: 60) + "hier.\n", with: "description: D")
        }
        #expect(await site.check().findings.isEmpty)
    }

    @Test func renderingIsChecked() async {
        let site = InMemorySite {
            config()
            file("themes/plain/templates/page.html", "{{ page.extra.colour }}")
            file("content/pages/a.md", "---\ntitle: A\ndescription: D\n---\nText.\n")
        }
        #expect(await site.check().findings.map(\.code) == [.templateValue])
    }

    static let cases = [
        spoiled(
            "a title too long for search results", .longTitle,
            "the title has 75 characters, of which search results show about 60"
        ) {
            file("content/pages/a.md", "---\ntitle: 1️⃣\(String(repeating: "long ", count: 14))title\n---\nText.\n")
        },
        spoiled("no description", .missingDescription, "the article has no 'description', so others show its opening words") {
            file("content/articles/a.md", "---\ntitle: 1️⃣A\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a question that nobody quotes", .orphanQuestion, "no article quotes 't#one'") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n1️⃣## One? {#one}\n\nYes.\n")
        },
        spoiled(
            "two questions that ask the same", .similarQuestion,
            "'Are second opinions free?' is much like 'Is a second opinion free?'"
        ) {
            articleFolder("a", with: "faqs: [t#free]")
            file("content/articles/a/faq.md", "## Is a second opinion free? {#free-of-charge}\n\nYes.\n")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\nשלום 👩‍👩‍👧\n\n1️⃣## Are second opinions free? {#free}\n\nYes.\n")
        },
        spoiled("a long sentence", .longSentences, "a sentence of 27 words", help: "make two of it, or a list") {
            article("a", "Short 👩‍👩‍👧. 1️⃣It \(String(repeating: "goes on ", count: 12))and [on](/articles/a/).\n")
        },
        spoiled("long sentences", .longSentences, "2 sentences have more than 25 words, the longest 31") {
            article(
                "a",
                "> It \(String(repeating: "goes on ", count: 13))on.\n>\n> שלום e\u{301} **No**. 1️⃣Then \(String(repeating: "*goes* on ", count: 15)).\n"
            )
        },
        spoiled("hard words", .readingLevel, help: "use shorter words and sentences where you can") {
            file(
                "content/articles/a.md",
                "---\ntitle: 1️⃣A\ndate: 2026-09-01\n---\n"
                    + String(repeating: "Insufficient nocturnal recuperation deteriorates performance. ", count: 25))
        },
    ]
}
