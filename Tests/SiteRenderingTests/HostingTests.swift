import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What servers are told, beyond what the golden site and `Tests/servers` show.
@Suite struct HostingTests {
    @Test func aSiteThatSaysNothingGetsTheFilesOfHostsThatReadThem() async {
        let build = await InMemorySite {
            config()
            article("a", with: "aliases: /old/")
        }.build()
        let headers = build.text(of: "_headers")
        #expect(headers?.contains("\n/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; ") == true)
        #expect(headers?.contains("img-src 'self' data:; ") == true)
        #expect(headers?.contains("Strict-Transport-Security") == false)
        #expect(headers?.contains("No-Vary-Search") == false)
        #expect(build.text(of: "_redirects")?.hasSuffix("\n/old/ /articles/a/ 301\n") == true)
        #expect(!build.outcome.value.files.contains { $0.path.hasPrefix(".hosting") })
    }

    @Test func aSiteThatNamesNoServersGetsNone() async {
        let build = await InMemorySite { config("hosting: {servers: []}\n") }.build()
        #expect(!build.outcome.value.files.contains { $0.path.hasPrefix("_") || $0.path.hasPrefix(".") })
    }

    @Test(arguments: ["_headers", "_redirects", "robots.txt", "site.webmanifest"])
    func aFileOfTheSiteTakesThePlaceOfOneThatIsMade(name: String) async {
        let build = await InMemorySite {
            config("manifest: {}\nicons: {png192: /a.png, png512: /b.png}\n")
            file("content/static/a.png", bytes: pngImage(width: 192, height: 192))
            file("content/static/b.png", bytes: pngImage(width: 512, height: 512))
            file("content/static/" + name, "mine")
        }.build()
        #expect(build.findings.isEmpty)
        let paths = build.outcome.value.files.map(\.path)
        #expect(paths.count { $0 == name } == 1 && build.text(of: name) == nil)
    }

    @Test func aPromiseOfHTTPSIsMadeUnderHTTPSOnly() async {
        let site = InMemorySite { config("hosting: {hsts: preload}\n") }
        let secure = await site.build().text(of: "_headers")
        #expect(secure?.contains("  Strict-Transport-Security: max-age=63072000; includeSubDomains; preload\n") == true)
        #expect(secure?.contains("; upgrade-insecure-requests\n") == true)
        let preview = await site.build { $0.baseURL = BaseURL(origin: "http://localhost:8000", path: "/") }
        #expect(preview.text(of: "_headers")?.contains("Strict-Transport-Security") == false)
        #expect(preview.text(of: "_headers")?.contains("upgrade-insecure-requests") == false)
    }

    @Test(arguments: [
        ("![x](https://B.example/x.png) ![x](https://a.example/x.png)", "https://a.example https://b.example"),
        ("![x](https://a.example:443/x.png)", "https://a.example"),
        ("![x](http://a.example:8080/x.png)", "https://a.example:8080"),
        ("![x](https://www.example.org/x.png)", ""),
        ("![x](https://münchen.example/x.png)", "https://xn--mnchen-3ya.example"),
        ("![x](https://他们为什么不说中文/x.png)", "https://xn--ihqwcrb4cv8a8dqg056pqjye"),
        ("![x](https://MajiでKoiする5秒前/x.png)", "https://xn--majikoi5-783gue6qz075azm5e"),
        ("![x](https://m%C3%BCnchen.example/x.png)", "https://xn--mnchen-3ya.example"),
        ("![x](https://" + String(repeating: "中文", count: 40) + ".example/x.png)", ""),
        ("<img alt=x src=\"https://a.example'; script-src x/a.png\">", ""),
        ("<IMG ALT=x SRC='//a.example/x.png'>", "https://a.example"),
        (
            "<picture><source srcset=\"https://a.example/1.png, https://b.example/2.png 2x\"></picture>",
            "https://a.example https://b.example"
        ),
        ("`<img alt=x src=\"https://a.example/x.png\">`", ""), ("[x](https://a.example/)", ""),
        ("<a href=\"https://a.example/\">x</a>", ""), ("<img alt=x src=/x.png> <img alt=x src=data:image/png;base64,AA==>", ""),
    ]) func picturesOfOtherSitesAreLetInByTheirOrigin(text: String, origins: String) async throws {
        let build = await InMemorySite {
            config()
            article("a", text + "\n")
        }.build()
        let policy = try #require(build.text(of: "_headers"))
        let expected = (["img-src 'self' data:"] + (origins.isEmpty ? [] : [origins])).joined(separator: " ")
        #expect(policy.contains("; \(expected); font-src"), "\(policy)")
    }

