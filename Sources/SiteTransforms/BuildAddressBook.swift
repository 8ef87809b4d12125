import SiteModel

/// Puts together everything that a link can lead to.
func buildAddressBook(
    _ placed: [PlacedDocument], _ pages: [PreparedPage], _ lists: [ListPage], _ feeds: [Feed], _ files: [PublishedFile],
    hidden: Selection, _ sources: SiteSources
) -> AddressBook {
    var book = AddressBook(images: ImageIndex(files, sources.images))
    book.hidden = hidden.hidden
    for entry in assignPermalinks(sources.documents.filter { hidden.hidden[$0.path] != nil }, sources.config).value {
        book.hiddenAddresses[entry.permalink.path] = hidden.hidden[entry.document.path]
    }
    for entry in placed { book.documents[entry.document.path] = entry.permalink }
    for file in files { book.files[file.source] = file.permalink }
    for file in sources.files where book.files[file] == nil { book.hidden[file] = stateOfOwner(file, hidden) }
    let incomplete = Set(placed.filter(\.document.isIncomplete).map(\.permalink))
    for page in pages {
        book.addresses.insert(page.permalink.path)
        // What an unreadable file would have is not known, so links into it are not called broken.
        if !incomplete.contains(page.permalink) { book.ids[page.permalink.path] = page.ids }
        for alias in page.fields.aliases { if let path = aliasPath(alias.value) { book.aliases[path] = page.permalink } }
    }
    book.addresses.formUnion(lists.map(\.permalink.path))
    book.addresses.formUnion(files.map(\.permalink.path))
    book.addresses.formUnion(["/404.html"] + ownAddresses(feeds, sources.config).map(\.path))
    return book
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
