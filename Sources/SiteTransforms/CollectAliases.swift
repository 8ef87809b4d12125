import SiteModel

/// The former addresses that pages name under `aliases:`.
func collectAliases(_ pages: [PreparedPage]) -> Outcome<[Alias]> {
    var diagnostics = Diagnostics()
    var aliases: [Alias] = []
    for page in pages {
        for alias in page.fields.aliases {
            guard let path = aliasPath(alias.value) else {
                diagnostics.add(
                    .badURLPath, "'\(alias.value)' is not an address of this site", at: alias.location,
                    help: "write '/old/address/'")
                continue
            }
            aliases.append(Alias(permalink: Permalink(path), target: page.permalink, location: alias.location))
        }
    }
    return Outcome(aliases, diagnostics)
}

/// The path that an alias names, `%XX` decoded; nil where it is no address of this site, or one that leads out of it.
func aliasPath(_ alias: String) -> String? {
    guard let path = percentDecoded(alias).map(normalized), path.utf8.first == 0x2F,
        !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || "#?\\".unicodeScalars.contains($0) })
    else { return nil }
    let inner = path.utf8.dropFirst(1)
    let bare = inner.last == 0x2F ? inner.dropLast() : inner
    return isInnerPath(String(decoding: bare, as: UTF8.self)) ? path : nil
}
