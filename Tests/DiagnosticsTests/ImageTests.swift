import SiteModel
import SiteTestSupport
import Testing

@Suite struct ImageTests {
    @Test(arguments: files) func saysWhatAFileIs(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let files = [
        spoiled("a picture that is text", .badImage, "'b.png' cannot be read as an image") {
            articleFolder("a", "One\n\n1️⃣![B](b.png)\n")
            file("content/articles/a/b.png", "x")
        },
        spoiled("a picture that is cut off", .badImage) {
            articleFolder("a", "One 1️⃣![B](b.png) two\n")
            file("content/articles/a/b.png", bytes: Array(pngImage(width: 20, height: 10).prefix(20)))
        },
        spoiled("a picture that is empty", .badImage) {
            articleFolder("a", "1️⃣![B](b.jpeg)\n")
            file("content/articles/a/b.jpeg", "")
        },
        spoiled(
            "a document for a picture", .badImage, "'b.pdf' is no image that browsers show",
            help: "use a file in one of the formats PNG, JPEG, GIF, WebP, AVIF, SVG"
        ) {
            articleFolder("a", "1️⃣![B](b.pdf)\n")
            file("content/articles/a/b.pdf", "%PDF-1.7")
        },
        spoiled("an SVG that names no namespace", .badImage) {
            article("a", "1️⃣![B](/b.svg)\n")
            file("content/static/b.svg", "<svg width=\"20\" height=\"10\"/>")
        },
        spoiled("a broken picture of an article", .badImage) {
            articleFolder("a", with: "image: {src: 1️⃣b.png, alt: B}")
            file("content/articles/a/b.png", "x")
        },
        spoiled("a broken portrait", .badImage) {
            file("content/people/ann.md", "---\nname: Ann\nimage: {src: 1️⃣ann.png, alt: Ann}\n---\n")
            file("content/people/ann.png", "x")
        },
        spoiled("a broken logo", .badImage) {
            config("publisher: {name: A, logo: 1️⃣/logo.png}\n")
            file("content/static/logo.png", "x")
        },
        spoiled("a broken picture in an answer", .badImage) {
            articleFolder("a")
            file("content/articles/a/faq.md", "## Why? {#why}\n\n1️⃣![B](b.png)\n")
            file("content/articles/a/b.png", "x")
        },
        spoiled("a PNG by the name of a JPEG", .misnamedImage, "'b.jpg' is a PNG by its content", help: "rename it to 'b.png'") {
            articleFolder("a", "1️⃣![B](b.jpg)\n")
            file("content/articles/a/b.jpg", bytes: pngImage(width: 20, height: 10))
        },
        spoiled(
            "a JPEG by the name of a PNG", .misnamedImage, "'b.c.PNG' is a JPEG by its content", help: "rename it to 'b.c.jpg'"
        ) {
            articleFolder("a", with: "image: {src: 1️⃣b.c.PNG, alt: B}")
            file("content/articles/a/b.c.PNG", bytes: jpegImage(width: 1200, height: 675))
        },
        spoiled("an SVG by the name of a PNG", .badImage, "'b.png' is an SVG by its content", help: "rename it to 'b.svg'") {
            articleFolder("a", "1️⃣![B](b.png)\n")
            file("content/articles/a/b.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        },
        spoiled("a PNG by the name of an SVG", .badImage) {
            articleFolder("a", "1️⃣![B](b.svg)\n")
            file("content/articles/a/b.svg", bytes: pngImage(width: 20, height: 10))
        },
    ]

    /// A file that no page shows is published as it is.
    @Test func aFileThatNobodyShowsMayHoldAnything() async {
        let site = InMemorySite {
            config()
            article("a", "[The file](/b.png)\n")
            file("content/static/b.png", "x")
        }
        #expect(await site.build().findings.isEmpty)
    }
}
