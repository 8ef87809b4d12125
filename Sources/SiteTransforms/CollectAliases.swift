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
    guard let path = percentDecoded(alias).map(normalized), path.hasPrefix("/"),
        !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || "#?\\".unicodeScalars.contains($0) })
    else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    return parts.contains { ["", ".", ".."].contains($0) } ? nil : path
}
