import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@Suite struct ShareImageTests {
    @Test(arguments: chosen) func pointsAtTheChosenImage(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: own) func pointsAtTheArticlesImage(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test(arguments: [(1200, 630), (1200, 675), (2400, 1260)]) func aGoodImageIsLeftInPeace(_ size: (Int, Int)) async {
        let build = await InMemorySite {
            config("share: {image: /s.png}\n")
            articleFolder("a", with: "image: {src: p.png, alt: A bed}")
            file("content/articles/a/share.md", "---\nimage: p.png\n---\n")
            file("content/articles/a/p.png", bytes: image(size.0, size.1, 300_000))
            file("content/static/s.png", bytes: image(size.0, size.1, 299_999))
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
    }

    /// What networks cannot show is not shared, and the site's own image takes its place.
    @Test func anArticlesDrawingIsNotShared() async throws {
        let build = await InMemorySite {
            config("share: {image: /s.png}\n")
            articleFolder("a", with: "image: {src: p.svg, alt: A bed}\nallow: [poor-share-image]")
            articleFolder("b", with: "image: {src: p.png, decorative: true}")
            file("content/articles/a/p.svg", svg)
            file("content/articles/b/p.png", bytes: image(1200, 630, 1000))
            file("content/static/s.png", bytes: image(1200, 630, 1000))
        }.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        let pages = build.outcome.value.site.pages
        func share(_ path: String) -> PublishedImage? {
            guard case .article(let article)? = pages.first(where: { $0.permalink.path == path })?.content else { return nil }
            return article.value.share.image
        }
        #expect(share("/articles/a/")?.source == "/s.png")
        // A picture that needs no words on the page needs them where it stands alone.
        #expect(share("/articles/b/")?.source == "/articles/b/p.png")
        #expect(share("/articles/b/")?.alternative == "An article")
    }

    static let chosen = [
        spoiled(
            "a drawing", .badShareImage, "'p.svg' is an SVG, which networks do not show",
            help: "use a JPEG or PNG of 1200 × 630 pixels or a little more, and of less than 300 KB"
        ) {
            articleFolder("a")
            file("content/articles/a/share.md", "---\nimage: 1️⃣p.svg\n---\n")
            file("content/articles/a/p.svg", svg)
        },
        spoiled("a stamp", .badShareImage, "'p.png' has 199 × 300 pixels, and networks show none below 200 × 200") {
            article("a", with: "share: {image: 1️⃣/p.png}")
            file("content/static/p.png", bytes: image(199, 300, 100))
        },
        spoiled("a photograph as it left the camera", .badShareImage, "'p.png' has 5.1 MB, and networks take none above 5") {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(1200, 630, 5_000_001))
        },
        spoiled("an image of another site", .badShareImage, help: "put it into 'content/static/', and write '/p.png'") {
            config("share: {image: 1️⃣\"http://example.org/a/p.png\"}\n")
        },
        spoiled("a small image", .poorShareImage) {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(1199, 630, 100))
        },
        spoiled("a heavy image", .poorShareImage, "'p.png' has 301 KB, and WhatsApp often shows none above 300") {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(1200, 630, 301_000))
        },
        spoiled("a very heavy image", .poorShareImage, "'p.png' has 601 KB, and WhatsApp shows none above 600") {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(1200, 630, 601_000))
        },
        spoiled("a square", .shareImageRatio, "'p.png' has 1200 × 1200 pixels, of which networks cut off a part") {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(1200, 1200, 100))
        },
        spoiled("a panorama", .shareImageRatio) {
            config("share: {image: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(2700, 630, 100))
        },
        spoiled("a small logo", .smallLogo, "the logo has 111 × 400 pixels, and search engines take none below 112 × 112") {
            config("publisher: {name: A, logo: 1️⃣/p.png}\n")
            file("content/static/p.png", bytes: image(111, 400, 100))
        },
    ]

    static let own = [
        spoiled("a drawing", .poorShareImage, "'p.svg' is an SVG, which networks do not show, so shared links go without it") {
            articleFolder("a", with: "image: {src: 1️⃣p.svg, alt: A bed}")
            file("content/articles/a/p.svg", svg)
        },
        spoiled("a small picture", .poorShareImage) {
            articleFolder("a", with: "image: {src: 1️⃣p.png, alt: A bed}")
            file("content/articles/a/p.png", bytes: image(800, 450, 100))
        },
    ]
}

private let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>"

/// A PNG of a size in pixels and a weight in bytes.
private func image(_ width: Int, _ height: Int, _ weight: Int) -> [UInt8] {
    let start = pngImage(width: width, height: height)
    return start + Array(repeating: 0, count: max(0, weight - start.count))
}
