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
    let pages = site.pages.indices.filter { !site.pages[$0].isHiddenFromSearch }
    var entries = Entries("url")
    for page in pages { entries.add(site.config.baseURL.absolute(site.pages[page].permalink), site.pages[page].changed) }
    let parts = entries.parted(limits)
    guard parts.count > 1 else {
        return [RenderedFile(path: "sitemap.xml", content: .bytes(entries.document("urlset", parts[0])))]
    }
    var files: [RenderedFile] = []
    var index = Entries("sitemap")
    for (number, part) in parts.enumerated() {
        let permalink = Permalink("/sitemap-\(number + 1).xml")
        files.append(RenderedFile(path: permalink.outputPath, content: .bytes(entries.document("urlset", part))))
        index.add(site.config.baseURL.absolute(permalink), pages[part].compactMap { site.pages[$0].changed }.max())
    }
    return [RenderedFile(path: "sitemap.xml", content: .bytes(index.document("sitemapindex", 0..<parts.count)))] + files
}

private let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

/// What stands around the entries of a file.
private let frameLength = 200

/// Entries of sitemaps, one behind the other.
private struct Entries: ~Copyable {
    private let name: StaticString
    private var xml = XMLWriter.fragment
    /// Where each ends.
    private var ends: [Int] = []

    init(_ name: StaticString) { self.name = name }

    mutating func add(_ address: String, _ changed: Instant?) {
        xml.open(name)
        xml.element("loc", address)
        if let changed { xml.element("lastmod", changed.rfc3339) }
        xml.close(name)
        ends.append(xml.count)
    }

    private func start(of index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

    /// The entries in parts that keep within the limits, in their order; one part at least.
    func parted(_ limits: SitemapLimits) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var first = 0
        for index in ends.indices {
            let size = frameLength + ends[index] - start(of: first)
            if index > first, index - first == limits.addresses || size > limits.bytes {
                parts.append(first..<index)
                first = index
            }
        }
        return parts + [first..<ends.count]
    }

    /// A file with some of the entries.
    func document(_ name: StaticString, _ part: Range<Int>) -> [UInt8] {
        var document = XMLWriter()
        document.open(name, [("xmlns", namespace)])
        if !part.isEmpty { document.add(xml, from: start(of: part.lowerBound), to: ends[part.upperBound - 1]) }
        document.close(name)
        return document.output
    }
}
