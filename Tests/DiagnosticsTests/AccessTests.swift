import SiteModel
import SiteTestSupport
import Testing

/// The rules for pages that everybody can read.
@Suite struct AccessTests {
    @Test(arguments: headings) func pointsAtTheHeading(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: images) func pointsAtTheImage(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: links) func pointsAtTheLink(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: html) func pointsAtTheHTML(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: cards) func pointsAtTheCard(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: languages) func pointsAtTheTag(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test(arguments: [
        "![A bed](/b.png)", "![](/b.png \"decorative\")", "A ![](/b.png \"decorative\") bed", "![Ann](/ann.png)",
        "![Imagery of Ann](/b.png)", "<img src=\"/b.png\" alt=\"\">", "<IMG alt src=\"/b.png\">", "<img src=a title='>' alt=b>",
        "[![Home](/b.png)](/)", "[![](/b.png \"decorative\") Home](/)", "[<b>Home</b>](/)", "<https://www.example.org/>",
        "https://www.example.org/", "[Here comes the sun](/)", "[One](/) and [One](/articles/a/)",
        "[<img src=\"/b.png\" alt=\"Home\">](/)",
        "## ![Causes](/b.png)", "## `x`", "| | B |\n|---|---|\n| A | 1 |", "<div tabindex=\"0\"></div>",
        "<!-- <h1>autoplay</h1> -->",
        "`<h1>` and `<video autoplay>`",
        ":::care {title=\"Call 112 if:\" level=emergency}\n[Call](tel:112), [find help](/about/) or "
            + "[ask](https://example.org/)\n:::\n[More](/articles/a/) on it",
        ":::care {title=\"Ask if:\"}\nOne\n:::\n\n:::care {level=urgent title=\"Ask now if：\"}\nTwo\n:::",
    ]) func leavesInPeace(_ text: String) async {
        let build = await InMemorySite {
            config()
            article("a", text + "\n", with: "allow: [vague-link]")
            file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
            file("content/static/b.png", bytes: pngImage(width: 20, height: 10))
            file("content/static/ann.png", bytes: pngImage(width: 20, height: 10))
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
    }

    @Test func vagueWordsAreKnownInEnglishOnly() async {
        let build = await InMemorySite {
            config("language: de\n")
            article("a", "[Link](/) und [hier](/articles/a/)\n")
            article("b", "1️⃣[Link](/)\n", with: "language: en-GB")
        }.build()
        #expect(build.findings.map(\.code) == [.vagueLink])
        #expect(build.findings.first?.place.path == "content/articles/b.md")
    }

    @Test(arguments: ["en", "EN-gb", "pt-BR", "zh-Hans", "zh-Hant-TW", "es-419", "ckb", "sl-rozaj", "de-1996", "ar-EG-u-nu-latn"])
    func aTagOfBrowsersIsTaken(_ tag: String) async {
        let build = await InMemorySite {
            config("language: \(tag)\n")
            article("a")
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
    }

    @Test func headingsOfAnswersStandBelowTheirQuestion() async throws {
        let site = InMemorySite {
            config()
            article("a", with: "faqs: [t#how]")
            file("content/faqs/t.md", "---\ntitle: T\n---\n## How? {#how}\n\n### First\n\nSo.\n\n###### Deep\n\nSo.\n")
        }
        let build = await site.build()
        #expect(build.findings.map(\.code) == [.headingOrder])
        let onTopic = try #require(build.text(of: "faqs/t/index.html"))
        let onArticle = try #require(build.text(of: "articles/a/index.html"))
        let inFeed = try #require(build.text(of: "feed.json"))
        #expect(onTopic.contains("<h3 id=\"first\">First</h3>") || onTopic.contains("<h3>First</h3>"))
        #expect(onArticle.contains(">First</h4>") && onArticle.contains(">Deep</h6>"))
        #expect(inFeed.contains("<h4>First") && !inFeed.contains("<h3>First"))
    }

    static let headings = [
        spoiled("the title once more", .extraTitle, help: "delete the line: the page shows its title already") {
            article("a", "1️⃣# An article\n\nText.\n")
        },
        spoiled("a title above the questions", .extraTitle, "a question is a heading of the second level") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n1️⃣# T\n\n## Why? {#why}\n\nSo.\n")
        },
        spoiled("a title of raw HTML", .extraTitle, help: "write '<h2>'") { article("a", "1️⃣<h1 class=\"x\">One</h1>\n") },
        spoiled("a heading of nothing", .emptyHeading, "the heading has no text") { article("a", "1️⃣##\n\nText.\n") },
        spoiled("a heading of an id alone", .emptyHeading) { article("a", "Text.\n\n1️⃣## {#one}\n") },
        spoiled("a heading of a picture without words", .emptyHeading) {
            article("a", "1️⃣## ![](/b.png \"decorative\")\n")
            file("content/static/b.png", bytes: pngImage(width: 20, height: 10))
        },
        spoiled("a question of nothing", .emptyHeading, "the question has no text") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n1️⃣## {#why}\n\nSo.\n")
        },
        spoiled("a heading of an answer like its question", .headingOrder, help: "write '### …'") {
            article("a", with: "faqs:\n  - question: Why?\n    id: why\n    answer: 1️⃣|\n      So.\n\n      ## But\n\n      No.\n")
        },
        spoiled("a heading of an answer too far down", .headingOrder, "a heading of level 4 follows one of level 2") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n## Why? {#why}\n\n1️⃣#### So\n\nText.\n")
        },
        spoiled("a table without a header", .headlessTable, "the header row of the table is empty") {
            article("a", "Text.\n\n1️⃣|   |   |\n|---|---|\n| A | B |\n")
        },
    ]

