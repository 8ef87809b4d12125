import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@Suite struct IconTests {
    @Test func iconsAtTheirUsualPlacesNeedNoConfiguration() async {
        let build = await InMemorySite {
            config()
            file("content/static/favicon.ico", bytes: icoImage([16, 48, 32]))
            file("content/static/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
            file("content/static/apple-touch-icon.png", bytes: pngImage(width: 152, height: 152))
        }.build()
        #expect(build.findings.isEmpty)
        #expect(
            build.outcome.value.site.icons == [
                icon(.favicon, "/favicon.ico", .ico, 48),
                SiteIcon(
                    role: .svg, permalink: Permalink("/favicon.svg"), kind: .svg, size: ImageSize(width: 1200, height: 1200)),
                icon(.apple, "/apple-touch-icon.png", .png, 152),
            ])
    }

    @Test func oneThatIsNotWhatItsNameSaysIsLeftOut() async {
        let build = await InMemorySite {
            config()
            file("content/static/favicon.ico", bytes: pngImage(width: 32, height: 32))
            file("content/static/apple-touch-icon.png", "x")
        }.build()
        #expect(build.findings.isEmpty)
        #expect(build.outcome.value.site.icons == [icon(.favicon, "/favicon.ico", .png, 32)])
    }

    @Test func aSiteThatNamesIconsHasThose() async {
        let build = await InMemorySite {
            config("icons: {favicon: my.ico}\n")
            file("content/my.ico", bytes: icoImage([0]))
            file("content/static/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        }.build()
        #expect(build.findings.isEmpty)
        #expect(build.outcome.value.site.icons == [icon(.favicon, "/my.ico", .ico, 256)])
    }

    @Test func templatesSeeTheLinksAndTheColours() async throws {
        let build = await InMemorySite {
            config("themeColor: {light: \"#fff\", dark: \"#102030\"}\nicons: {png192: /a.png, png512: /b.png}\nmanifest: {}\n")
            file("content/static/a.png", bytes: pngImage(width: 192, height: 192))
            file("content/static/b.png", bytes: pngImage(width: 512, height: 512))
        }.build()
        let values = try #require(build.outcome.value.values(of: "/"))
        for text in [
            "\"rel\": \"manifest\"", "\"url\": \"/site.webmanifest\"", "\"themeColor\": \"#fff\"",
            "\"themeColorDark\": \"#102030\"",
        ] {
            #expect(values.contains(text), "\(text)")
        }
        #expect(!values.contains("a.png"))
        #expect(build.text(of: "site.webmanifest")?.contains("\"sizes\": \"192x192\"") == true)
    }

    private func icon(_ role: IconRole, _ path: String, _ kind: ImageKind, _ side: Int) -> SiteIcon {
        SiteIcon(role: role, permalink: Permalink(path), kind: kind, size: ImageSize(width: side, height: side))
    }
}
