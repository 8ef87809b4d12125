import SitePipeline
import SiteRendering
import SiteTestSupport
import Testing

/// Where in the menu a page stands.
@Suite struct MenuTests {
    private static let site = InMemorySite {
        config(
            "menu: [{label: Start, url: /}, {label: Articles, url: /articles/}, {label: One, url: /articles/one/}, {label: Far, url: \"https://example.com/\"}]\n"
        )
        article("one")
        article("two")
        file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    }.with(theme: embeddedTheme())

    @Test(arguments: [
        ("index.html", ["Start"]), ("articles/index.html", ["Articles"]), ("articles/two/index.html", ["Articles"]),
        ("articles/one/index.html", ["Articles", "One"]), ("about/index.html", []),
    ])
    func entriesAboveAPageAreCurrent(_ path: String, _ current: [String]) async throws {
        let build = await Self.site.build()
        let page = try #require(build.text(of: path), "\(build.terminalText)")
        for (label, url) in [
            ("Start", "/"), ("Articles", "/articles/"), ("One", "/articles/one/"), ("Far", "https://example.com/"),
        ] {
            let mark = "/" + path == url + "index.html" ? "page" : "true"
            let shown = "<li><a href=\"\(url)\"\(current.contains(label) ? " aria-current=\"\(mark)\"" : "")>\(label)</a></li>"
            #expect(page.contains(shown), "\(shown)")
        }
    }
}