    static let images = [
        spoiled(
            "an image without words", .missingAlt, "the image '/b.png' has no description",
            help: "write '![what it shows](/b.png)', or '![](/b.png \"decorative\")' where readers miss nothing without it"
        ) {
            article("a", "One 1️⃣![](/b.png) two\n")
            picture
        },
        spoiled("a figure without words", .missingAlt) {
            article("a", "1️⃣![ ](/b.png \"A caption\")\n")
            picture
        },
        spoiled("an image without words in an answer", .missingAlt) {
            file("content/faqs/t.md", "---\ntitle: T\n---\n## Why? {#why}\n\nSo 1️⃣![](/b.png) it is.\n")
            picture
        },
        spoiled("an article's image without words", .missingAlt, "the image '/share.png' has no description") {
            article("a", with: "image: 1️⃣/share.png")
            shareable
        },
        spoiled("an article's image with a credit", .missingAlt) {
            article("a", with: "image: {src: 1️⃣/share.png, credit: Ann}")
            shareable
        },
        spoiled("an article's image with words and without", .badValue, "a decorative image has no 'alt'") {
            article("a", with: "image: {src: /share.png, alt: 1️⃣A bed, decorative: true}")
            shareable
        },
        spoiled("the name of a file", .poorAlt, "the description 'IMG_1.png' is the name of a file") {
            article("a", "1️⃣![IMG_1.png](/b.png)\n")
            picture
        },
        spoiled("the name of the file", .poorAlt) {
            article("a", "1️⃣![img-2](/img-2.png)\n")
            file("content/static/img-2.png", bytes: pngImage(width: 20, height: 10))
        },
        spoiled("what an image is", .poorAlt, "the description says 'picture of', as a screen reader does by itself") {
            article("a", "1️⃣![Picture of a bed](/b.png)\n")
            picture
        },
        spoiled("a long description", .poorAlt, help: "say the essence in 150 characters, and the rest in the text") {
            article("a", with: "image: {src: /share.png, alt: 1️⃣\(String(repeating: "long ", count: 30))bed}")
            shareable
        },
    ]

    static let links = [
        spoiled(
            "a link of nothing", .emptyLink, "the link has no text", help: "write what readers find there: '[…](/articles/a/)'"
        ) {
            article("a", "One 1️⃣[](/articles/a/) two\n")
        },
        spoiled("a link of blanks", .emptyLink) { article("a", "One 1️⃣[&#32; ](/articles/a/) two\n") },
        spoiled("a link of a picture", .emptyLink, help: "say where it leads: '[![where it leads](/b.png)](/articles/a/)'") {
            article("a", "1️⃣[![](/b.png \"decorative\")](/articles/a/)\n")
            picture
        },
        spoiled("a link of a footnote's kind", .vagueLink, "the link 'Click here' does not say where it leads") {
            article("a", "1️⃣[Click here](/articles/a/)!\n")
        },
        spoiled("a link to more", .vagueLink) { article("a", "1️⃣[**Read more**!](/articles/a/)\n") },
    ]

