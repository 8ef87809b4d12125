package import SiteModel
package import SiteRendering

/// What a finished page hands to networks and search engines: read from its HTML, so that a theme of the site's own shows as it is.
package struct CardContent: Sendable, Equatable {
    /// `og:title`, else the title of the page.
    package var title: String
    /// `og:description`, else the description of the page.
    package var description: String?
    /// The title and description that search engines read.
    package var searchTitle: String
    package var searchDescription: String?
    package var siteName: String?
    /// The address of the page.
    package var address: String
    /// Its host.
    package var host: String
    /// The parts of its path, percent-decoded.
    package var path: [String]
    package var image: CardImage?
    /// Where the preview has the site's icon; nil for one of another site.
    package var icon: String?
    /// The card that X draws.
    package var isLarge: Bool
    /// The two pairs of words that Slack shows.
    package var facts: [Fact]
    /// What may be shown of large pictures in search engines.
    package var allowsLargePreview: Bool
    /// Behind which byte of the page all of this has been said.
    package var openGraphEnd: Int

    package struct Fact: Sendable, Equatable {
        package var label: String
        package var value: String
    }
}

/// The picture of a shared link, with what its file is.
package struct CardImage: Sendable, Equatable {
    /// As the page names it, with scheme and host.
    package var address: String
    /// Where the preview has it; nil for one of another site, which is not asked for it.
    package var local: String?
    package var size: ImageSize?
    package var kind: ImageKind?
    /// Nil where the file is not the site's own.
    package var byteCount: Int?
    package var alternative: String?
}

extension ServedSite {
    /// What a page hands to networks; nil where it is no page of this site.
    package func card(of permalink: Permalink) -> CardContent? {
        guard page(at: permalink.outputPath) != nil, let html = file(at: permalink.outputPath).value else { return nil }
        return CardContent(PageHead(html), site.config.baseURL) { self.file(at: $0).value?.count }
    }
}

extension CardContent {
    /// `baseURL` is the one that the page was made for; `byteCount` gives the size of a file of the site by its place in the output.
    package init(_ head: PageHead, _ baseURL: BaseURL, byteCount: (String) -> Int?) {
        title = head["og:title"] ?? head.title
        description = head["og:description"] ?? head["description"]
        searchTitle = head.title
        searchDescription = head["description"]
        siteName = head["og:site_name"]
        address = head["og:url"] ?? baseURL.root
        (host, path) = parts(ofAddress: address)
        image = head["og:image"].map { CardImage($0, head, baseURL, byteCount: byteCount) }
        icon = head.icon.flatMap { $0.hasPrefix("/") && !$0.hasPrefix("//") ? $0 : nil }
        isLarge = head["twitter:card"] == "summary_large_image"
        facts = (1...2).compactMap { number in
            guard let label = head["twitter:label\(number)"], let value = head["twitter:data\(number)"] else { return nil }
            return Fact(label: label, value: value)
        }
        allowsLargePreview = head["robots"]?.contains("max-image-preview:large") ?? false
        openGraphEnd = head.openGraphEnd
    }
}

extension CardImage {
    fileprivate init(_ address: String, _ head: PageHead, _ baseURL: BaseURL, byteCount: (String) -> Int?) {
        self.address = address
        alternative = head["og:image:alt"]
        kind = head["og:image:type"].flatMap { type in ImageKind.allCases.first { $0.mediaType == type } }
        if let width = head["og:image:width"].flatMap({ Int($0) }), let height = head["og:image:height"].flatMap({ Int($0) }) {
            size = ImageSize(width: width, height: height)
        }
        guard address.utf8.starts(with: baseURL.root.utf8) else { return }
        let rest = String(decoding: address.utf8.dropFirst(baseURL.root.utf8.count), as: UTF8.self)
        local = baseURL.path + rest
        self.byteCount = percentDecoded(rest).flatMap(byteCount)
    }
}

/// The host of an address and the parts of its path, percent-decoded.
private func parts(ofAddress address: String) -> (host: String, path: [String]) {
    let rest = address.utf8.firstIndex(of: 0x3A).map { address[address.utf8.index(after: $0)...] } ?? address[...]
    let parts = pathParts(String(rest)).map { percentDecoded($0) ?? $0 }
    return (parts.first ?? "", Array(parts.dropFirst()))
}
