import SiteModel

/// `sitemap.xml` (sitemaps.org 0.9): every page that search engines may list, with the day of its last change where its
/// author says it.
func sitemap(_ site: Site) -> [UInt8] {
    var output: [UInt8] = []
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in site.pages where !page.isHiddenFromSearch {
        output.append("<url><loc>")
        output.appendEscaped(site.config.baseURL.absolute(page.permalink))
        output.append("</loc>")
        if let changed = page.changed {
            output.append("<lastmod>")
            output.append(text: changed.rfc3339)
            output.append("</lastmod>")
        }
        output.append("</url>\n")
    }
    output.append("</urlset>\n")
    return output
}

/// `robots.txt` (RFC 9309): everything may be read, and here is the sitemap.
func robots(_ site: Site) -> [UInt8] {
    let sitemap = site.config.baseURL.absolute(Permalink("/sitemap.xml"))
    return Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8)
}
