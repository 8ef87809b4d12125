import SiteModel

/// The entries of the menu lead to pages of the site, or to another site.
func checkMenu(_ config: SiteConfig, _ book: AddressBook) -> Diagnostics {
    var diagnostics = Diagnostics()
    for entry in config.menu where entry.url.value.hasPrefix("/") {
        let path = LinkParts(entry.url.value).path
        guard book.present(path) == nil else { continue }
        let near = nearestName(to: path, among: book.addresses.sorted())
        diagnostics.add(
            .brokenLink, "no page at '\(path)'", at: entry.url.location, help: near.map { "did you mean '\($0)'?" })
    }
    return diagnostics
}
