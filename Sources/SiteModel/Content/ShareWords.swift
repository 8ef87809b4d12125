/// What goes into a share link.
package struct ShareWords: Sendable, Equatable {
    package var title: String
    /// The absolute address of the page.
    package var url: String
    package var text: String?
    package var hashtags: [String]
    package var via: String?

    package init(title: String, url: String, text: String?, hashtags: [String], via: String?) {
        self.title = title
        self.url = url
        self.text = text
        self.hashtags = hashtags
        self.via = via
    }

    /// With an address that tells the site's statistics by which network readers came (`domain.md` 1.7). What goes from
    /// person to person, by mail or message, is not counted.
    package func marked(for network: String, _ template: ShareTemplate) -> ShareWords {
        guard template.literal.hasPrefix("https:") else { return self }
        var words = self
        let base = url.prefix { $0 != "#" }
        words.url =
            base + (base.contains("?") ? "&" : "?") + "utm_source=\(network)&utm_medium=social&utm_campaign=article-share"
            + url[base.endIndex...]
        return words
    }

    /// With a title that fits into a post of the network.
    package func fitting(_ network: ShareNetwork) -> ShareWords {
        guard let limit = network.limit, let excess = excess(on: network) else { return self }
        var words = self
        words.title = shortened(title, to: excess.room, limit.count)
        return words
    }

    /// How long the title is and how long it may be; nil where it fits into a post of the network.
    package func excess(on network: ShareNetwork) -> (length: Int, room: Int)? {
        guard let limit = network.limit, let template = network.template else { return nil }
        let room = max(limit.length - others(limit, template), shortestTitle)
        let length = limit.count.length(of: title)
        return length > room ? (length, room) : nil
    }

    /// What a post holds besides the title.
    private func others(_ limit: PostLimit, _ template: ShareTemplate) -> Int {
        var length =
            switch limit.address {
            case .apart: 0
            case .itsLength: url.count + 1
            case .always(let address): address + 1
            }
        if template.blanks.contains(.via), let via { length += limit.count.length(of: " via @" + via) }
        if template.blanks.contains(.hashtags) || template.blanks.contains(.hashtagsWithSign) {
            for tag in hashtags { length += limit.count.length(of: " #" + tag) }
        }
        return length
    }
}

/// A long address leaves a title at least this much: better a post that readers have to shorten than one that says nothing.
private let shortestTitle = 60

/// The beginning of a text, cut between characters, with `…`.
private func shortened(_ text: String, to room: Int, _ count: PostLimit.Count) -> String {
    var left = room - count.length(of: "…")
    let kept = text.prefix { character in
        left -= count.length(of: String(character))
        return left >= 0
    }
    let end = kept.lastIndex { $0 != " " }.map { kept.index(after: $0) } ?? kept.startIndex
    return kept[..<end] + "…"
}

extension PostLimit.Count {
    package func length(of text: String) -> Int {
        // Each is one character and one unit.
        if text.utf8.allSatisfy({ $0 < 0x7F && $0 >= 0x20 }) { return text.utf8.count }
        return switch self {
        case .characters: text.count
        case .weighted: text.reduce(0) { $0 + weight(of: $1) }
        }
    }

    /// An emoji counts 2, however it is put together; of other characters each scalar counts.
    private func weight(of character: Character) -> Int {
        if character.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }) { return 2 }
        return character.unicodeScalars.reduce(0) { $0 + (isLight($1) ? 1 : 2) }
    }

    /// X's own ranges: scripts up to Georgian, and general punctuation but for the ellipsis.
    private func isLight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: true
        default: false
        }
    }
}