    static let html = [
        spoiled("an image of raw HTML", .missingAlt, "the image has no 'alt'") {
            article("a", "One 1️⃣<img title=\"alt=x\" src=b> two\n")
        },
        spoiled("sound that begins", .inaccessibleHTML) { article("a", "1️⃣<video controls AUTOPLAY src=a.mp4></video>\n") },
        spoiled("a field that takes the focus", .inaccessibleHTML) { article("a", "1️⃣<p><input autofocus></p>\n") },
        spoiled("an order of its own", .inaccessibleHTML, help: "write '0'") { article("a", "1️⃣<div tabindex='2'></div>\n") },
    ]

    static let cards = [
        spoiled("a card without a title", .careCard, help: "add it: '{level=urgent title=\"Call your doctor if:\"}'") {
            article("a", "1️⃣:::care {level=urgent}\nOne\n:::\n")
        },
        spoiled("a card without an action", .careCard, "the title of the card does not lead to its list") {
            article("a", ":::care {1️⃣title=\"Pain\"}\nOne\n:::\n")
        },
        spoiled("a card of no level", .careCard, help: "did you mean 'emergency'?") {
            article("a", ":::care {1️⃣level=emergancy title=\"Call 112 if:\"}\nOne\n:::\n")
        },
        spoiled("two cards of a level", .careCard, "the page has another card of the level 'urgent'") {
            article("a", ":::care {level=urgent title=\"A:\"}\nOne\n:::\n\n1️⃣:::care {level=urgent title=\"B:\"}\nTwo\n:::\n")
        },
        spoiled("a way out of an emergency", .careCard, help: "link to it below the card") {
            article("b", "Text.\n")
            article("a", "[B](b.md)\n\n:::care {level=emergency title=\"A:\"}\n[C](tel:112), 1️⃣[D](b.md)\n:::\n")
        },
        spoiled("a way out of an emergency in an answer", .careCard) {
            file(
                "content/faqs/t.md",
                "---\ntitle: T\n---\n## Why? {#why}\n\n:::care {level=emergency title=\"A:\"}\n1️⃣[See](/faqs/t/#why)\n:::\n\n[On](t.md)\n"
            )
        },
    ]

    static let languages = [
        spoiled("a country that is none", .badLanguage, "no country has the code 'UK'", help: "write 'en-GB'") {
            article("a", with: "language: 1️⃣en-UK")
        },
        spoiled(
            "a country that nobody knows", .badLanguage, help: "write a language, and a country where it matters: 'hi', 'pt-BR'"
        ) {
            article("a", with: "language: 1️⃣en-XQ")
        },
        spoiled("a locale", .badLanguage, "'pt_BR.UTF-8' is not a language tag", help: "write 'pt-BR'") {
            article("a", with: "language: 1️⃣pt_BR.UTF-8")
        },
        spoiled("a country for a language", .badLanguage, help: "write 'ja'") { article("a", with: "language: 1️⃣jp") },
        spoiled("three letters where there are two", .badLanguage, help: "write 'hi-IN'") { config("language: 1️⃣hin-IN\n") },
        spoiled("no language", .badLanguage, "no language has the code 'xx'") { config("language: 1️⃣xx\n") },
        spoiled("an empty part", .badLanguage) { config("language: 1️⃣en-\n") },
        spoiled("an extension of nothing", .badLanguage) { config("language: 1️⃣en-u\n") },
        spoiled("the language of a contact", .badLanguage) {
            config("contact: {chat: {label: Chat, phone: \"+911234567890\", language: 1️⃣eng}}\n")
        },
        spoiled("the language of a call to action", .badLanguage) {
            config("cta: {book: {title: Book, label: Book, url: /, language: 1️⃣german}}\n")
        },
    ]

    private static let picture = file("content/static/b.png", bytes: pngImage(width: 20, height: 10))
    private static let shareable = file("content/static/share.png", bytes: pngImage(width: 1200, height: 675))
}
