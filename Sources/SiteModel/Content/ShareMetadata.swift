/// What a shared link to a page says, and where it can be shared.
package struct ShareMetadata: Sendable, Equatable {
    package var words: ShareWords
    package var image: PublishedImage?
    package var networks: [ShareNetwork]
    /// Whether links say by which network readers came.
    package var marksLinks: Bool

    package init(_ words: ShareWords, image: PublishedImage?, networks: [ShareNetwork], marksLinks: Bool) {
        self.words = words
        self.image = image
        self.networks = networks
        self.marksLinks = marksLinks
    }

    /// A link for each network. They are made when they are asked for: each page needs its own once, and those of all pages together
    /// are long.
    package var links: [Link] {
        let usual = EncodedWords(words)
        return networks.map { network in
            Link(network: network.id, label: network.label, url: url(on: network, usual), icon: network.icon)
        }
    }

    private func url(on network: ShareNetwork, _ usual: EncodedWords) -> String? {
        guard let template = network.template else { return nil }
        if !marksLinks, network.limit == nil || words.excess(on: network) == nil { return template.filled { usual[$0] } }
        let own = EncodedWords(words(on: network).fitting(network), beside: usual)
        return template.filled { own[$0] }
    }

    /// What is said on a network, where it is not too long for it: the address may have a mark.
    package func words(on network: ShareNetwork) -> ShareWords {
        guard marksLinks, let template = network.template else { return words }
        return words.marked(for: network.id, template)
    }

    package struct Link: Sendable, Equatable {
        package var network: String
        /// What readers call the network.
        package var label: String
        /// Nil for copying the address, which needs no network.
        package var url: String?
        /// The outline of an icon on a grid of 24, as in the `d` of a path; nil where the theme has one of its own.
        package var icon: String?

        /// Whether the link leaves the page for another, so that it is opened beside it. Mail and messages open a program.
        package var opensTab: Bool { url.map { $0.hasPrefix("https:") } ?? false }
    }
}

/// What goes into a share link, percent-encoded here, once, and nowhere else.
private struct EncodedWords {
    private let words: ShareWords
    private let title: String
    private let url: String

    init(_ words: ShareWords) {
        self.words = words
        title = percentEncodedValue(words.title)
        url = percentEncodedValue(words.url)
    }

    /// Of words most of which are the same as others.
    init(_ words: ShareWords, beside others: EncodedWords) {
        self.words = words
        title = words.title == others.words.title ? others.title : percentEncodedValue(words.title)
        url = words.url == others.words.url ? others.url : percentEncodedValue(words.url)
    }

    subscript(blank: ShareTemplate.Blank) -> String {
        switch blank {
        case .title: title
        case .url: url
        case .titleAndURL: title + "%0A" + url
        case .text: words.text.map(percentEncodedValue) ?? ""
        case .via: words.via.map(percentEncodedValue) ?? ""
        case .hashtags: hashtags(signed: "", between: ",")
        case .hashtagsWithSign: hashtags(signed: "#", between: " ")
        case .hashtag: words.hashtags.first.map(percentEncodedValue) ?? ""
        }
    }

    private func hashtags(signed sign: String, between: String) -> String {
        words.hashtags.isEmpty ? "" : percentEncodedValue(words.hashtags.map { sign + $0 }.joined(separator: between))
    }
}
