import SiteModel
import SiteTestSupport
import Testing

@Suite struct LinkTests {
    @Test(arguments: targets) func saysWhereALinkWouldLead(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: places) func pointsAtTheLink(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: anchors) func pointsAtTheLinkToAPart(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: images) func pointsAtTheImage(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: unpublished) func saysWhyReadersCannotFollow(_ source: SpoiledSource) async {
        await expectItsMessage(source)
    }

    static let targets = [
        spoiled("a source that is not there", .brokenLink, "no source or file 'bb.md'", help: "did you mean 'b.md'?") {
            article("a", "See 1️⃣[b](bb.md).\n")
            article("b")
        },
        spoiled("a source of another folder", .brokenLink, help: "did you mean '../people/ann.md'?") {
            article("a", "See 1️⃣[Ann](../people/anne.md).\n")
            file("content/people/ann.md", "---\nname: Ann\n---\n")
        },
        spoiled("an address that is not there", .brokenLink, "no page at '/articles/bb/'", help: "did you mean '/articles/b/'?") {
            article("a", "See 1️⃣[b](/articles/bb/).\n")
            article("b")
        },
        spoiled("a folder that is no page", .brokenLink) {
            article("a", "See 1️⃣[x](/static/).\n")
            file("content/static/x.txt", "x")
        },
        spoiled("an address without its slash", .brokenLink, help: "write '/articles/b/'") {
            article("a", "See 1️⃣[b](/articles/b).\n")
            article("b")
        },
        spoiled("an address in the wrong case", .brokenLink, help: "did you mean '/articles/b/'?") {
            article("a", "See 1️⃣[b](/Articles/B/).\n")
            article("b")
        },
        spoiled("a path above the root", .brokenLink, "no source or file '../../../../etc/passwd'") {
            article("a", "See 1️⃣[b](../../../../etc/passwd).\n")
        },
        spoiled("a path out of the content", .brokenLink) {
            article("a", "See 1️⃣[theme](../../themes/plain/theme.yml).\n")
            file("themes/plain/LICENSE", "x")
        },
        spoiled("a path that is encoded", .brokenLink) { article("a", "See 1️⃣[b](b%20c.md).\n") },
        spoiled("a link to nothing", .brokenLink, "the link leads nowhere", help: "write an address") {
            article("a", "See 1️⃣[b]().\n")
        },
        spoiled("a broken link that the site lowers", .brokenLink, severity: .warning) {
            config("severity: {broken-link: warning}\n")
            article("a", "See 1️⃣[b](b.md).\n")
        },
        spoiled("code for an address", .unsafeLink, "'javascript:' is no scheme for a link") {
            article("a", "See 1️⃣[b](javascript:alert(1)).\n")
        },
        spoiled("code for an address, in disguise", .unsafeLink) { article("a", "See 1️⃣[b](JaVa&#x73;cript&colon;alert(1)).\n") },
        spoiled("data for an address", .unsafeLink) { article("a", "See 1️⃣[b](data:text/html;base64,PGI+).\n") },
        spoiled("an address without a scheme", .unsafeLink, help: "write 'https://example.org/'") {
            article("a", "See 1️⃣[b](//example.org/).\n")
        },
        spoiled("a file of the editor's machine", .unsafeLink) { article("a", "See 1️⃣[b](file:///home/ann/b.html).\n") },
    ]

