import SiteModel

extension ShareWords {
    /// With a title that fits into a post of the network. One that is cut off is reported where it stands.
    func fitting(_ network: ShareNetwork, at location: SourceLocation, _ diagnostics: inout Diagnostics) -> ShareWords {
        guard let limit = network.limit, let template = network.template else { return self }
        let room = max(limit.length - others(limit, template), shortestTitle)
        let length = limit.count.length(of: title)
        guard length > room else { return self }
        diagnostics.add(
            .longShareTitle, "the title has \(length) characters, and a post on \(network.label) has room for \(room)",
            at: location, help: "write a shorter 'title' in what a shared link says")
        var words = self
        words.title = shortened(title, to: room, limit.count)
        return words
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
    func length(of text: String) -> Int {
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
