import SiteModel

/// The other sites that pages show something of, by their origins: `https://img.example.org`.
struct RemoteSources {
    private(set) var images: Set<String> = []
    private(set) var media: Set<String> = []
    private let isSecure: Bool
    private let ownOrigin: String

    init(_ site: Site) {
        isSecure = site.config.baseURL.isSecure
        ownOrigin = site.config.baseURL.origin.lowercased()
        if let logo = site.config.publisher?.logo { addImage(logo.value) }
        let keepsHTML = site.config.markdown.html == .allow
        for page in site.pages {
            page.forEachText { text in
                for source in text.imageSources { addImage(source) }
                if keepsHTML { for html in text.markup.rawHTML { add(html.literal) } }
            }
        }
    }

    private mutating func addImage(_ url: String) { if let origin = origin(of: url) { images.insert(origin) } }

    private mutating func addMedia(_ url: String) { if let origin = origin(of: url) { media.insert(origin) } }

    /// What an editor's HTML loads by itself.
    private mutating func add(_ html: String) {
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            guard TagReader.isTag(rest) else {
                rest = rest.dropFirst()
                continue
            }
            var reader = TagReader(rest)
            let tag = reader.tag()
            rest = reader.rest
            for attribute in tag?.attributes ?? [] { add(attribute, of: tag?.name ?? "") }
        }
    }

    private mutating func add(_ attribute: Tag.Attribute, of element: String) {
        guard let value = attribute.value else { return }
        switch (element, attribute.name) {
        case ("img", "src"), ("video", "poster"), ("image", "href"), ("image", "xlink:href"): addImage(value)
        case ("video", "src"), ("audio", "src"), ("source", "src"), ("track", "src"): addMedia(value)
        case ("img", "srcset"), ("source", "srcset"):
            for candidate in value.utf8.split(separator: 0x2C) {
                let address = candidate.split { $0 <= 0x20 }.first ?? []
                addImage(String(decoding: address, as: UTF8.self))
            }
        default: break
        }
    }

    /// The origin of an address of another site, as browsers compare it with the policy; nil for this site, and for what is no such
    /// address. Pages under https ask for everything under https.
    private func origin(of url: String) -> String? {
        if url.withBytes({ $0.first == 0x2F && $0.dropFirst().first != 0x2F }) { return nil }
        let bytes = Array(url.utf8)
        let text = String(decoding: bytes.drop { $0 <= 0x20 }, as: UTF8.self)
        let lower = text.lowercased()
        var scheme = isSecure ? "https" : "http"
        var rest = text[...]
        if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
            if lower.hasPrefix("https") { scheme = "https" }
            rest = text[text.index(text.startIndex, offsetBy: lower.hasPrefix("https") ? 8 : 7)...]
        } else if lower.hasPrefix("//") {
            rest = text.dropFirst(2)
        } else {
            return nil
        }
        let authority = rest.prefix { !"/?#\\".contains($0) }
        let written = String(authority.split(separator: "@").last ?? "")
        guard let host = percentDecoded(written).flatMap(asciiHost), !host.isEmpty else { return nil }
        let plain = scheme == "https" ? ":443" : ":80"
        let port = host.hasSuffix(plain) ? String(host.dropLast(plain.count)) : host
        let origin = scheme + "://" + port
        return origin == ownOrigin ? nil : origin
    }
}
