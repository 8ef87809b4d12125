import SiteModel
import SiteTestSupport
import Testing

@Suite struct MarkdownTests {
    @Test func eachOfTwoEqualReferencesHasItsPlace() async {
        let build = await InMemorySite {
            config()
            article("a", "[b][c] and [b][c].\n")
        }.build()
        #expect(build.diagnostics.filter { $0.code == .undefinedReference }.map(\.location.range.lower).count == 2)
        #expect(Set(build.diagnostics.map(\.location.range.lower)).count == 2)
    }

    @Test(arguments: additions) func pointsAtTheMark(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: html) func pointsAtTheHTML(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: complex) func refusesWhatWouldTakeForEver(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let additions = [
        spoiled("an alert of an unknown kind", .unknownAlert, help: "did you mean '[!WARNING]'?") {
            article("a", "> 1️⃣[!WARNNG]\n> Text.\n")
        },
        spoiled("an alert of a kind like none", .unknownAlert, help: "the kinds are NOTE, TIP, IMPORTANT, WARNING, CAUTION") {
            article("a", "> 1️⃣[!HEALTHADVICE]\n> Text.\n")
        },
        spoiled("text beside the mark of an alert", .unknownAlert, help: "begin its text on the next line, with '> ' before it") {
            article("a", "> 1️⃣[!NOTE] Text.\n")
        },
        spoiled("an unknown alert in a list", .unknownAlert) { article("a", "- One\n\n  > 1️⃣[!NOPE]\n  > Text.\n") },
        spoiled("a word in heading attributes", .badAttributes) { article("a", "## One {#one 1️⃣two=3}\n") },
        spoiled("an id with a space", .badAttributes, help: "join the words of an id: '#how-long'") {
            article("a", "## How long? {#how 1️⃣long}\n")
        },
        spoiled("an id with a quote", .badAttributes) { article("a", "## One {#1️⃣o'ne}\n") },
        spoiled("two ids for a heading", .badAttributes, "a heading has one id") { article("a", "## One {#one 1️⃣#two}\n") },
        spoiled("an empty former id", .badAttributes) { article("a", "## One {#one aka=old,1️⃣}\n") },
        spoiled("attributes over an underline", .badAttributes) { article("a", "One {#one 1️⃣x=y}\n---\n") },
        spoiled("a first-level heading", .extraTitle, help: "write '## …'") { article("a", "1️⃣# One\n") },
        spoiled("a skipped level", .headingOrder, "a heading of level 4 follows one of level 2", help: "write '### …'") {
            article("a", "## One\n\n1️⃣#### Two\n")
        },
        spoiled("a container that does not end", .unclosedContainer, "':::care' is not closed") {
            article("a", "One\n\n1️⃣:::care\nTwo\n")
        },
        spoiled("a link that nothing defines", .undefinedReference, "nothing defines '[b][c]'") {
            article("a", "Text \\[x][y] and\n- one 1️⃣[b][c]\n")
        },
        spoiled("a footnote that nothing defines", .undefinedReference) { article("a", "> Text1️⃣[^note] and `[^code]`.\n") },
        spoiled("containers in each other", .nestedTooDeep) {
            article(
                "a",
                String(repeating: ":::care\n", count: 100) + "1️⃣" + String(repeating: ":::care\n", count: 6000)
                    + String(repeating: ":::\n", count: 6100))
        },
        spoiled("quotation marks without end", .tooComplex) { article("a", "1️⃣" + String(repeating: "\"", count: 30_000) + "\n") },
        spoiled("quotation marks on lines that end as on Windows", .tooComplex) {
            article("a", "1️⃣" + repeated("a \"\"\"\"\r\n", 6000))
        },
        spoiled("code that does not end", .unclosedCode, help: "add a line '~~~' behind it") {
            article("a", "Text\n\n1️⃣~~~\ncode\n\n## Swallowed\n")
        },
        spoiled("code in a quote that does not end", .unclosedCode) { article("a", "> 1️⃣```swift\n> code\n\nText\n") },
        spoiled("a container's end alone", .unclosedContainer, "':::' closes nothing", help: "delete it") {
            article("a", "One\n\n1️⃣:::\n")
        },
        spoiled("an unknown container", .unknownContainer, "the theme has no block 'car'", help: "did you mean ':::care'?") {
            article("a", "1️⃣:::car\nOne\n:::\n")
        },
        spoiled("an unknown value of a container", .unknownContainer, help: "did you mean 'level'?") {
            article("a", ":::care {1️⃣levl=2}\nOne\n:::\n")
        },
        spoiled("a container's value without its key", .badAttributes, "'urgent' is not 'key=value'") {
            article("a", ":::care {1️⃣urgent}\nOne\n:::\n")
        },
        spoiled("a container's value without braces", .badAttributes, "a block's values stand in braces") {
            article("a", ":::care 1️⃣level=2\nOne\n:::\n")
        },
        spoiled("a container in the front matter's answer", .unknownContainer) {
            article("a", with: "faqs:\n  - question: Why?\n    id: why\n    answer: 1️⃣|\n      :::car\n      One\n      :::\n")
        },
    ]

    static let html = [
        spoiled("a script", .unsafeHTML, "the element 'script' has no place in content") {
            article("a", "One\n\n1️⃣<script>alert(1)</script>\n")
        },
        spoiled("a script in running text", .unsafeHTML) { article("a", "One 1️⃣<script>alert(1)</script>\n") },
        spoiled("a script on a second line", .unsafeHTML) { article("a", "One\n  two 1️⃣<script src=\"x\">\n") },
        spoiled("a script on the second line of a quote", .unsafeHTML) { article("a", "> One\n> two 1️⃣<script src=\"x\">\n") },
        spoiled("a script in a cell", .unsafeHTML) { article("a", "| One |\n|---|\n| two 1️⃣<script src=\"x\"> |\n") },
        spoiled("an event handler", .unsafeHTML, "the event handler 'onclick' has no place in content") {
            article("a", "One 1️⃣<b onclick=\"x()\">two</b>\n")
        },
        spoiled("an event handler in other letters", .unsafeHTML) { article("a", "One 1️⃣<b OnClick = x()>two</b>\n") },
        spoiled("code for an address in references", .unsafeHTML) {
            article("a", "One 1️⃣<a href=\"&#74ava&Tab;&#x53;cript&colon;x()\">two</a>\n")
        },
        spoiled("code for an address", .unsafeHTML) { article("a", "One 1️⃣<a href=\"javascript:x()\">two</a>\n") },
        spoiled("a frame", .unsafeHTML, "the element 'iframe' has no place in content") {
            article("a", "1️⃣<iframe src=\"https://example.org/\"></iframe>\n")
        },
        spoiled("a script in an answer", .unsafeHTML) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\nOne 1️⃣<script>x()</script>\n")
        },
        spoiled("a script in the front matter's answer", .unsafeHTML) {
            article("a", with: "faqs: [{question: Why?, id: why, answer: 1️⃣\"<script>x()</script>\"}]")
        },
        spoiled("HTML where the site allows none", .rawHTML, "raw HTML is not allowed on this site") {
            config("markdown: {html: error}\n")
            article("a", "One\n\n1️⃣<div>two</div>\n")
        },
        spoiled("HTML in running text where the site allows none", .rawHTML) {
            config("markdown: {html: error}\n")
            article("a", "One\ntwo 1️⃣<br>\n")
        },
        spoiled("HTML behind a comment where the site allows none", .rawHTML) {
            config("markdown: {html: error}\n")
            article("a", "1️⃣<!-- note --><script>x()</script>\n")
        },
    ]

