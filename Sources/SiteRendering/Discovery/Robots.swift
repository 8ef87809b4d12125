import SiteModel

/// `robots.txt` (RFC 9309): everything may be read, but by crawlers that the site names; and here is the sitemap.
func robots(_ site: Site) -> RenderedFile {
    let refused = site.config.refusedCrawlers.map { "User-agent: \($0)\n" }.joined()
    let text =
        "User-agent: *\nAllow: /\n\n"
        + (refused.isEmpty ? "" : refused + "Disallow: \(site.config.baseURL.path)\n\n")
        + "Sitemap: \(site.config.baseURL.absolute(Permalink("/sitemap.xml")))\n"
    return RenderedFile(path: "robots.txt", content: .bytes(Array(text.utf8)))
}
