import SiteModel
import SiteTestSupport
import Testing

/// What is said about icons, the web manifest, crawlers and servers.
@Suite struct DiscoveryTests {
    @Test(arguments: icons + settings) func pointsAtTheReason(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let icons = [
        spoiled("an icon that is not there", .missingImage, "no image '/favicn.ico'", help: "did you mean 'favicon.ico'?") {
            config("icons: {favicon: 1️⃣/favicn.ico}\n")
            file("content/static/favicon.ico", bytes: icoImage([32]))
        },
        spoiled("an icon that cannot be read", .badImage, "'favicon.ico' cannot be read as an image") {
            config("icons: {favicon: 1️⃣/favicon.ico}\n")
            file("content/static/favicon.ico", "x")
        },
        spoiled(
            "an icon of the wrong size", .badIcon, "'/a.png' is 192 × 192 pixels, where 'apple' is 180 × 180",
            help: "save it in that size"
        ) {
            config("icons:\n  apple: 1️⃣/a.png\n")
            file("content/static/a.png", bytes: pngImage(width: 192, height: 192))
        },
        spoiled("an icon that is no square", .badIcon, "'/a.png' is 180 × 190 pixels, and icons are square") {
            config("icons: {apple: 1️⃣/a.png}\n")
            file("content/static/a.png", bytes: pngImage(width: 180, height: 190))
        },
        spoiled("a maskable icon that is too small", .badIcon) {
            config("icons: {maskable: 1️⃣/a.png}\n")
            file("content/static/a.png", bytes: pngImage(width: 192, height: 192))
        },
        spoiled(
            "an icon of the wrong kind", .badIcon, "'/a.jpg' is a JPEG, where 'favicon' is ICO or PNG",
            help: "save it as ICO or PNG"
        ) {
            config("icons: {favicon: 1️⃣/a.jpg}\n")
            file("content/static/a.jpg", bytes: jpegImage(width: 32, height: 32))
        },
        spoiled("a PNG for an SVG", .badIcon, "'/a.png' is a PNG, where 'svg' is SVG") {
            config("icons: {svg: 1️⃣/a.png}\n")
            file("content/static/a.png", bytes: pngImage(width: 32, height: 32))
        },
        spoiled("an icon of another site", .missingImage) { config("icons: {svg: 1️⃣https://example.org/a.svg}\n") },
        spoiled("an unknown icon", .unknownKey, "'appel' is not a key of the icons", help: "did you mean 'apple'?") {
            config("icons: {1️⃣appel: /a.png}\n")
        },
        spoiled("a manifest without a large icon", .badIcon, "the web manifest has no icon of 512 × 512 pixels") {
            config("icons: {png192: /a.png}\n1️⃣manifest: {}\n")
            file("content/static/a.png", bytes: pngImage(width: 192, height: 192))
        },
    ]

    static let settings = [
        spoiled("a way to show that is none", .badValue, help: "the values are browser, minimal-ui") {
            config("\(manifestIcons)manifest: {display: 1️⃣kiosk}\n")
            manifestFiles
        },
        spoiled("a manifest that is no group", .wrongType) { config("manifest: 1️⃣true\n") },
        spoiled("an unknown key of the manifest", .unknownKey) {
            config("\(manifestIcons)manifest: {1️⃣name: A}\n")
            manifestFiles
        },
        spoiled("a colour in words", .badValue, "'navy' is not a colour") { config("themeColor: 1️⃣navy\n") },
        spoiled("a colour of four digits", .badValue) { config("themeColor: 1️⃣\"#1234\"\n") },
        spoiled("a colour that is a comment", .badValue, "'themeColor' has no value") { config("1️⃣themeColor: #336699\n") },
        spoiled("a colour for dark pages alone", .missingKey) { config("themeColor: 1️⃣{dark: \"#000\"}\n") },
        spoiled("all crawlers", .badValue, "'*' is not the name of a crawler") { config("robots: {disallow: 1️⃣\"*\"}\n") },
        spoiled("a crawler of two words", .badValue) { config("robots: {disallow: [1️⃣GPT Bot]}\n") },
        spoiled("an unknown key of robots", .unknownKey) { config("robots: {1️⃣allow: [GPTBot]}\n") },
        spoiled("an unknown server", .badValue, help: "did you mean 'nginx'?") { config("hosting: {servers: [1️⃣ngnix]}\n") },
        spoiled("a promise of https that is none", .badValue, help: "the values are host, subdomains, preload") {
            config("hosting: {hsts: 1️⃣\"yes\"}\n")
        },
        spoiled("an unknown key of the hosting", .unknownKey) { config("hosting: {1️⃣server: nginx}\n") },
        spoiled("an alias that needs a made file to be a folder", .duplicateURL) {
            article("a", with: "aliases: 1️⃣/_headers/old/")
        },
        spoiled("a link to a manifest that is not made", .brokenLink) { article("a", "1️⃣[x](/site.webmanifest)\n") },
    ]

    private static let manifestIcons = "icons: {png192: /a.png, png512: /b.png}\n"
    private static let manifestFiles = [
        file("content/static/a.png", bytes: pngImage(width: 192, height: 192)),
        file("content/static/b.png", bytes: pngImage(width: 512, height: 512)),
    ]
}
