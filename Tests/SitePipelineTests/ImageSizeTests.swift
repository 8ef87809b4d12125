import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Sizes on their way from files into pages.
@Suite struct ImageSizeTests {
    @Test func imagesInTextsHaveTheSizeOfTheirFiles() async {
        let site = InMemorySite {
            config()
            articleFolder("a", "Text.\n\n## One\n\n![B](b.png)\n\nTwo ![C](/c.jpg) three\n")
            file("content/articles/a/b.png", bytes: pngImage(width: 640, height: 360))
            file("content/static/c.jpg", bytes: jpegImage(width: 50, height: 40))
        }
        let page = await site.build().text(of: "articles/a/index.html") ?? ""
        #expect(
            page.contains(
                "src=\"/articles/a/b.png\" alt=\"B\" width=\"640\" height=\"360\" loading=\"lazy\" decoding=\"async\" />"))
        #expect(page.contains("src=\"/c.jpg\" alt=\"C\" width=\"50\" height=\"40\" loading"))
    }

    /// The size of a JPEG may stand behind a profile and previews, however large they are.
    @Test(arguments: [0, 3000, 100_000, 300_000, 2_000_000]) func aSizeIsFoundFarInAFile(count: Int) async {
        let site = InMemorySite {
            config()
            article("a", "![B](/b.jpg)\n")
            file("content/static/b.jpg", bytes: jpegImage(width: 70, height: 60, sizeBehind: count))
        }
        let build = await site.build()
        #expect(build.findings.isEmpty)
        #expect(build.text(of: "articles/a/index.html")?.contains("width=\"70\" height=\"60\"") == true)
    }

    /// What readers see first is not kept back; everything else is.
    @Test(arguments: [
        ("![B](/b.png)\n\n![C](/c.png)\n", "", "b"), ("Text.\n\n![B](/b.png)\n\n## One\n\n![C](/c.png)\n", "", "b"),
        ("## One\n\n![B](/b.png)\n\n## Two\n\n![C](/c.png)\n", "", "b"),
        ("Text.\n\n## One\n\n![B](/b.png)\n\n![C](/c.png)\n", "", nil),
        ("## One\n\n## Two\n\n![B](/b.png)\n\n![C](/c.png)\n", "", nil),
        ("![B](/b.png)\n\n![C](/c.png)\n", "image: {src: /b.png, alt: B}", nil),
        (":::care\n![B](/b.png)\n:::\n\n![C](/c.png)\n", "", "b"),
    ])
    func theFirstImageOfAPageLoadsAtOnce(text: String, frontMatter: String, prompt: String?) async {
        let site = InMemorySite {
            config()
            article("a", text, with: frontMatter)
            file("content/static/b.png", bytes: pngImage(width: 20, height: 10))
            file("content/static/c.png", bytes: pngImage(width: 20, height: 10))
        }
        let page = await site.build().text(of: "articles/a/index.html") ?? ""
        for name in ["b", "c"] {
            let image = "src=\"/\(name).png\" alt=\"\(name.uppercased())\" width=\"20\" height=\"10\""
            #expect(page.contains(image + (name == prompt ? " />" : " loading=\"lazy\" decoding=\"async\" />")), "\(page)")
        }
    }

    @Test func imagesInAnswersAreKeptBack() async {
        let site = InMemorySite {
            config()
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\n![B](/b.png)\n")
            file("content/static/b.png", bytes: pngImage(width: 20, height: 10))
        }
        let page = await site.build().text(of: "articles/a/index.html") ?? ""
        #expect(page.contains("width=\"20\" height=\"10\" loading=\"lazy\""))
    }

    @Test func aFileIsReadNoFurtherThanAsked() throws {
        let folder = try TemporaryFolder()
        try folder.write("0123456789", to: "a.txt")
        let files = DiskFileSystem(root: folder.path)
        #expect(try files.read("a.txt", upTo: 4) == FileStart(bytes: Array("0123".utf8), size: 10))
        #expect(try files.read("a.txt", upTo: 10) == FileStart(bytes: Array("0123456789".utf8), size: 10))
        #expect(try files.read("a.txt", upTo: 11).isWhole)
        #expect(try files.read("a.txt", upTo: 4).isWhole == false)
        #expect(try files.read("a.txt") == Array("0123456789".utf8))
    }
}
