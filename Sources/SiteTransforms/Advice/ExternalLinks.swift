package import SiteModel

/// Every address of another site that the pages of a build lead to, with its place.
package func externalLinks(
    _ documents: [Box<Document>], _ config: SiteConfig, now: Instant, _ visibility: Visibility
) -> [Placed<String>] {
    let visible = selectVisible(documents, now: now, visibility).visible
    var links = config.menu.map(\.url) + config.callsToAction.map(\.url) + config.contacts.compactMap(\.url)
    links += [config.publisher?.principles].compactMap { $0 }
    for document in visible {
        for text in document.texts {
            links += text.links.map { Placed($0.destination, at: SourceLocation(document.path, $0.range)) }
        }
        links += document.fields.references.compactMap(\.url)
        links += [document.person.url].compactMap { $0 } + document.person.sameAs
    }
    return links.filter { isWebAddress($0.value) && !$0.value.hasPrefix(config.baseURL.root) }
}

/// Leaves out what pages accept with `allow:`.
package func allowing(_ diagnostics: Diagnostics, in documents: [Box<Document>]) -> Diagnostics {
    let codes = Set(diagnostics.all.map(\.code))
    let kept = silencing(diagnostics, lowering: [], allowedBy: documents)
    return Diagnostics(kept.all.filter { codes.contains($0.code) })
}

/// With a host, and nothing in it that no address has.
private func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://")) && !text.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
}
