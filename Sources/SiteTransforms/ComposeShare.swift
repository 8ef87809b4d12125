import SiteModel

/// What a shared link to an article says: `share.md`, else `share:` in the front matter, else the article's own title and
/// description, else the site's defaults.
func composeShare(
    _ own: [ShareFields], title: Placed<String>, description: String?, image: PublishedImage?, url: String, _ config: SiteConfig,
    usual: [ShareNetwork]? = nil, _ diagnostics: inout Diagnostics
) -> ShareMetadata {
    let chain = own + [config.share]
    let title = own.lazy.compactMap(\.title).first ?? title
    let words = ShareWords(
        title: oneLine(title.value), url: url, text: (own.lazy.compactMap(\.text).first?.value ?? description).map(oneLine),
        hashtags: chain.lazy.compactMap(\.hashtags).first?.map(\.value) ?? [], via: chain.lazy.compactMap(\.via).first?.value)
    let names = own.lazy.compactMap(\.networks).first
    let networks =
        names.map { SiteTransforms.networks($0, config, &diagnostics) } ?? usual ?? siteNetworks(config, &diagnostics)
    let encoded = (title: percentEncodedValue(words.title), url: percentEncodedValue(words.url))
    let links = networks.map { network in
        ShareMetadata.Link(
            network: network.id, label: network.label,
            url: network.template.map { template in
                let marked = config.marksSharedLinks ? words.marked(for: network.id, template) : words
                return template.filled(marked.fitting(network, at: title.location, &diagnostics), words, encoded)
            },
            icon: network.icon)
    }
    return ShareMetadata(title: words.title, text: words.text, url: url, image: image, via: words.via, links: links)
}

/// What goes into a share link.
struct ShareWords: Sendable {
    var title: String
    var url: String
    var text: String?
    var hashtags: [String]
    var via: String?

    /// With an address that tells the site's statistics by which network readers came (`domain.md` 1.7). What goes from
    /// person to person, by mail or message, is not counted.
    func marked(for network: String, _ template: ShareTemplate) -> ShareWords {
        guard template.literal.hasPrefix("https:") else { return self }
        var words = self
        let base = url.prefix { $0 != "#" }
        words.url =
            base + (base.contains("?") ? "&" : "?") + "utm_source=\(network)&utm_medium=social&utm_campaign=article-share"
            + url[base.endIndex...]
        return words
    }

    subscript(blank: ShareTemplate.Blank) -> String {
        switch blank {
        case .title: title
        case .url: url
        case .text: text ?? ""
        case .via: via ?? ""
        case .titleAndURL: title + "\n" + url
        case .hashtags: hashtags.joined(separator: ",")
        case .hashtagsWithSign: hashtags.map { "#" + $0 }.joined(separator: " ")
        case .hashtag: hashtags.first ?? ""
        }
    }
}

extension ShareTemplate {
    /// The finished address: every value is percent-encoded here, once, and nowhere else. `encoded` are title and address of `usual`,
    /// which are the same for most networks.
    fileprivate func filled(_ words: ShareWords, _ usual: ShareWords, _ encoded: (title: String, url: String)) -> String {
        lazy var title = words.title == usual.title ? encoded.title : percentEncodedValue(words.title)
        lazy var url = words.url == usual.url ? encoded.url : percentEncodedValue(words.url)
        return filled { blank in
            switch blank {
            case .title: title
            case .url: url
            case .titleAndURL: title + "%0A" + url
            default: percentEncodedValue(words[blank])
            }
        }
    }
}

/// Text on one line, in the form that other programs expect: composed, without control characters.
private func oneLine(_ text: String) -> String {
    var before: UInt8 = 0x20
    let isPlain = text.utf8.allSatisfy { byte in
        defer { before = byte }
        return byte >= 0x20 && byte < 0x7F && !(byte == 0x20 && before == 0x20)
    }
    if isPlain, before != 0x20 { return text }
    let words = normalized(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0.properties.generalCategory != .control }))
}
