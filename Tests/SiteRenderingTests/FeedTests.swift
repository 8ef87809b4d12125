import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FeedTests {
    @Test func theSiteAndEverySectionHaveBothForms() async throws {
        let build = await InMemorySite {
            config("feeds: {items: 2}\n")
            file("content/articles/a.md", "---\ntitle: A\ndate: 2026-09-01\n---\nText.\n")
            file("content/articles/b.md", "---\ntitle: B\ndate: 2026-09-02\n---\nText.\n")
            file("content/notes/_index.md", "---\ntitle: Notes\ndescription: Short ones.\n---\n")
            file("content/notes/c.md", "---\ntitle: C\ndate: 2026-09-03\nnoindex: true\n---\nText.\n")
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        #expect(try titles(build, "feed.json") == ["C", "B"])
        #expect(try titles(build, "articles/feed.json") == ["B", "A"])
        #expect(try titles(build, "notes/feed.json") == ["C"])
        for folder in ["", "articles/", "notes/"] {
            let atom = try #require(build.text(of: folder + "feed.xml"))
            let reader = try AtomReader(atom)
            #expect(try reader.entryTitles == titles(build, folder + "feed.json"))
            #expect(
                atom.contains(
                    "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://www.example.org/\(folder)feed.xml\"/>"))
        }
        let notes = try json(build, "notes/feed.json")
        #expect(notes["title"] as? String == "Test – Notes")
        #expect(notes["description"] as? String == "Short ones.")
        #expect(notes["home_page_url"] as? String == "https://www.example.org/notes/")
        #expect(notes["feed_url"] as? String == "https://www.example.org/notes/feed.json")
        #expect(notes["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(try AtomReader(build.text(of: "notes/feed.xml")).texts["feed/title"] == ["Test – Notes"])
    }

    @Test func anEntryHasEverythingThatIsKnownOfItsArticle() async throws {
        let build = await InMemorySite {
            config("publisher: {name: The Press, url: /about/}\n")
            file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
            file("content/people/ann.md", "---\nname: Ann Lee\n---\n")
            file(
                "content/articles/a/index.md",
                "---\ntitle: A <b> & c\ndescription: In short.\ndate: 2026-09-01T09:00:00+05:30\nupdated: 2026-10-01\n"
                    + "authors: [ann]\ntags: [one, two words]\nimage: {src: p.png, alt: A bed}\nlanguage: hi\n---\nText.\n")
            file("content/articles/a/p.png", bytes: pngImage(width: 30, height: 20))
        }.build()
        let item = try #require(try items(build, "feed.json").first)
        #expect(item["id"] as? String == "https://www.example.org/articles/a/")
        #expect(item["url"] as? String == "https://www.example.org/articles/a/")
        #expect(item["title"] as? String == "A <b> & c")
        #expect(item["summary"] as? String == "In short.")
        #expect(item["image"] as? String == "https://www.example.org/articles/a/p.png")
        #expect(item["date_published"] as? String == "2026-09-01T09:00:00+05:30")
        #expect(item["date_modified"] as? String == "2026-10-01T00:00:00Z")
        #expect(item["tags"] as? [String] == ["one", "two words"])
        #expect(item["language"] as? String == "hi")
        #expect(
            item["content_html"] as? String
                == "<p><img src=\"https://www.example.org/articles/a/p.png\" alt=\"A bed\" width=\"30\" height=\"20\" /></p>\n<p>Text.</p>\n"
        )
        let author = try #require((item["authors"] as? [[String: String]])?.first)
        #expect(author == ["name": "Ann Lee", "url": "https://www.example.org/people/ann/"])
        let atom = try AtomReader(build.text(of: "feed.xml"))
        #expect(atom.texts["feed/author/name"] == ["The Press"])
        #expect(atom.texts["feed/author/uri"] == ["https://www.example.org/about/"])
        #expect(atom.texts["feed/entry/author/uri"] == ["https://www.example.org/people/ann/"])
        #expect(atom.texts["feed/entry/title"] == ["A <b> & c"])
        #expect(atom.texts["feed/entry/summary"] == ["In short."])
        #expect(atom.texts["feed/entry/content"] == [item["content_html"] as? String ?? ""])
        #expect(atom.attributes["feed/entry"] == [["xml:lang": "hi"]])
        #expect(atom.attributes["feed/entry/category"] == [["term": "one"], ["term": "two words"]])
    }

    @Test func aFeedChangesWhenAnArticleDoesAndNotWithTheClock() async throws {
        let site = InMemorySite {
            config()
            file("content/articles/a.md", "---\ntitle: A\ndate: 2026-09-01\nupdated: 2026-10-20\n---\nText.\n")
            file("content/articles/b.md", "---\ntitle: B\ndate: 2026-10-02\n---\nText.\n")
        }
        let today = await site.build()
        #expect(try AtomReader(today.text(of: "feed.xml")).texts["feed/updated"] == ["2026-10-20T00:00:00Z"])
        let later = await site.build { $0.now = Instant(seconds: testClock.seconds + 100_000_000, offset: 0) }
        for name in ["feed.xml", "feed.json", "sitemap.xml"] { #expect(today.text(of: name) == later.text(of: name)) }
    }

    @Test func anArticleThatMovesKeepsTheIDThatItsEditorSays() async throws {
        let build = await InMemorySite {
            config()
            article("new-name", with: "id: https://www.example.org/articles/old-name/\naliases: [/articles/old-name/]")
            article("other", with: "id: \"tag:example.org,2026:other\"")
        }.build()
        let ids = try items(build, "feed.json").compactMap { $0["id"] as? String }
        #expect(ids == ["https://www.example.org/articles/old-name/", "tag:example.org,2026:other"])
        #expect(try AtomReader(build.text(of: "feed.xml")).texts["feed/entry/id"] == ids)
    }

    @Test func aSiteCanHaveSummariesOrNoFeedsAtAll() async throws {
        let short = await InMemorySite {
            config("feeds: {content: summary}\n")
            article("a", "First words.\n\n## More\n\nThe rest.\n")
        }.build()
        let item = try #require(try items(short, "feed.json").first)
        #expect(item["content_text"] as? String == "First words." && item["content_html"] == nil)
        #expect(try AtomReader(short.text(of: "feed.xml")).texts["feed/entry/content"] == nil)
        let none = await InMemorySite {
            config("feeds: {items: 0}\n")
            article("a")
        }.build()
        #expect(none.text(of: "feed.xml") == nil && none.text(of: "articles/feed.json") == nil)
        let empty = await InMemorySite {
            config()
            file("content/articles/_index.md", "---\ntitle: Articles\n---\n")
        }.build()
        #expect(empty.text(of: "feed.xml") == nil && empty.text(of: "articles/feed.json") == nil)
    }

    @Test func aFileOfTheSiteTakesThePlaceOfAFeedAndLinksToFeedsAreGood() async {
        let build = await InMemorySite {
            config()
            article("a", "The [feed](/feed.xml), [that](/articles/feed.json) of articles.\n")
            file("content/static/feed.xml", "mine")
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        #expect(build.text(of: "feed.xml") == nil)
        #expect(build.outcome.value.files.count { $0.path == "feed.xml" } == 1)
        #expect(build.text(of: "feed.json") != nil)
    }

    @Test func pagesNameTheFeedsOfTheSiteAndOfTheirSection() async throws {
        let build = await InMemorySite {
            file("content/site.yml", "title: Test\nbaseURL: https://www.example.org/base/\n")
            article("a")
            file("content/notes/c.md", "---\ntitle: C\ndate: 2026-09-03\n---\nText.\n")
            file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
            file(
                "themes/plain/templates/base.html",
                "{% for feed in page.feeds %}{{ feed.type }} {{ feed.title }} {{ feed.url }}\n{% endfor %}{% block main %}{% endblock %}"
            )
        }.build()
        let site = "application/atom+xml Test /base/feed.xml\napplication/feed+json Test /base/feed.json\n"
        let notes =
            "application/atom+xml Test – Notes /base/notes/feed.xml\napplication/feed+json Test – Notes /base/notes/feed.json\n"
        #expect(try #require(build.text(of: "about/index.html")).hasPrefix(site + "<h1>"))
        #expect(try #require(build.text(of: "404.html")).hasPrefix(site + "<h1>"))
        #expect(try #require(build.text(of: "notes/c/index.html")).hasPrefix(site + notes + "<h1>"))
        #expect(try #require(build.text(of: "notes/index.html")).hasPrefix(site + notes + "<h1>"))
    }

    @Test func charactersThatXMLCannotHaveAreLeftOut() async throws {
        let build = await InMemorySite {
            config()
            file(
                "content/articles/a.md",
                "---\ntitle: \"A\\x01B\"\ndate: 2026-09-01\n---\nOne&#1;two&#xFFFE;three &#xE9;\u{FB01} <i title='&#8;'>x</i>\n")
        }.build()
        let atom = try AtomReader(build.text(of: "feed.xml"))
        #expect(atom.texts["feed/entry/title"] == ["AB"])
        #expect(atom.texts["feed/entry/content"] == ["<p>Onetwo\u{FFFD}three é\u{FB01} <i title=\"\">x</i></p>\n"])
    }
}

func json(_ build: TestBuild, _ path: String) throws -> [String: Any] {
    let text = try #require(build.text(of: path))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

func items(_ build: TestBuild, _ path: String) throws -> [[String: Any]] {
    try #require(try json(build, path)["items"] as? [[String: Any]])
}

private func titles(_ build: TestBuild, _ path: String) throws -> [String] {
    try items(build, path).compactMap { $0["title"] as? String }
}