    @Test func everyTextOfTheSiteIsLookedAt() async {
        let build = await InMemorySite {
            config("publisher: {name: P, logo: https://h.example/x.png}\n")
            article("a", "![x](https://a.example/x.png)\n")
            articleFolder("b")
            file("content/articles/b/faq.md", "## Q? {#q}\n\n![x](https://b.example/x.png)\n")
            file("content/pages/c.md", "---\ntitle: C\n---\n![x](https://c.example/x.png)\n")
            file("content/_index.md", "---\ntitle: D\n---\n![x](https://d.example/x.png)\n")
            file("content/articles/_index.md", "---\ntitle: E\n---\n![x](https://e.example/x.png)\n")
            file(
                "content/faqs/f.md",
                "---\ntitle: F\n---\n![x](https://f.example/x.png)\n\n## Q? {#q}\n\n<video src='https://m.example/x'></video>\n")
            file("content/people/g.md", "---\nname: G\n---\n![x](https://g.example/x.png)\n")
            file(
                "content/articles/draft.md", "---\ntitle: Z\ndate: 2026-09-01\ndraft: true\n---\n![x](https://z.example/x.png)\n")
        }.build()
        let policy = build.text(of: "_headers") ?? ""
        let origins = "abcdefgh".map { "https://\($0).example" }.joined(separator: " ")
        #expect(policy.contains("; img-src 'self' data: \(origins); "), "\(policy)")
        #expect(policy.contains("; media-src 'self' https://m.example; "))
    }

    @Test func htmlThatPagesShowAsTextLoadsNothing() async {
        let build = await InMemorySite {
            config("markdown: {html: escape}\n")
            article("a", "<img alt=x src=\"https://a.example/x.png\">\n")
        }.build()
        #expect(build.text(of: "_headers")?.contains("a.example") == false)
    }

    @Test func aListTooLongForALineBecomesAScheme() async {
        let images = (0..<80).map { "![x](https://pictures-\($0).example.com/x.png)" }.joined(separator: "\n")
        let build = await InMemorySite {
            config()
            article("a", images + "\n")
        }.build()
        #expect(build.text(of: "_headers")?.contains("; img-src 'self' data: https:; ") == true)
    }

    @Test func aSiteOfManyFoldersStaysWithinTheRulesOfCloudflare() async throws {
        for count in [80, 120] {
            let build = await InMemorySite {
                config("feeds: {items: 0}\n")
                for number in 0..<count { file("content/pages/p\(number).md", "---\ntitle: P\n---\nText.\n") }
            }.build()
            let headers = try #require(build.text(of: "_headers"))
            let rules = headers.split(separator: "\n").count { $0.hasPrefix("/") }
            #expect(rules == (count == 80 ? 84 : 3))
        }
    }

    @Test(arguments: [("cloudflare", 2000), ("netlify", 2101)])
    func redirectsStayWithinWhatTheirHostTakes(server: String, count: Int) async throws {
        let long = "/" + String(repeating: "%20", count: 200) + "/" + String(repeating: "%20", count: 200) + "/"
        let aliases = (["\"\(long)\""] + (0..<2100).map { "/old-\($0)/" }).joined(separator: ", ")
        let build = await InMemorySite {
            config("hosting: {servers: [\(server)]}\n")
            article("a", with: "aliases: [\(aliases)]")
        }.build()
        #expect(build.findings.isEmpty)
        let lines = try #require(build.text(of: "_redirects")).split(separator: "\n").dropFirst()
        #expect(lines.count == count)
        #expect(lines.contains { $0.utf8.count > 1_000 } == (server == "netlify"))
    }

    @Test func crawlersThatTheSiteNamesAreAskedToStayAway() async {
        let build = await InMemorySite { config("robots: {disallow: [GPTBot, gptbot, CCBot]}\n") }.build()
        #expect(
            build.text(of: "robots.txt")
                == "User-agent: *\nAllow: /\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\n"
                + "Sitemap: https://www.example.org/sitemap.xml\n")
    }
}
