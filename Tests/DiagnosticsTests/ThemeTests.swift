import SiteModel
import SiteTestSupport
import Testing

@Suite struct ThemeTests {
    @Test(arguments: templates) func pointsIntoTheTemplate(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: files) func pointsIntoTheTheme(_ source: SpoiledSource) async { await expectItsMessage(source) }

    private static func page(_ template: String) -> [MarkedFile] {
        [
            file("themes/plain/templates/page.html", template),
            file("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
        ]
    }

    static let templates = [
        spoiled("a tag that does not end", .templateSyntax) { page("<p>\n  1️⃣{% if page.title }}\n</p>\n") },
        spoiled("an 'if' that does not end", .templateSyntax) { page("<p>\n{% 1️⃣if page.title %}x\n</p>\n") },
        spoiled("an unknown tag", .templateSyntax) { page("<p>{% 1️⃣iff page.title %}</p>\n") },
        spoiled("an 'endif' alone", .templateSyntax) { page("<p>{% 1️⃣endif %}</p>\n") },
        spoiled("an expression that does not end", .templateSyntax) { page("<p>1️⃣{{ page.title </p>\n") },
        spoiled("an empty expression", .templateSyntax) { page("<p>{{ 1️⃣}}</p>\n") },
        spoiled("a misspelt field", .templateName, "'pagePage' has no field 'titel'", help: "did you mean 'title'?") {
            page("<p>दूसरी {{ page.1️⃣titel }}</p>\n")
        },
        spoiled("a field of another kind of page", .templateName) { page("{{ page.1️⃣minutes }}\n") },
        spoiled("an unknown variable", .templateName, help: "did you mean 'page'?") { page("{{ 1️⃣pag.title }}\n") },
        spoiled("a misspelt field on a branch that is never taken", .templateName) {
            page("{% if false %}{{ site.1️⃣nam }}{% endif %}\n")
        },
        spoiled("a message that is not there", .templateName, "there is no message 'hom'", help: "did you mean 'home'?") {
            page("{{ t(1️⃣'hom') }}\n")
        },
        spoiled("a block that the base does not have", .templateName) {
            page("{% extends \"base.html\" %}\n{% block 1️⃣mian %}x{% endblock %}\n")
        },
        spoiled("an unknown filter", .templateFilter, "there is no filter 'uper'", help: "did you mean 'upper'?") {
            page("{{ page.title|1️⃣uper }}\n")
        },
        spoiled("a filter on what it does not take", .templateFilter) { page("{{ page.breadcrumbs|1️⃣upper }}\n") },
        spoiled("an include that is not there", .templateInclude, "there is no template 'heder.html'") {
            page("{% include 1️⃣\"heder.html\" %}\n")
        },
        spoiled("a base that is not there", .templateInclude, help: "did you mean 'base.html'?") {
            page("{% extends 1️⃣\"bse.html\" %}\n")
        },
        spoiled("templates in a circle", .templateCycle, "templates go round in a circle: a.html → b.html → a.html") {
            page("{{ page.body }}")
            file("themes/plain/templates/a.html", "{% include \"b.html\" %}\n")
            file("themes/plain/templates/b.html", "x\n{% include 1️⃣\"a.html\" %}\n")
        },
        spoiled("a list that is printed", .templateType) { page("{{ 1️⃣page.breadcrumbs }}\n") },
        spoiled("a value that may be none", .templateType) { page("<p title=\"{{ 1️⃣page.description }}\">\n") },
        spoiled("a loop over text", .templateType) { page("{% for x in 1️⃣page.title %}{{ x }}{% endfor %}\n") },
        spoiled("free data that is not there", .templateValue) { page("{{ page.extra.1️⃣colour }}\n") },
        spoiled("a field in a block", .templateName) {
            file("themes/plain/blocks/care.html", "<div>{{ 1️⃣levl }}{{ content }}</div>\n")
        },
    ]

    static let files = [
        spoiled("an unknown key of a theme", .unknownKey, "'colour' is not a key of a theme") {
            file("themes/plain/theme.yml", "name: plain\n1️⃣colour: red\n")
        },
        spoiled("a theme without a name", .missingKey, "a theme has no 'name'") {
            file("themes/plain/theme.yml", "1️⃣ids: [main]\n")
        },
        spoiled("YAML of a theme", .yamlSyntax) { file("themes/plain/theme.yml", "name: 1️⃣[plain\n") },
        spoiled("blocks that are a list", .wrongType) { file("themes/plain/theme.yml", "name: plain\nblocks: 1️⃣[care]\n") },
        spoiled("a block without a template", .templateInclude, help: "add 'blocks/tip.html' to the theme") {
            file("themes/plain/theme.yml", "name: plain\nblocks: {1️⃣tip: []}\n")
        },
        spoiled("words of the interface that are a list", .wrongType) {
            file("themes/plain/strings/de.yml", "home: 1️⃣[Start]\n")
        },
        spoiled("a plural category that is none", .badValue, "'single' is not a plural category") {
            file("themes/plain/strings/de.yml", "minutesRead: {1️⃣single: eine, other: viele}\n")
        },
        spoiled("a file that has no place in a theme", .themeFile, "'style.css' has no place in a theme") {
            file("themes/plain/style.css", "1️⃣body{}\n")
        },
    ]
}
