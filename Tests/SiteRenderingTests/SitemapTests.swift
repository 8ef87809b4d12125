import SiteModel
import SitePipeline
import SiteRendering
import SiteTestSupport
import Testing

@Suite struct SitemapTests {
    private let site = InMemorySite {
        config()
        article("a", with: "updated: 2026-10-01")
        article("b", with: "noindex: true")
        file("content/pages/é & o.md", "---\ntitle: E\naliases: [/old/]\n---\nText.\n")
    }

    @Test func everyPageThatMayBeListedIsInIt() async throws {
        let build = await site.build()
        let map = try AtomReader(build.text(of: "sitemap.xml"))
        #expect(
            map.texts["urlset/url/loc"] == [
                "https://www.example.org/", "https://www.example.org/articles/", "https://www.example.org/articles/a/",
                "https://www.example.org/%C3%A9-o/",
            ])
        #expect(map.texts["urlset/url/lastmod"]?.contains("2026-10-01T00:00:00Z") == true)
        #expect(map.attributes["urlset"] == [["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]])
        #expect(build.text(of: "robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://www.example.org/sitemap.xml\n")
    }

    @Test(arguments: [
        (3, 52_428_800, [3, 1]), (1, 52_428_800, [1, 1, 1, 1]), (4, 52_428_800, []), (50_000, 440, [2, 2]),
        (50_000, 100, [1, 1, 1, 1]),
    ]) func isPartedWhereItIsTooLong(addresses: Int, bytes: Int, counts: [Int]) async throws {
        var limits = SitemapLimits()
        (limits.addresses, limits.bytes) = (addresses, bytes)
        let files = sitemaps(await site.build().outcome.value.site, within: limits)
        #expect(files.map(\.path) == ["sitemap.xml"] + counts.indices.map { "sitemap-\($0 + 1).xml" })
        guard !counts.isEmpty else { return }
        let index = try AtomReader(text(files[0]))
        #expect(index.texts["sitemapindex/sitemap/loc"] == counts.indices.map { "https://www.example.org/sitemap-\($0 + 1).xml" })
        var whole: [String] = []
        for (file, count) in zip(files.dropFirst(), counts) {
            let part = try AtomReader(text(file)).texts["urlset/url/loc"] ?? []
            #expect(part.count == count)
            whole += part
        }
        let single = try AtomReader(await site.build().text(of: "sitemap.xml"))
        #expect(whole == single.texts["urlset/url/loc"])
    }

    @Test func theListOfPartsSaysWhenEachLastChanged() async throws {
        var limits = SitemapLimits()
        limits.addresses = 3
        let files = sitemaps(await site.build().outcome.value.site, within: limits)
        let index = try AtomReader(text(files[0]))
        // The fourth address, a page without a date, is alone in the second part.
        #expect(index.texts["sitemapindex/sitemap/lastmod"] == ["2026-10-01T00:00:00Z"])
    }

    private func text(_ file: RenderedFile) -> String? {
        guard case .bytes(let bytes) = file.content else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
