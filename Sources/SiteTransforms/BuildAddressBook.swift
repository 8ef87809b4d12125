import SiteModel

/// Puts together everything that a link can lead to.
func buildAddressBook(
    _ placed: [PlacedDocument], _ pages: [PreparedPage], _ lists: [ListPage], _ feeds: [Feed], _ files: [PublishedFile],
    _ images: ImageResolver, hidden: Selection, _ sources: SiteSources, _ workers: Workers
) async -> AddressBook {
    var book = AddressBook(files: images.files, images: images.images)
    book.hidden = hidden.hidden
    let unpublished = hidden.hidden.isEmpty ? [] : sources.documents.filter { hidden.hidden[$0.path] != nil }
    for entry in await assignPermalinks(unpublished, sources.config, workers).value {
        book.hiddenAddresses[entry.permalink.path] = hidden.hidden[entry.document.path]
    }
    if files.count < sources.files.count {
        for file in sources.files where book.files[file] == nil { book.hidden[file] = stateOfOwner(file, hidden) }
    }
    book.add(placed, pages)
    let others = lists.map(\.permalink) + files.map(\.permalink) + [Permalink("/404.html")] + ownAddresses(feeds, sources.config)
    for other in others where book.addresses[other.path] == nil { book.addresses[other.path] = .other(other) }
    return book
}

extension AddressBook {
    fileprivate mutating func add(_ placed: [PlacedDocument], _ pages: [PreparedPage]) {
        documents.reserveCapacity(placed.count)
        for entry in placed { documents[entry.document.path] = entry }
        // What an unreadable file would have is not known, so links into it are not called broken.
        let incomplete = Set(placed.lazy.filter(\.document.isIncomplete).map(\.page))
        self.pages = Array(repeating: nil, count: placed.count)
        addresses.reserveCapacity(pages.count * 5 / 4)
        for page in pages {
            let entry = page.placed
            addresses[entry.permalink.path] = .document(entry)
            if !incomplete.contains(entry.number) { self.pages[entry.number] = page }
            for alias in page.fields.aliases { if let path = aliasPath(alias.value) { aliases[path] = entry } }
        }
    }
}

/// The files that Martlet makes beside the pages. A file of the site takes the place of each.
func ownAddresses(_ feeds: [Feed], _ config: SiteConfig) -> [Permalink] {
    var names = ["/sitemap.xml", "/robots.txt"]
    if config.manifest != nil { names.append("/site.webmanifest") }
    let hosting = config.hosting.servers.flatMap(\.files).map { "/" + $0 }
    return (names + hosting).map { Permalink($0) } + feeds.flatMap { [$0.atom, $0.json] }
}

/// Why a file is not published: the state of the page in whose folder it stands.
private func stateOfOwner(_ file: String, _ selection: Selection) -> PublicationState? {
    var parent = folder(of: file)
    while !parent.isEmpty {
        if let state = selection.hidden[parent + "/index.md"] { return state }
        parent = folder(of: parent)
    }
    return nil
}
