import SiteModel

/// A network that a page can be shared on.
struct ShareNetwork: Sendable {
    let id: String
    let label: String
    /// The address with its blanks: `{title}`, `{url}`, `{text}`, `{hashtags}`, `{firstHashtag}`, `{titleAndURL}` …
    let address: @Sendable (ShareWords) -> String?
}

/// What goes into a share link, percent-encoded once.
struct ShareWords: Sendable {
    var title: String
    var url: String
    var text: String?
    var hashtags: [String]
    var via: String?

    /// `&name=value`, or nothing where there is no value.
    func optional(_ name: String, _ value: String?) -> String {
        value.map { $0.isEmpty ? "" : "&\(name)=\(percentEncodedValue($0))" } ?? ""
    }
}

/// The networks of `domain.md` 1.2, in the order in which an unknown name's nearest is looked for.
let shareNetworks: [ShareNetwork] = [
    ShareNetwork(id: "whatsapp", label: "WhatsApp") { "https://wa.me/?text=" + percentEncodedValue($0.title + "\n" + $0.url) },
    ShareNetwork(id: "copy", label: "Copy link") { _ in nil },
    ShareNetwork(id: "x", label: "X") { words in
        "https://x.com/intent/tweet?text=\(percentEncodedValue(words.title))&url=\(percentEncodedValue(words.url))"
            + words.optional("hashtags", words.hashtags.joined(separator: ",")) + words.optional("via", words.via)
    },
    ShareNetwork(id: "facebook", label: "Facebook") {
        "https://www.facebook.com/sharer/sharer.php?u=" + percentEncodedValue($0.url)
    },
    ShareNetwork(id: "linkedin", label: "LinkedIn") {
        "https://www.linkedin.com/sharing/share-offsite/?url=" + percentEncodedValue($0.url)
    },
    ShareNetwork(id: "telegram", label: "Telegram") {
        "https://t.me/share/url?url=\(percentEncodedValue($0.url))&text=\(percentEncodedValue($0.title))"
    },
    ShareNetwork(id: "reddit", label: "Reddit") {
        "https://www.reddit.com/submit?url=\(percentEncodedValue($0.url))&title=\(percentEncodedValue($0.title))"
    },
    ShareNetwork(id: "bluesky", label: "Bluesky") {
        "https://bsky.app/intent/compose?text=" + percentEncodedValue($0.title + "\n" + $0.url)
    },
    ShareNetwork(id: "mastodon", label: "Mastodon") { words in
        let tags = words.hashtags.map { "#" + $0 }.joined(separator: " ")
        return "https://share.joinmastodon.org/#text="
            + percentEncodedValue(words.title + "\n" + words.url + (tags.isEmpty ? "" : "\n" + tags))
    },
    ShareNetwork(id: "threads", label: "Threads") { words in
        "https://www.threads.com/intent/post?text=\(percentEncodedValue(words.title))&url=\(percentEncodedValue(words.url))"
            + words.optional("tag", words.hashtags.first)
    },
    ShareNetwork(id: "email", label: "E-mail") { words in
        let body = (words.text.map { $0 + "\r\n\r\n" } ?? "") + words.url
        return "mailto:?subject=\(percentEncodedValue(words.title))&body=\(percentEncodedValue(body))"
    },
]

/// What a shared link to an article says: `share.md`, else `share:` in the front matter, else the article's own title and
/// description, else the site's defaults.
func composeShare(
    _ own: [ShareFields], title: String, description: String?, image: PublishedImage?, url: String, _ config: SiteConfig,
    _ diagnostics: inout Diagnostics
) -> ShareMetadata {
    let chain = own + [config.share]
    let words = ShareWords(
        title: oneLine(own.lazy.compactMap(\.title).first?.value ?? title), url: url,
        text: (own.lazy.compactMap(\.text).first?.value ?? description).map(oneLine),
        hashtags: chain.lazy.compactMap(\.hashtags).first?.map(\.value) ?? [], via: chain.lazy.compactMap(\.via).first?.value)
    let names = chain.lazy.compactMap(\.networks).first
    let networks = names.map { SiteTransforms.networks($0, &diagnostics) } ?? shareNetworks.prefix(4).map { $0 }
    let links = networks.map { ShareMetadata.Link(network: $0.id, label: $0.label, url: $0.address(words)) }
    return ShareMetadata(title: words.title, text: words.text, url: url, image: image, via: words.via, links: links)
}

/// The networks of a list of names.
func networks(_ names: [Placed<String>], _ diagnostics: inout Diagnostics) -> [ShareNetwork] {
    names.compactMap { name in
        let id = name.value == "twitter" ? "x" : name.value
        if let network = shareNetworks.first(where: { $0.id == id }) { return network }
        let known = shareNetworks.map(\.id)
        diagnostics.add(
            .unknownNetwork, "'\(name.value)' is not a network", at: name.location,
            help: nearestName(to: name.value, among: known).map { "did you mean '\($0)'?" }
                ?? "the networks are \(known.joined(separator: ", "))")
        return nil
    }
}

/// Text on one line, in the form that other programs expect.
private func oneLine(_ text: String) -> String {
    normalized(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
