import SiteModel
import SiteTestSupport
import Testing

@Suite struct FrontMatterTests {
    @Test(arguments: keys) func pointsAtTheKey(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: values) func pointsAtTheValue(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: yaml) func pointsAtTheYAML(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let keys = [
        spoiled("an unknown key", .unknownKey, "'colour' is not a key of an article") {
            article("a", with: "1️⃣colour: red")
        },
        spoiled("a misspelt key", .unknownKey, help: "did you mean 'description'?") {
            article("a", with: "1️⃣descripton: x")
        },
        spoiled("a key in the wrong case", .unknownKey, help: "did you mean 'date'?") {
            article("a", with: "1️⃣Date: 2026-01-01")
        },
        spoiled("a key of Hugo", .renamedKey, help: "write 'updated'") { article("a", with: "1️⃣lastmod: 2026-09-02") },
        spoiled("a key of Jekyll", .renamedKey, help: "write 'aliases'") { article("a", with: "1️⃣redirect_from: /old/") },
        spoiled("an unknown key of a person", .unknownKey, "'phone' is not a key of a person") {
            file("content/people/ann.md", "---\nname: Ann\n1️⃣phone: 1\n---\n")
        },
        spoiled("an unknown key in a group", .unknownKey, "'source' is not a key of 'image'") {
            articleFolder("a", with: "image: {src: a.png, 1️⃣source: b.png}")
            file("content/articles/a/a.png", bytes: pngImage(width: 1200, height: 675))
        },
        spoiled("no title", .missingKey, "an article has no 'title'", help: "add 'title: …'") {
            file("content/articles/a.md", "---\n1️⃣date: 2026-09-01\n---\nText.\n")
        },
        spoiled("no date", .missingKey, "an article has no 'date'") {
            file("content/articles/a.md", "---\n1️⃣title: A\n---\nText.\n")
        },
        spoiled("a person without a name", .missingKey, "a person has no 'name'") {
            file("content/people/ann.md", "---\n1️⃣jobTitle: Nurse\n---\n")
        },
        spoiled("a key twice", .duplicateKey, help: "delete one of the two") {
            article("a", with: "1️⃣title: Another")
        },
        spoiled("no front matter", .missingFrontMatter, "an article begins with front matter") {
            file("content/articles/a.md", "1️⃣A text.\n")
        },
        spoiled("front matter that does not end", .unclosedFrontMatter, help: "end it with a line '---'") {
            file("content/articles/a.md", "1️⃣---\ntitle: A\ndate: 2026-09-01\n\nText.\n")
        },
    ]

    static let values = [
        spoiled("draft: yes", .badBoolean, help: "write 'true'") { article("a", with: "draft: 1️⃣yes") },
        spoiled("draft: off", .badBoolean, help: "write 'false'") { article("a", with: "draft: 1️⃣off") },
        spoiled("a boolean in quotes", .badBoolean, help: "write 'true' without quotes") {
            article("a", with: "draft: 1️⃣\"true\"")
        },
        spoiled("a rendering of questions that is none", .badValue, "'closed' is not a value of 'faqRendering'") {
            article("a", with: "faqRendering: 1️⃣closed")
        },
        spoiled("a boolean that is none", .badBoolean) { article("a", with: "toc: 1️⃣maybe") },
        spoiled("a date in words", .badDate, "'1 September' is not a date") { article("a", with: "updated: 1️⃣1 September") },
        spoiled("a date with slashes", .badDate, help: "write '2026-09-02'") { article("a", with: "updated: 1️⃣2026/09/02") },
        spoiled("a day that the calendar does not have", .badDate, "the calendar has no day '2027-02-29'") {
            article("a", with: "expires: 1️⃣2027-02-29")
        },
        spoiled("an hour that the day does not have", .badDate) { article("a", with: "updated: 1️⃣2026-09-02T25:00:00Z") },
        spoiled(
            "a time without its offset", .badDate,
            help: "add the time zone: '2026-09-02T09:00:00Z' or '2026-09-02T09:00:00+05:30'"
        ) { article("a", with: "updated: 1️⃣2026-09-02T09:00:00") },
        spoiled("updated before date", .dateOrder, "'updated' is before 'date'") { article("a", with: "updated: 1️⃣2026-08-31") },
        spoiled("expires before date", .dateOrder, "'expires' is not after 'date'") {
            article("a", with: "expires: 1️⃣2026-08-31")
        },
        spoiled("next review before the last", .dateOrder) {
            article("a", with: "lastReviewed: 2026-09-01\nnextReview: 1️⃣2026-08-01")
        },
        spoiled("an image where a plain page shows none", .unknownKey) {
            file("content/pages/a.md", "---\ntitle: A\n1️⃣image: b.png\n---\n")
        },
        spoiled("an empty value", .badValue, "'description' has no value") { article("a", with: "1️⃣description:") },
        spoiled("an empty text", .badValue, "'description' is empty") { article("a", with: "description: 1️⃣\"  \"") },
        spoiled("a list for a text", .wrongType, "'description' is text, not a list") {
            article("a", with: "description: 1️⃣[a, b]")
        },
        spoiled("a group for a list", .wrongType) { article("a", with: "tags: 1️⃣{a: b}") },
        spoiled("a text for a list of groups", .wrongType) { article("a", with: "references: 1️⃣none") },
        spoiled("a text for a group", .wrongType) { article("a", with: "share: 1️⃣none") },
        spoiled("front matter that is a list", .wrongType) { file("content/articles/a.md", "---\n1️⃣- a\n- b\n---\nText.\n") },
        spoiled("a slug that is no part of an address", .badURLPath, help: "write 'a-b'") { article("a", with: "slug: 1️⃣A b") },
        spoiled("an alias on another site", .badURLPath) { article("a", with: "aliases: [1️⃣https://www.example.org/old/]") },
        spoiled("an alias above the root", .badURLPath) { article("a", with: "aliases: [/old/, 1️⃣/../old/]") },
        spoiled("an address without a scheme", .badURL, "'www.example.org' is not an address") {
            article("a", with: "references: [{title: A, url: 1️⃣www.example.org}]")
        },
        spoiled("a hashtag with its sign", .badValue) { article("a", with: "share: {hashtags: [ok, 1️⃣\"#health\"]}") },
        spoiled("an account with its sign", .badValue, help: "write 'me'") { article("a", with: "share: {via: 1️⃣\"@me\"}") },
        spoiled("a language that is no tag", .badLanguage, "'english please' is not a language tag") {
            article("a", with: "language: 1️⃣english please")
        },
        spoiled("a tag without letters", .badURLPath) { article("a", with: "tags: [1️⃣\"!!\"]") },
        spoiled("a tag in two spellings", .tagSpelling, help: "write 'Cancer'") {
            article("a", with: "tags: [Cancer]")
            article("b", with: "tags: [1️⃣cancer]")
        },
        spoiled("a profile that is no address", .badURL) {
            file("content/people/ann.md", "---\nname: Ann\nsameAs: [https://example.org/ann, 1️⃣ann]\n---\n")
        },
        spoiled("allowing a code that is none", .badValue, help: "did you mean 'heading-order'?") {
            article("a", with: "allow: [1️⃣heading-odrer]")
        },
        spoiled("allowing an error", .badValue, "'broken-link' is an error, which no page can allow") {
            article("a", with: "allow: 1️⃣broken-link")
        },
    ]

    static let yaml = [
        spoiled("a quote that does not end", .yamlSyntax, "the quote that begins here does not end") {
            file("content/articles/a.md", "---\ntitle: 1️⃣\"A\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a bracket that does not end", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: A\ntags: 1️⃣[a, b\n---\nText.\n")
        },
        spoiled(
            "a colon in a value", .yamlSyntax,
            help: "put the value in quotes if it holds ': ', and begin all keys in the same column"
        ) {
            file("content/articles/a.md", "---\ntitle: A1️⃣: B\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a tab for indentation", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: A\nshare:\n1️⃣\ttitle: B\n---\nText.\n")
        },
        spoiled("a value that begins with a reserved sign", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: 1️⃣@A\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a line without a colon", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: A\n1️⃣date 2026-09-01\n---\nText.\n")
        },
        spoiled("wrong indentation", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: A\n date1️⃣: 2026-09-01\n---\nText.\n")
        },
        spoiled("an unknown escape", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: \"C:1️⃣\\d\"\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a tag on a value", .yamlSyntax) { article("a", with: "description: 1️⃣!!str x") },
        spoiled("a tag on a list", .yamlSyntax) { article("a", with: "tags: 1️⃣!!seq [x]") },
        spoiled("an anchor on a value", .yamlAlias, "an anchor ('&name') has no place here") {
            article("a", with: "description: 1️⃣&d x")
        },
        spoiled("an anchor on a list", .yamlAlias) { article("a", with: "tags: 1️⃣&d [x]") },
        spoiled("an alias", .yamlAlias, help: "write the value out") { article("a", with: "description: 1️⃣*d") },
        spoiled("a key that is a list", .yamlSyntax) { article("a", with: "? 1️⃣[x]\n: y") },
        spoiled("twenty-one lists in each other", .yamlTooDeep) {
            article("a", with: "extra: {x: \(String(repeating: "[", count: 18))1️⃣[x]\(String(repeating: "]", count: 18))}")
        },
        spoiled("a syntax error behind other scripts", .yamlSyntax) {
            file("content/articles/a.md", "---\ntitle: दूसरी राय 👩‍⚕️1️⃣: क\ndate: 2026-09-01\n---\nText.\n")
        },
        spoiled("a syntax error with CRLF", .yamlSyntax) {
            file("content/articles/a.md", "---\r\ntitle: A\r\ndate: B1️⃣: C\r\n---\r\nText.\r\n")
        },
    ]
}
