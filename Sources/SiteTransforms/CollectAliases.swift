import SiteModel

/// The former addresses that pages name under `aliases:`.
func collectAliases(_ pages: [PreparedPage]) -> Outcome<[Alias]> {
    var diagnostics = Diagnostics()
    var aliases: [Alias] = []
    for page in pages {
        for alias in page.fields.aliases {
            guard alias.value.hasPrefix("/"), !alias.value.hasPrefix("//"), !alias.value.split(separator: "/").contains(".."),
                !alias.value.contains(where: { $0 == "#" || $0 == "?" || $0 == "\\" })
            else {
                diagnostics.add(
                    .badURLPath, "'\(alias.value)' is not an address of this site", at: alias.location, help: "write '/old/address/'")
                continue
            }
            aliases.append(Alias(permalink: Permalink(alias.value), target: page.permalink, location: alias.location))
        }
    }
    return Outcome(aliases, diagnostics)
}