    static let complex = [
        spoiled("a hundred and one quotes in each other", .nestedTooDeep) {
            article("a", String(repeating: ">", count: 101) + " 1️⃣One\n")
        },
        spoiled("lists in each other", .nestedTooDeep) { article("a", String(repeating: "- ", count: 150) + "1️⃣One\n") },
        spoiled("lists in each other by indentation", .nestedTooDeep) {
            article("a", (0..<101).map { String(repeating: "  ", count: $0) + "- " + ($0 == 99 ? "1️⃣" : "") + "x\n" }.joined())
        },
        spoiled("emphasis in each other", .nestedTooDeep) {
            article(
                "a",
                String(repeating: "*a **b ", count: 49) + "*a 1️⃣**b " + String(repeating: "*a **b ", count: 10)
                    + String(repeating: "c** d*", count: 60) + "\n")
        },
        spoiled("a hundred and one quotes in the front matter's answer", .nestedTooDeep) {
            article("a", with: "faqs: [{question: Why?, id: why, answer: 1️⃣\"\(String(repeating: ">", count: 101))\"}]")
        },
        spoiled("a wide table with many rows", .tooComplex) {
            article("a", "1️⃣" + wideTable(columns: 1250, rows: 2500))
        },
        spoiled("many delimiter rows", .tooComplex) { article("a", "1️⃣" + repeated("x\n| - | - |\n", 20_000)) },
        spoiled("many delimiter rows under rules", .tooComplex) { article("a", "1️⃣" + repeated("---\n-|-|\nb ", 20_000)) },
        spoiled("one very wide row", .tooComplex) {
            article("a", "1️⃣" + repeated("|x", 50_000) + "|\n" + repeated("|-", 50_000) + "|\n")
        },
        spoiled("many bare hosts", .tooComplex) { article("a", "1️⃣" + repeated("www._", 40_000)) },
        spoiled("an address with many brackets", .tooComplex) { article("a", "1️⃣" + "http://a.b/" + repeated(")", 200_000)) },
        spoiled("many footnotes among emphasis", .tooComplex) { article("a", "1️⃣" + repeated("[^1]:_a*_ ]", 20_000)) },
        spoiled("many footnotes behind emphasis", .tooComplex) {
            article("a", "1️⃣" + repeated("{_", 10_000) + repeated("[^1]", 10_000))
        },
        spoiled("many openings of instructions", .tooComplex) { article("a", "1️⃣" + repeated("a <?", 50_000)) },
        spoiled("many openings of declarations", .tooComplex) { article("a", "1️⃣" + repeated("a <!A ", 30_000)) },
        spoiled("many openings of images", .tooComplex) { article("a", "1️⃣" + repeated("![[]()", 30_000)) },
        spoiled("much emphasis", .tooComplex) { article("a", "1️⃣" + repeated("*a ", 20_000) + repeated("_a*_ ", 20_000)) },
        spoiled("many addresses of mail", .tooComplex) { article("a", "1️⃣" + repeated("a@", 100_000)) },
        spoiled("many bars among brackets", .tooComplex) {
            article("a", "1️⃣" + repeated("]|-", 30_000) + "\n" + repeated("-|-|\n", 20_000))
        },
        spoiled("a long definition with many uses", .tooComplex) {
            article("a", "1️⃣" + "[a]: /u '" + String(repeating: "t", count: 100_000) + "'\n\n" + repeated("[a] ", 20_000))
        },
    ]

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func wideTable(columns: Int, rows: Int) -> String {
        repeated("|x", columns) + "|\n" + repeated("|-", columns) + "|\n" + repeated("|x|\n", rows)
    }
}
