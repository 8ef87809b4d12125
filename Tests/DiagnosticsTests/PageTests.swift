import SiteModel
import SiteTestSupport
import Testing

@Suite struct PageTests {
    @Test(arguments: addresses) func pointsAtTheSecondOwner(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: ids) func pointsAtTheSecondID(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: questions) func pointsAtTheQuestion(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: files) func pointsAtTheFile(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: names) func pointsAtTheName(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let addresses = [
        spoiled("one slug twice", .duplicateURL, "'/articles/x/' is the address of 'content/articles/a.md' already") {
            article("a", with: "slug: x")
            article("b", with: "slug: 1️⃣x")
        },
        spoiled("a file and a folder of one name", .duplicateURL) {
            file("content/articles/a.md", "1️⃣---\ntitle: A\ndate: 2026-09-01\n---\n")
            articleFolder("a")
        },
        spoiled("names that differ in case", .duplicateURL) {
            article("A")
            file("content/articles/a.md", "1️⃣---\ntitle: A\ndate: 2026-09-01\n---\n")
        },
        spoiled("names that differ in punctuation", .duplicateURL) {
            article("a b")
            file("content/articles/a-b.md", "---\ntitle: A\ndate: 2026-09-01\nslug: 1️⃣a-b\n---\n")
        },
        spoiled("an alias that is a page", .duplicateURL) {
            article("a", with: "aliases: [1️⃣/articles/b/]")
            article("b")
        },
        spoiled("an alias that is a page, without its slash", .duplicateURL) {
            article("a", with: "aliases: [1️⃣/articles/b]")
            article("b")
        },
        spoiled("an alias that is its own page", .duplicateURL) { article("a", with: "aliases: [1️⃣/articles/a/]") },
        spoiled("one alias of two pages", .duplicateURL) {
            article("a", with: "aliases: /old/")
            article("b", with: "aliases: 1️⃣/old/")
        },
        spoiled("an alias that is a file", .duplicateURL) {
            article("a", with: "aliases: 1️⃣/old.html")
            file("content/static/old.html", "x")
        },
        spoiled("an alias that is the sitemap", .duplicateURL) { article("a", with: "aliases: 1️⃣/sitemap.xml/old/") },
        spoiled("a file that is a page", .duplicateURL) {
            article("a")
            file("content/static/articles/a/index.html", "1️⃣x")
        },
        spoiled("a file that is a page that Martlet makes", .duplicateURL) {
            article("a")
            file("content/static/404.html", "1️⃣x")
        },
        spoiled("a file where a page needs a folder", .duplicateURL) {
            article("a")
            file("content/static/articles", "1️⃣x")
        },
        spoiled("a page that is a list", .duplicateURL) {
            article("a")
            file("content/pages/articles.md", "1️⃣---\ntitle: A\n---\n")
        },
        spoiled("an article that is the list of people", .duplicateURL) {
            config("permalinks: {articles: /:slug/}\n")
            file("content/articles/people.md", "1️⃣---\ntitle: A\ndate: 2026-09-01\n---\n")
            file("content/people/ann.md", "---\nname: Ann\n---\n")
        },
        spoiled("a name without letters", .badURLPath, help: "rename the file, or add 'slug: …'") {
            file("content/articles/!!!.md", "1️⃣---\ntitle: A\ndate: 2026-09-01\n---\n")
        },
    ]

    static let ids = [
        spoiled("two headings", .duplicateID, "the id 'x' stands on this page twice") {
            article("a", "## One {#x}\n\n## Two {#1️⃣x}\n")
        },
        spoiled("a heading and another's former id", .duplicateID) { article("a", "## One {#one aka=x}\n\n## Two {#1️⃣x}\n") },
        spoiled("a heading with an id of the theme, and a link to it", .duplicateID) {
            article("a", "## One {#1️⃣faqs}\n\nSee [part one](#faqs).\n")
        },
        spoiled("a heading and a question", .duplicateID) {
            articleFolder("a", "## One {#1️⃣x}\n")
            file("content/articles/a/faq.md", "## Why? {#x}\n\nBecause.\n")
        },
        spoiled("two questions of an article", .duplicateID) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#x}\n\nBecause.\n\n## How? {#1️⃣x}\n\nSo.\n")
        },
        spoiled("two questions of a topic", .duplicateID) {
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#x}\n\nBecause.\n\n## How? {#1️⃣x}\n\nSo.\n")
        },
        spoiled("two questions of the front matter", .duplicateID) {
            article("a", with: "faqs:\n  - {question: Why?, id: x, answer: A}\n  - {question: How?, id: 1️⃣x, answer: B}")
        },
        spoiled("a question of the file and one of the front matter", .duplicateID) {
            articleFolder("a", with: "faqs: [{question: Why?, id: 1️⃣x, answer: A}]")
            file("content/articles/a/faq.md", "## How? {#x}\n\nBecause.\n")
        },
        spoiled("a heading in an answer", .duplicateID) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#x}\n\n### Part {#1️⃣x}\n\nBecause.\n")
        },
        spoiled("the theme's", .duplicateID, help: "the theme uses it; choose another") { article("a", "## One {#1️⃣main}\n") },
        spoiled("a question and the theme's", .duplicateID) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#1️⃣faqs}\n\nBecause.\n")
        },
        spoiled("raw HTML and a heading", .duplicateID) { article("a", "## One {#x}\n\nTwo 1️⃣<b id=\"x\">three</b>\n") },
        spoiled("raw HTML twice", .duplicateID) { article("a", "<p id=\"x\">One</p>\n\n1️⃣<p id='x'>Two</p>\n") },
        spoiled("raw HTML and the theme's", .duplicateID) { article("a", "One 1️⃣<b id=main>two</b>\n") },
    ]

    static let questions = [
        spoiled("an unknown question", .unknownFAQ, "no question 't#wy' in 'faqs/'", help: "did you mean 't#why'?") {
            article("a", with: "faqs: [1️⃣t#wy]")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#why}\n\nBecause.\n")
        },
        spoiled("a question that is no reference", .unknownFAQ, help: "write 'topic#id'") { article("a", with: "faqs: [1️⃣Why?]") },
        spoiled("a question of a draft", .unpublishedLink, "'t#why' is a draft, so readers cannot follow the link") {
            article("a", with: "faqs: [1️⃣t#why]")
            file("content/faqs/t.md", "---\ntitle: T\ndraft: true\n---\n\n## Why? {#why}\n\nBecause.\n")
        },
        spoiled("a question twice", .duplicateID, "the page shows a question 'why' already", help: "delete one of the two") {
            article("a", with: "faqs: [t#why, 1️⃣t#why]")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#why}\n\nBecause.\n")
        },
        spoiled("two questions of one id", .duplicateID) {
            article("a", with: "faqs: [t#why, 1️⃣u#why]")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#why}\n\nBecause.\n")
            file("content/faqs/u.md", "---\ntitle: U\n---\n\n## Why so? {#why}\n\nBecause.\n")
        },
        spoiled("a footnote in an answer", .footnoteInAnswer) {
            file("content/faqs/a.md", "---\ntitle: A\n---\n\n## Q? {#q}\n\nText[^1].\n\n1️⃣[^1]: Note.\n")
        },
        spoiled("a question without an answer", .missingAnswer, help: "write the answer below the question") {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\nBecause.\n\n1️⃣## How? {#how}\n")
        },
        spoiled("a question of the front matter without an answer", .missingKey, "a question has no 'answer'") {
            article("a", with: "faqs: [1️⃣{question: Why?, id: why}]")
        },
        spoiled(
            "a question without an id", .questionWithoutID,
            help: "add '{#why-so}', so that its address stays when its words change"
        ) {
            articleFolder("a")
            file("content/articles/a/faq.md", "1️⃣## Why so?\n\nBecause.\n")
        },
        spoiled(
            "a question of the front matter without an id", .questionWithoutID,
            help: "add 'id: why', so that its address stays when its words change"
        ) {
            article("a", with: "faqs: [{question: 1️⃣Why?, answer: Because}]")
        },
        spoiled("an id with a blank", .badValue) { article("a", with: "faqs: [{question: Why?, id: 1️⃣a b, answer: Because}]") },
        spoiled("a question that is a first-level heading", .extraTitle, help: "write '## Question?'") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n1️⃣# Why?\n\nBecause.\n")
        },
        spoiled("text before the first question", .textBeforeQuestion) {
            articleFolder("a")
            file("content/articles/a/faq.md", "\n1️⃣Some words.\n\n## Why? {#why}\n\nBecause.\n")
        },
        spoiled("questions that are a list of links", .textBeforeQuestion) {
            articleFolder("a")
            file("content/articles/a/faq.md", "1️⃣- Why?\n- How?\n")
        },
        spoiled("front matter before the questions", .unknownKey, "'title' is not a key of an article's questions") {
            articleFolder("a")
            file("content/articles/a/faq.md", "---\n1️⃣title: Questions\n---\n\n## Why? {#why}\n\nBecause.\n")
        },
    ]

    static let files = [
        spoiled("questions without an article", .misplacedFile, "'faq.md' belongs beside an article's 'index.md'") {
            file("content/articles/a/faq.md", "1️⃣## Why? {#why}\n\nBecause.\n")
        },
        spoiled("a share text without an article", .misplacedFile) { file("content/articles/a/share.md", "1️⃣Text.\n") },
        spoiled("a page at the root", .misplacedFile, help: "move it to 'content/pages/about.md'") {
            file("content/about.md", "1️⃣---\ntitle: About\n---\n")
        },
        spoiled("the home page by another name", .misplacedFile, help: "rename it to '_index.md'") {
            file("content/index.md", "1️⃣---\ntitle: Home\n---\n")
        },
        spoiled("a listing's text in an article's folder", .misplacedFile, "a listing's text stands at the root or in a section")
        {
            articleFolder("a")
            file("content/articles/a/_index.md", "1️⃣Text.\n")
        },
        spoiled("a listing's text among the plain pages", .misplacedFile) { file("content/pages/_index.md", "1️⃣Text.\n") },
        spoiled("a section's text by another name", .misplacedFile, "a section's own text is '_index.md'") {
            file("content/articles/index.md", "1️⃣Text.\n")
        },
        spoiled("an index among the plain pages", .misplacedFile) { file("content/pages/index.md", "1️⃣---\ntitle: A\n---\n") },
        spoiled("an index among the people", .misplacedFile) { file("content/people/index.md", "1️⃣---\nname: A\n---\n") },
        spoiled("a folder among the people", .misplacedFile, "'people/' has no folders") {
            file("content/people/ann/index.md", "1️⃣---\nname: Ann\n---\n")
        },
        spoiled("a folder among the topics", .misplacedFile) { file("content/faqs/a/b.md", "1️⃣---\ntitle: A\n---\n") },
        spoiled("another ending", .misplacedFile, help: "rename it to end in '.md'") {
            file("content/articles/a.markdown", "1️⃣---\ntitle: A\n---\n")
        },
        spoiled("an ending in capitals", .misplacedFile) { file("content/articles/a.MD", "1️⃣---\ntitle: A\n---\n") },
        spoiled("a configuration of another ending", .misplacedFile) { file("content/site.yaml", "1️⃣title: A\n") },
        spoiled("Martlet's own list of files", .badURLPath) { file("content/static/.martlet-files", "1️⃣x") },
    ]

    static let names = [
        spoiled("an unknown author", .unknownPerson, "nobody in 'people/' is called 'anne'", help: "did you mean 'ann'?") {
            article("a", with: "authors: [1️⃣anne]")
            file("content/people/ann.md", "---\nname: Ann\n---\n")
        },
        spoiled("an unknown author where there is nobody", .unknownPerson, help: "add 'content/people/ann.md'") {
            article("a", with: "authors: [1️⃣ann]")
        },
        spoiled("an author by name", .unknownPerson, help: "write 'ann', the name of the person's file") {
            article("a", with: "authors: [1️⃣Ann Lee]")
            file("content/people/ann.md", "---\nname: Ann Lee\n---\n")
        },
        spoiled("an unknown reviewer", .unknownPerson) { article("a", with: "reviewedBy: 1️⃣bob") },
        spoiled(
            "an unknown contact", .unknownRecord, "'cht' does not stand under 'contact' in site.yml", help: "did you mean 'chat'?"
        ) {
            config("contact: {chat: {label: Chat, phone: \"+911234567890\"}}\n")
            article("a", with: "contact: 1️⃣cht")
        },
        spoiled("an unknown call to action", .unknownRecord, help: "add it to 'content/site.yml'") {
            article("a", with: "cta: 1️⃣book")
        },
        spoiled("an unknown call to action in the text", .unknownRecord, help: "did you mean 'book'?") {
            config("cta: {book: {title: Talk, label: Book, url: https://www.example.org/}}\n")
            article("a", ":::cta {1️⃣name=bok}\n:::\n")
        },
        spoiled("an unknown contact in an answer", .unknownRecord) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Who? {#who}\n\n:::contact {1️⃣name=chat}\n:::\n")
        },
        spoiled(
            "a contact in the text where the site has none of its own", .unknownRecord,
            "neither the block nor its page names a 'contact'",
            help: "write ':::contact {name=…}' with a name that stands under 'contact' in site.yml"
        ) {
            config("contact: {chat: {label: Chat, phone: \"+911234567890\"}}\n")
            article("a", "1️⃣:::contact\n:::\n")
        },
        spoiled("an unknown network", .unknownNetwork, "'facebok' is not a network", help: "did you mean 'facebook'?") {
            article("a", with: "share: {networks: [copy, 1️⃣facebok]}")
        },
        spoiled("an unknown network of a share text", .unknownNetwork) {
            articleFolder("a")
            file("content/articles/a/share.md", "---\nnetworks: [1️⃣myspace]\n---\n")
        },
        spoiled(
            "a title that fills a post", .longShareTitle, "the title has 301 characters, and a post on Reddit has room for 300"
        ) {
            articleFolder("a", with: "share: {networks: [reddit]}")
            file("content/articles/a/share.md", "---\ntitle: 1️⃣\(String(repeating: "a", count: 301))\n---\n")
        },
        spoiled("an article's own title that fills a post", .longShareTitle) {
            file(
                "content/articles/a.md",
                "---\ntitle: 1️⃣\(String(repeating: "a", count: 257))\ndate: 2026-09-01\nshare: {networks: [x]}\nallow: text-length\n---\nText.\n"
            )
        },
        spoiled(
            "one translation twice", .duplicateTranslation, "'content/articles/a.md' is 'x' in 'en' already",
            help: "set 'language', or choose another key"
        ) {
            article("a", with: "translationKey: x")
            article("b", with: "translationKey: 1️⃣x")
        },
        spoiled("a translation of nothing", .loneTranslation, help: "delete the line") {
            article("a", with: "translationKey: 1️⃣x")
        },
        spoiled(
            "an unknown template", .unknownTemplate, "the theme has no template 'artcle.html'",
            help: "did you mean 'article.html'?"
        ) {
            article("a", with: "template: 1️⃣artcle.html")
        },
    ]
}