    static let places = [
        spoiled("on the second line of a paragraph", .brokenLink) { article("a", "One\ntwo 1️⃣[b](b.md) three\n") },
        spoiled("on the second line, indented", .brokenLink) { article("a", "One\n   two 1️⃣[b](b.md) three\n") },
        spoiled("at the start of the third line", .brokenLink) { article("a", "One\ntwo\n1️⃣[b](b.md) three\n") },
        spoiled("with its text on two lines", .brokenLink) { article("a", "One 1️⃣[two\nthree](b.md) four\n") },
        spoiled("with its text on two lines, the address on a third", .brokenLink) {
            article("a", "One 1️⃣[two\nthree](\nb.md) four\n")
        },
        spoiled("behind a good link of two lines", .brokenLink) {
            article("a", "One [two\nthree](/articles/a/) four 1️⃣[five](b.md)\n")
        },
        spoiled("in a list", .brokenLink) { article("a", "- One\n- Two 1️⃣[b](b.md)\n") },
        spoiled("on the second line of an item", .brokenLink) { article("a", "- One\n  two 1️⃣[b](b.md)\n") },
        spoiled("on a lazy line of an item", .brokenLink) { article("a", "- One\ntwo 1️⃣[b](b.md)\n") },
        spoiled("in an item of an item", .brokenLink) { article("a", "1. One\n   - Two\n     three 1️⃣[b](b.md)\n") },
        spoiled("in the second paragraph of an item", .brokenLink) { article("a", "- One\n\n  Two 1️⃣[b](b.md)\n") },
        spoiled("in an item that a tab indents", .brokenLink) { article("a", "- One\n\n\tTwo 1️⃣[b](b.md)\n") },
        spoiled("in a task", .brokenLink) { article("a", "- [x] One 1️⃣[b](b.md)\n") },
        spoiled("in a quote", .brokenLink) { article("a", "> One 1️⃣[b](b.md)\n") },
        spoiled("on the second line of a quote", .brokenLink) { article("a", "> One\n> two 1️⃣[b](b.md)\n") },
        spoiled("on a lazy line of a quote", .brokenLink) { article("a", "> One\ntwo 1️⃣[b](b.md)\n") },
        spoiled("in a list in a quote", .brokenLink) { article("a", "> - One\n>   two 1️⃣[b](b.md)\n") },
        spoiled("in an alert", .brokenLink) { article("a", "> [!NOTE]\n> One 1️⃣[b](b.md)\n") },
        spoiled("in a container", .brokenLink) { article("a", ":::care\nOne 1️⃣[b](b.md)\n:::\n") },
        spoiled("behind a container", .brokenLink) { article("a", ":::care\nOne\n:::\n\n1️⃣[b](b.md)\n") },
        spoiled("in a heading", .brokenLink) { article("a", "## One 1️⃣[b](b.md)\n") },
        spoiled("in a heading over its underline", .brokenLink) { article("a", "One 1️⃣[b](b.md)\n---\n") },
        spoiled("in the head of a table", .brokenLink) { article("a", "| One | 1️⃣[b](b.md) |\n|---|---|\n| Two | three |\n") },
        spoiled("in a cell", .brokenLink) { article("a", "| One | two |\n|---|---|\n| Three | four 1️⃣[b](b.md) |\n") },
        spoiled("in the second row, behind a good link", .brokenLink) {
            article("a", "| One | two |\n|---|---|\n| Three | four |\n| [a](/articles/a/) | 1️⃣[b](b.md) |\n")
        },
        spoiled("in a cell, before a good link", .brokenLink) {
            article("a", "| One | two |\n|---|---|\n| 1️⃣[b](b.md) | [a](/articles/a/) |\n")
        },
        spoiled("twice alike in a row, one of them good", .brokenLink) {
            article("a", "| One | two |\n|---|---|\n| [b](/articles/a/) and [b](/articles/a/) | x 1️⃣[b](b.md) |\n")
        },
        spoiled("in a cell behind an escaped bar", .brokenLink) {
            article("a", "| One | two |\n|---|---|\n| a \\| b | 1️⃣[b](b.md) |\n")
        },
        spoiled("in a table in a list", .brokenLink) {
            article("a", "- One\n\n  | One | two |\n  |---|---|\n  | Three | 1️⃣[b](b.md) |\n")
        },
        spoiled("behind emoji", .brokenLink) { article("a", "👩‍⚕️👍🏽🇮🇳 1️⃣[b](b.md)\n") },
        spoiled("behind Chinese", .brokenLink) { article("a", "第二意见 1️⃣[b](b.md)\n") },
        spoiled("behind Hindi", .brokenLink) { article("a", "कैंसर की दूसरी राय 1️⃣[b](b.md)\n") },
        spoiled("behind Arabic", .brokenLink) { article("a", "رأي ثان 1️⃣[b](b.md)\n") },
        spoiled("behind a combining mark", .brokenLink) { article("a", "Cafe\u{301} 1️⃣[b](b.md)\n") },
        spoiled("behind emoji on a second line", .brokenLink) { article("a", "👍🏽\n第二👩‍⚕️ 1️⃣[b](b.md)\n") },
        spoiled("behind a tab", .brokenLink) { article("a", "One\t1️⃣[b](b.md)\n") },
        spoiled("with CRLF", .brokenLink) {
            file("content/articles/a.md", "---\r\ntitle: A\r\ndate: 2026-09-01\r\n---\r\n\r\nOne\r\ntwo 1️⃣[b](b.md)\r\n")
        },
        spoiled("with CR", .brokenLink) {
            file("content/articles/a.md", "---\rtitle: A\rdate: 2026-09-01\r---\r\rOne\rtwo 1️⃣[b](b.md)\r")
        },
        spoiled("behind a byte order mark", .brokenLink) {
            file("content/pages/a.md", "\u{FEFF}---\ntitle: A\n---\n1️⃣[b](b.md)\n")
        },
        spoiled("in a footnote", .brokenLink) { article("a", "One[^1].\n\n[^1]: Two 1️⃣[b](b.md)\n") },
        spoiled("on the second line of a footnote", .brokenLink) {
            article("a", "One[^1].\n\n[^1]: Two\n    three 1️⃣[b](b.md)\n")
        },
        spoiled("by reference", .brokenLink) { article("a", "One 1️⃣[two][b].\n\n[b]: b.md\n") },
        spoiled("by a reference alone", .brokenLink) { article("a", "One\ntwo 1️⃣[b].\n\n[b]: b.md\n") },
        spoiled("in angle brackets", .unsafeLink) { article("a", "One 1️⃣<ftp://example.org/x>\n") },
        spoiled("in emphasis", .brokenLink) { article("a", "One **two *three 1️⃣[b](b.md)***\n") },
        spoiled("behind code with brackets", .brokenLink) { article("a", "`[b](b.md)` 1️⃣[b](b.md)\n") },
        spoiled("behind an escaped bracket", .brokenLink) { article("a", "\\[b](b.md) 1️⃣[b](b.md)\n") },
        spoiled("around an image", .brokenLink) {
            article("a", "One 1️⃣[![x](/x.png)](b.md)\n")
            file("content/static/x.png", bytes: pngImage(width: 20, height: 10))
        },
        spoiled("behind smart punctuation", .brokenLink) { article("a", "\"It's\" -- ... 1️⃣[b](b.md)\n") },
        spoiled("behind an entity", .brokenLink) { article("a", "&amp;&nbsp; 1️⃣[b](b.md)\n") },
        spoiled("at the end of a long line", .brokenLink) {
            article("a", String(repeating: "word ", count: 2000) + "1️⃣[b](b.md)\n")
        },
        spoiled("in an answer", .brokenLink) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\nBecause\nof 1️⃣[b](b.md).\n")
        },
        spoiled("in an answer of the bank", .brokenLink) {
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#why}\n\nBecause of 1️⃣[b](b.md).\n")
        },
        spoiled("in an answer of the front matter, which is pointed at as a whole", .brokenLink) {
            article("a", with: "faqs: [{question: Why?, id: why, answer: 1️⃣\"Because of [b](b.md)\"}]")
        },
        spoiled("in a biography", .brokenLink) { file("content/people/ann.md", "---\nname: Ann\n---\nSee 1️⃣[b](b.md).\n") },
        spoiled("in the text of a listing", .brokenLink) {
            article("a")
            file("content/articles/_index.md", "---\ntitle: Articles\n---\nSee 1️⃣[b](b.md).\n")
        },
        spoiled("in the text of the home page, without front matter", .brokenLink) {
            file("content/_index.md", "See 1️⃣[b](b.md).\n")
        },
        spoiled("in the menu", .brokenLink, "no page at '/nowhere/'") {
            config("menu:\n  - {label: Home, url: /}\n  - {label: X, url: 1️⃣/nowhere/}\n")
        },
        spoiled("in a call to action", .brokenLink) {
            config("cta: {help: {title: Help, label: Help, url: 1️⃣/nowhere/}}\n")
        },
        spoiled("in a reference", .brokenLink) { article("a", with: "references: [{title: A, url: 1️⃣/nowhere/}]") },
        spoiled("a related article that is not there", .brokenLink, help: "did you mean 'articles/b.md'?") {
            article("a", with: "related: [1️⃣articles/bb.md]")
            article("b")
        },
        spoiled("a related page that is no article", .brokenLink) {
            article("a", with: "related: [1️⃣pages/b.md]")
            file("content/pages/b.md", "---\ntitle: B\n---\n")
        },
    ]

    static let anchors = [
        spoiled(
            "a part that the page does not have", .brokenAnchor, "no part '#twoo' on '/articles/a/'", help: "did you mean '#two'?"
        ) {
            article("a", "See 1️⃣[two](#twoo).\n\n## Two\n")
        },
        spoiled("a part that another page does not have", .brokenAnchor) {
            article("a", "See 1️⃣[two](b.md#two).\n")
            article("b", "## One\n")
        },
        spoiled("a part by the address of its page", .brokenAnchor) {
            article("a", "See 1️⃣[two](/articles/b/#two).\n")
            article("b", "## One\n")
        },
        spoiled("a part in the wrong case", .brokenAnchor, help: "did you mean '#two'?") {
            article("a", "See 1️⃣[two](#Two).\n\n## Two\n")
        },
        spoiled("a part in another script", .brokenAnchor) { article("a", "See 1️⃣[two](#दो).\n\n## एक\n") },
        spoiled("a part from an answer", .brokenAnchor) {
            articleFolder("a", "## One\n")
            file("content/articles/a/faq.md", "## Why? {#why}\n\nSee 1️⃣[two](#two).\n")
        },
        spoiled("a question that is not there", .brokenAnchor, help: "did you mean '#why'?") {
            article("a", "See 1️⃣[why](../faqs/t.md#whyy).\n")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#why}\n\nBecause.\n")
        },
        spoiled("a part in the menu", .brokenAnchor) {
            config("menu: [{label: X, url: 1️⃣\"/articles/a/#two\"}]\n")
            article("a", "## One\n")
        },
        spoiled("a part that the site lowers", .brokenAnchor, severity: .warning) {
            config("severity: {broken-anchor: warning}\n")
            article("a", "See 1️⃣[two](#two).\n")
        },
    ]

    static let images = [
        spoiled("an image that is not there", .missingImage, "no image 'b.png'", help: "did you mean 'bb.png'?") {
            articleFolder("a", "One\n\n1️⃣![B](b.png)\n")
            file("content/articles/a/bb.png", bytes: pngImage(width: 20, height: 10))
        },
        spoiled("an image in running text", .missingImage) { article("a", "One\n  two 1️⃣![B](b.png) three\n") },
        spoiled("an image in a cell", .missingImage) { article("a", "| One | two |\n|---|---|\n| Three | 1️⃣![B](b.png) |\n") },
        spoiled("an image in a link", .missingImage) { article("a", "One [1️⃣![B](b.png)](/articles/a/)\n") },
        spoiled("an image by its address", .missingImage) { article("a", "1️⃣![B](/b.png)\n") },
        spoiled("an image that is a page", .missingImage) { article("a", "1️⃣![B](/articles/a/)\n") },
        spoiled("the image of an article", .missingImage, "no image 'b.png'") {
            article("a", with: "image: {src: 1️⃣b.png, decorative: true}")
        },
        spoiled("the image of an article, described", .missingImage) { article("a", with: "image: {src: 1️⃣b.png, alt: B}") },
        spoiled("a portrait", .missingImage) { file("content/people/ann.md", "---\nname: Ann\nimage: 1️⃣ann.jpg\n---\n") },
        spoiled("the image of a shared link", .missingImage) {
            articleFolder("a")
            file("content/articles/a/share.md", "---\nimage: 1️⃣b.png\n---\n")
        },
        spoiled("the site's image of shared links", .missingImage) { config("share: {image: 1️⃣share.jpg}\n") },
        spoiled("the publisher's logo", .missingImage) { config("publisher: {name: A, logo: 1️⃣/logo.svg}\n") },
        spoiled("an image of another site", .remoteImage, help: "put it beside the page") {
            article("a", "1️⃣![B](https://example.org/b.png)\n")
        },
        spoiled("an image that the site lowers", .missingImage, severity: .warning) {
            config("severity: {missing-image: warning}\n")
            article("a", "1️⃣![B](b.png)\n", with: "")
        },
    ]

    static let unpublished = [
        spoiled("a draft", .unpublishedLink, "'b.md' is a draft, so readers cannot follow the link") {
            article("a", "See 1️⃣[b](b.md).\n")
            article("b", with: "draft: true")
        },
        spoiled("an article of next week", .unpublishedLink, "'b.md' is scheduled, so readers cannot follow the link") {
            article("a", "See 1️⃣[b](b.md).\n")
            file("content/articles/b.md", "---\ntitle: B\ndate: 2026-11-08\n---\n")
        },
        spoiled("an article that has expired", .unpublishedLink, "'b.md' has expired, so readers cannot follow the link") {
            article("a", "See 1️⃣[b](b.md).\n")
            article("b", with: "expires: 2026-10-01")
        },
        spoiled("the address of a draft", .unpublishedLink) {
            article("a", "See 1️⃣[b](/articles/b/).\n")
            article("b", with: "draft: true")
        },
        spoiled("the folder of a draft", .unpublishedLink) {
            article("a", "See 1️⃣[b](b/index.md).\n")
            articleFolder("b", with: "draft: true")
        },
        spoiled("a file of a draft", .unpublishedLink) {
            article("a", "See 1️⃣[b](b/b.pdf).\n")
            articleFolder("b", with: "draft: true")
            file("content/articles/b/b.pdf", "x")
        },
        spoiled("a related draft", .unpublishedLink, "'articles/b.md' is a draft, so readers cannot follow the link") {
            article("a", with: "related: [1️⃣articles/b.md]")
            article("b", with: "draft: true")
        },
        spoiled("a draft in the menu", .unpublishedLink) {
            config("menu: [{label: B, url: 1️⃣/articles/b/}]\n")
            article("b", with: "draft: true")
        },
    ]
}
