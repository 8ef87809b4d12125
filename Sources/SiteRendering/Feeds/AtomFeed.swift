import SiteModel

/// A feed as Atom (RFC 4287). Nothing in it depends on when it was made, or on which version of the program made it.
func atomFeed(_ feed: Feed, _ entries: [FeedEntry], of site: Site, titled title: String) -> [UInt8] {
    let baseURL = site.config.baseURL
    var xml = XMLWriter()
    xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.config.language)])
    xml.element("id", baseURL.absolute(feed.home))
    xml.element("title", title)
    if let description = feed.description { xml.element("subtitle", description) }
    if let updated = entries.map(\.updated).max() { xml.element("updated", updated.rfc3339) }
    xml.empty("link", [("rel", "self"), ("type", FeedFormat.atom.type), ("href", baseURL.absolute(feed.atom))])
    xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", baseURL.absolute(feed.home))])
    xml.write(site.feedAuthor)
    xml.element("generator", "Martlet")
    for entry in entries { xml.write(entry, siteLanguage: site.config.language) }
    xml.close("feed")
    return xml.output
}

extension XMLWriter {
    fileprivate mutating func write(_ author: FeedAuthor) {
        open("author")
        element("name", author.name)
        if let url = author.url { element("uri", url) }
        close("author")
    }

    fileprivate mutating func write(_ entry: FeedEntry, siteLanguage: String) {
        var language: [(StaticString, String)] = []
        if entry.language != siteLanguage { language.append(("xml:lang", entry.language)) }
        open("entry", language)
        element("id", entry.id)
        element("title", entry.title)
        empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.url)])
        element("published", entry.published.rfc3339)
        element("updated", entry.updated.rfc3339)
        for author in entry.authors { write(author) }
        for tag in entry.tags { empty("category", [("term", tag)]) }
        if let summary = entry.summary { element("summary", summary) }
        if let content = entry.content { element("content", content, [("type", "html")]) }
        close("entry")
    }
}
