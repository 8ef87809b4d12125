package import SiteModel

/// How much one file of a sitemap may hold (sitemaps.org): addresses, and bytes.
package struct SitemapLimits: Sendable {
    package var addresses = 50_000
    package var bytes = 52_428_800

    package init() {}
}

/// `sitemap.xml` (sitemaps.org 0.9): every page that search engines may list, with the moment of its last change where its author
/// says it. Where that is too much for one file, `sitemap-1.xml` and so on, and `sitemap.xml` lists them.
package func sitemaps(_ site: Site, within limits: SitemapLimits) -> [RenderedFile] {
    let pages = site.pages.filter { !$0.isHiddenFromSearch }
    let parts = parted(pages.map { entry("url", site.config.baseURL.absolute($0.permalink), $0.changed) }, limits)
    guard parts.count > 1 else { return [RenderedFile(path: "sitemap.xml", content: .bytes(document("urlset", parts[0])))] }
    var files: [RenderedFile] = []
    var index: [[UInt8]] = []
    for (number, part) in parts.enumerated() {
        let permalink = Permalink("/sitemap-\(number + 1).xml")
        files.append(RenderedFile(path: permalink.outputPath, content: .bytes(document("urlset", part))))
        let changed = pages[part.indices].compactMap(\.changed).max()
        index.append(entry("sitemap", site.config.baseURL.absolute(permalink), changed))
    }
    return [RenderedFile(path: "sitemap.xml", content: .bytes(document("sitemapindex", index)))] + files
}

private let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

/// What stands around the entries of a file.
private let frameLength = 200

private func document(_ name: StaticString, _ entries: some Sequence<[UInt8]>) -> [UInt8] {
    var xml = XMLWriter()
    xml.open(name, [("xmlns", namespace)])
    for entry in entries { xml.add(entry) }
    xml.close(name)
    return xml.output
}

private func entry(_ name: StaticString, _ address: String, _ changed: Instant?) -> [UInt8] {
    var xml = XMLWriter.fragment
    xml.open(name)
    xml.element("loc", address)
    if let changed { xml.element("lastmod", changed.rfc3339) }
    xml.close(name)
    return xml.output
}

/// The entries in parts that keep within the limits, in their order; one part at least.
private func parted(_ entries: [[UInt8]], _ limits: SitemapLimits) -> [ArraySlice<[UInt8]>] {
    var parts: [ArraySlice<[UInt8]>] = []
    var start = 0
    var bytes = frameLength
    for (index, entry) in entries.enumerated() {
        if index > start, index - start == limits.addresses || bytes + entry.count > limits.bytes {
            parts.append(entries[start..<index])
            (start, bytes) = (index, frameLength)
        }
        bytes += entry.count
    }
    return parts + [entries[start...]]
}
