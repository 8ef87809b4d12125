import SiteModel

/// The networks that Martlet knows (`domain.md` 1.2), in the order in which an unknown name's nearest is looked for.
let shareNetworks = [
    network("whatsapp", "WhatsApp", "https://wa.me/?text={title_nl_url}"),
    network("copy", "Copy link", nil),
    network(
        "x", "X", "https://x.com/intent/tweet?text={title}&url={url}&hashtags={hashtags}&via={via}",
        PostLimit(length: 280, count: .weighted, address: .always(23))),
    network("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    network("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    network("telegram", "Telegram", "https://t.me/share/url?url={url}&text={title}"),
    network("reddit", "Reddit", "https://www.reddit.com/submit?url={url}&title={title}", PostLimit(length: 300, address: .apart)),
    network(
        "bluesky", "Bluesky", "https://bsky.app/intent/compose?text={title_nl_url}", PostLimit(length: 300, address: .itsLength)),
    // The fragment never reaches the server, so that nobody but the reader's own instance learns what is shared.
    network(
        "mastodon", "Mastodon", "https://share.joinmastodon.org/#text={title_nl_url}%0A{hashtags_hash}",
        PostLimit(length: 500, address: .always(23))),
    network(
        "threads", "Threads", "https://www.threads.com/intent/post?text={title}&url={url}&tag={hashtag}",
        PostLimit(length: 500, address: .itsLength)),
    network("email", "E-mail", "mailto:?subject={title}&body={text}%0D%0A%0D%0A{url}"),
    // '?&' is the one form that telephones of both makers take.
    network("sms", "SMS", "sms:?&body={title}%20{url}"),
    network("native", "Share", nil),
    network("print", "Print", nil),
]

/// Those of a site that names none.
let usualNetworks = ["whatsapp", "copy", "x", "facebook"]

private func network(_ id: String, _ label: String, _ template: String?, _ limit: PostLimit? = nil) -> ShareNetwork {
    ShareNetwork(id: id, label: label, template: template.map { ShareTemplate($0) }, limit: limit)
}

/// The networks of articles that name none.
func siteNetworks(_ config: SiteConfig, _ diagnostics: inout Diagnostics) -> [ShareNetwork] {
    config.share.networks.map { networks($0, config, &diagnostics) } ?? usualNetworks.compactMap { network($0, config) }
}

/// The networks of a list of names. One that the site adds takes the place of the one of the same name that Martlet knows.
func networks(_ names: [Placed<String>], _ config: SiteConfig, _ diagnostics: inout Diagnostics) -> [ShareNetwork] {
    names.compactMap { name in
        if let network = network(name.value, config) { return network }
        let known = config.networks.map(\.id) + shareNetworks.map(\.id)
        let near = nearName(to: name.value, among: known + ["twitter"])
        diagnostics.add(
            .unknownNetwork, "'\(name.value)' is not a network", at: name.location,
            help: near?.question ?? "the networks are \(known.joined(separator: ", "))", fix: near?.fix(name))
        return nil
    }
}

func network(_ name: String, _ config: SiteConfig) -> ShareNetwork? {
    let id = name == "twitter" ? "x" : name
    let builtIn = shareNetworks.first { $0.id == id }
    guard var own = config.networks.first(where: { $0.id == id }) else { return builtIn }
    own.limit = builtIn?.limit
    return own
}
