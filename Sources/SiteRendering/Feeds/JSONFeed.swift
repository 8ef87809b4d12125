import SiteModel

/// A feed as JSON Feed 1.1 (jsonfeed.org).
func jsonFeed(_ feed: Feed, _ entries: [FeedEntry], of site: Site, titled title: String) -> [UInt8] {
    let baseURL = site.config.baseURL
    var members: [(String, JSONValue?)] = [
        ("version", .string("https://jsonfeed.org/version/1.1")),
        ("title", .string(title)),
        ("home_page_url", .string(baseURL.absolute(feed.home))),
        ("feed_url", .string(baseURL.absolute(feed.json))),
        ("description", feed.description.map { .string($0) }),
        ("authors", .array([author(site.feedAuthor)])),
        ("language", .string(site.config.language)),
    ]
    members.append(("items", .array(entries.map { item($0, siteLanguage: site.config.language) })))
    return object(members).text(forScript: false)
}

private func item(_ entry: FeedEntry, siteLanguage: String) -> JSONValue {
    // An item needs a content of one kind or the other.
    let text = entry.content == nil ? entry.summary ?? entry.title : nil
    return object([
        ("id", .string(entry.id)),
        ("url", .string(entry.url)),
        ("title", .string(entry.title)),
        ("content_html", entry.content.map { .string(String(decoding: $0, as: UTF8.self)) }),
        ("content_text", text.map { .string($0) }),
        ("summary", entry.summary.map { .string($0) }),
        ("image", entry.image.map { .string($0) }),
        ("date_published", .string(entry.published.rfc3339)),
        ("date_modified", .string(entry.updated.rfc3339)),
        ("authors", entry.authors.isEmpty ? nil : .array(entry.authors.map(author))),
        ("tags", entry.tags.isEmpty ? nil : .array(entry.tags.map { .string($0) })),
        ("language", entry.language == siteLanguage ? nil : .string(entry.language)),
    ])
}

private func author(_ author: FeedAuthor) -> JSONValue {
    object([("name", .string(author.name)), ("url", author.url.map { .string($0) })])
}

/// An object of the members that have a value.
private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
}
