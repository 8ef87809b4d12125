import SiteModel

/// What a shared link to an article says: `share.md`, else `share:` in the front matter, else the article's own title and
/// description, else the site's defaults.
func composeShare(
    _ own: [ShareFields], title: Placed<String>, description: String?, image: PublishedImage?, url: String, _ config: SiteConfig,
    usual: [ShareNetwork]? = nil, _ diagnostics: inout Diagnostics
) -> ShareMetadata {
    let title = own.first(\.title) ?? title
    let text = own.first(\.text)?.value ?? description
    let hashtags = own.first(\.hashtags) ?? config.share.hashtags
    let words = ShareWords(
        title: oneLine(title.value), url: url, text: text.map(oneLine), hashtags: hashtags.map { $0.map(\.value) } ?? [],
        via: (own.first(\.via) ?? config.share.via)?.value)
    let networks =
        own.first(\.networks).map { SiteTransforms.networks($0, config, &diagnostics) } ?? usual
        ?? siteNetworks(config, &diagnostics)
    let share = ShareMetadata(words, image: image, networks: networks, marksLinks: config.marksSharedLinks)
    checkShareTitle(share, at: title.location, &diagnostics)
    return share
}

extension [ShareFields] {
    /// The first of them that says something.
    fileprivate func first<Value>(_ field: KeyPath<ShareFields, Value?>) -> Value? {
        isEmpty ? nil : lazy.compactMap { $0[keyPath: field] }.first
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
