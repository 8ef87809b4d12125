import SiteModel
import SiteTestSupport
import Testing

@Suite struct ConfigTests {
    @Test(arguments: cases) func pointsAtTheSetting(_ source: SpoiledSource) async { await expectItsMessage(source) }

    private static let path = "content/site.yml"

    static let cases = [
        spoiled("no title", .missingKey, "the site's configuration has no 'title'") {
            file(path, "1️⃣baseURL: https://www.example.org/\n")
        },
        spoiled("no base URL", .missingKey, "the site's configuration has no 'baseURL'") { file(path, "1️⃣title: Test\n") },
        spoiled("an unknown key", .unknownKey, help: "did you mean 'description'?") { config("1️⃣descripton: x\n") },
        spoiled("a key of Hugo", .renamedKey, help: "write 'baseURL'") {
            file(path, "title: Test\nbaseURL: https://www.example.org/\n1️⃣baseurl: https://www.example.org/\n")
        },
        spoiled("an unknown key of sharing", .unknownKey) { config("share: {networks: [copy], 1️⃣handle: me}\n") },
        spoiled("an unknown key of a contact", .unknownKey, "'mail' is not a key of a contact") {
            config("contact:\n  chat: {label: Chat, phone: \"+911234567890\", 1️⃣mail: a@example.org}\n")
        },
        spoiled("a base URL without a scheme", .badURL, "'www.example.org' is not the address of a site") {
            file(path, "title: Test\nbaseURL: 1️⃣www.example.org\n")
        },
        spoiled("a base URL with a query", .badURL) { file(path, "title: Test\nbaseURL: 1️⃣https://www.example.org/?a=b\n") },
        spoiled("a base URL of another scheme", .badURL) { file(path, "title: Test\nbaseURL: 1️⃣ftp://www.example.org/\n") },
        spoiled("a base URL without encryption", .insecureSite, help: "publish at 'https://www.example.org:8080/a/'") {
            file(path, "title: Test\nbaseURL: 1️⃣http://www.example.org:8080/a/\n")
        },
        spoiled(
            "an unknown time zone", .unknownTimeZone, "'Asia/Kolkatta' is no time zone that this machine knows",
            help: "did you mean 'Asia/Kolkata'?"
        ) {
            config("timeZone: 1️⃣Asia/Kolkatta\n")
        },
        spoiled("a time zone out of its folder", .unknownTimeZone) { config("timeZone: 1️⃣../../etc/passwd\n") },
        spoiled("a language that is no tag", .badLanguage, "'english' is not the code of a language", help: "write 'en'") {
            config("language: 1️⃣english\n")
        },
        spoiled(
            "a local telephone number", .badPhone,
            help: "write '+', the country's code and the number without its first 0, all in one: \"+911234567890\""
        ) {
            config("contact:\n  chat:\n    label: Chat\n    phone: 1️⃣\"0123 456789\"\n")
        },
        spoiled(
            "a number of WhatsApp with a plus", .badPhone,
            help: "write \"911234567890\""
        ) {
            config("contact:\n  chat:\n    label: Chat\n    whatsapp: 1️⃣\"+911234567890\"\n")
        },
        spoiled("a contact without a way to it", .missingKey, "the contact 'chat' has no 'phone'") {
            config("contact:\n  chat: 1️⃣{label: Chat}\n")
        },
        spoiled("a call to action without an address", .missingKey, "the call to action 'book' has no 'url'") {
            config("cta:\n  book: 1️⃣{title: Book, label: Book}\n")
        },
        spoiled("an unknown default", .unknownRecord) { config("defaults: {cta: 1️⃣book}\n") },
        spoiled("an unknown default contact", .unknownRecord) { config("defaults: {contact: 1️⃣chat}\n") },
        spoiled("an unknown network", .unknownNetwork) { config("share: {networks: [copy, 1️⃣whatsap]}\n") },
        spoiled("a network without a template", .missingKey, "the network 'line' has no 'template'") {
            config("share: {custom: {line: 1️⃣{label: LINE}}}\n")
        },
        spoiled("a network without a name for readers", .missingKey, "the network 'line' has no 'label'") {
            config("share: {custom: {line: 1️⃣{template: \"https://a.example/?u={url}\"}}}\n")
        },
        spoiled("an unknown key of a network", .unknownKey, "'url' is not a key of a network") {
            config("share: {custom: {line: {label: LINE, template: \"https://a.example/?u={url}\", 1️⃣url: /}}}\n")
        },
        spoiled("a name of a network in capitals", .badValue, "'LINE' is not the name of a network") {
            config("share: {custom: {1️⃣LINE: {label: LINE, template: \"https://a.example/?u={url}\"}}}\n")
        },
        spoiled("an unknown blank", .badValue, "'{tilte}' is not a blank of a share template", help: "did you mean '{title}'?") {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"https://a.example/?u={url}&t={tilte}\"}}}\n")
        },
        spoiled("a template of another scheme", .badURL, help: "begin with 'https://', 'mailto:' or 'sms:'") {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"javascript:open('{url}')\"}}}\n")
        },
        spoiled("a template whose scheme is a blank", .badURL) {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"{url}\"}}}\n")
        },
        spoiled("a template with blanks outside braces", .badURL, help: "write a blank as '%20' and a line break as '%0A'") {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"https://a.example/?t={title} {url}\"}}}\n")
        },
        spoiled("a template with a brace that does not end", .badURL) {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"https://a.example/?u={url}&t={title\"}}}\n")
        },
        spoiled("a template that shares no address", .badValue, help: "put '{url}' where the page's address belongs") {
            config("share: {custom: {line: {label: LINE, template: 1️⃣\"https://a.example/?t={title}\"}}}\n")
        },
        spoiled("an icon that is more than a path", .badValue, "the icon is not the path of an SVG drawing") {
            config(
                "share: {custom: {line: {label: LINE, template: \"https://a.example/?u={url}\", icon: 1️⃣\"M4 4h16\\\"><script>\"}}}\n"
            )
        },
        spoiled("a switch of sharing that is no boolean", .badBoolean) { config("share: {utm: 1️⃣on}\n") },
        spoiled("an address marked on one page only", .unknownKey, "'utm' is not a key of 'share'") {
            article("a", with: "share: {1️⃣utm: true}")
        },
        spoiled("a permalink without a slug", .badValue, "a permalink begins and ends with '/' and has ':slug'") {
            config("permalinks: {articles: 1️⃣/articles/}\n")
            article("a")
        },
        spoiled("a permalink with an unknown part", .badValue, help: "did you mean ':slug'?") {
            config("permalinks: {articles: 1️⃣/articles/:slgu/}\n")
            article("a")
        },
        spoiled("a permalink above the root", .badValue) {
            config("permalinks: {articles: 1️⃣/../:slug/}\n")
            article("a")
        },
        spoiled("a permalink with an empty folder", .badValue) {
            config("permalinks: {articles: 1️⃣//:slug/}\n")
            article("a")
        },
        spoiled("a permalink with a query", .badValue) {
            config("permalinks: {articles: 1️⃣/a?b/:slug/}\n")
            article("a")
        },
        spoiled("a permalink of a section that is not there", .badValue, help: "did you mean 'articles'?") {
            config("permalinks: {article: 1️⃣/a/:slug/}\n")
            article("a")
        },
        spoiled("a rendering of questions that is none", .badValue, help: "did you mean 'accordion'?") {
            config("faq: {rendering: 1️⃣acordion}\n")
        },
        spoiled("an unknown key of questions", .unknownKey, "'render' is not a key of 'faq'", help: "did you mean 'rendering'?") {
            config("faq: {1️⃣render: list}\n")
        },
        spoiled("pages of no length", .badValue, "'paginate' is a whole number from 1 to 1000") { config("paginate: 1️⃣0\n") },
        spoiled("pages of a length in quotes", .badValue, help: "write '20' without quotes") { config("paginate: 1️⃣\"20\"\n") },
        spoiled("a menu that is no list", .wrongType) { config("menu: 1️⃣{label: Home, url: /}\n") },
        spoiled("a menu entry without its address", .missingKey, "a menu entry has no 'url'") {
            config("menu:\n  - 1️⃣label: Home\n")
        },
        spoiled("an address without a slash in the menu", .badURL) { config("menu: [{label: About, url: 1️⃣about}]\n") },
        spoiled("a code whose severity stays", .unknownKey, "'duplicate-id' is not a key of the severities that a site may lower")
        {
            config("severity: {1️⃣duplicate-id: warning}\n")
        },
        spoiled("a severity that is none", .badValue, "'off' is not a severity") { config("severity: {broken-link: 1️⃣off}\n") },
        spoiled("a rule for HTML that is none", .badValue, help: "did you mean 'error'?") { config("markdown: {html: 1️⃣eror}\n") },
        spoiled("an addition to Markdown that is no boolean", .badBoolean) { config("markdown: {smart: 1️⃣no}\n") },
        spoiled("a taxonomy with a blank", .badValue) { config("taxonomies: [tags, 1️⃣Body parts]\n") },
        spoiled("a theme that is not there", .unknownTheme, "there is no theme 'plian'", help: "did you mean 'plain'?") {
            config("theme: 1️⃣plian\n")
        },
        spoiled("a theme out of its folder", .unknownTheme) { config("theme: 1️⃣../content\n") },
        spoiled("a configuration that is a list", .wrongType) { file(path, "1️⃣- title: Test\n") },
        spoiled("a quote that does not end", .yamlSyntax) { config("description: 1️⃣\"Test\n") },
        spoiled("two documents", .yamlSyntax, "a second YAML document") { config("1️⃣---\ntheme: plain\n") },
    ]

    @Test func aSiteWithoutAConfigurationIsNone() async {
        let build = await InMemorySite { article("a") }.build()
        #expect(build.findings == [Finding(place: Place(path: Self.path, line: 1, column: 1), code: .missingConfig)])
    }
}
