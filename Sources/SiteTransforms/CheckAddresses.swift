import SiteModel

/// Every address of the site belongs to one source. Two that differ only in letter case are one on many servers, and a file
/// cannot stand where another needs a folder.
func checkAddresses(_ pages: [Page], _ files: [PublishedFile], _ aliases: [Alias], _ placed: [PlacedDocument]) -> Diagnostics {
    var diagnostics = Diagnostics()
    var owners: [String: Owner] = [:]
    let slugs = Dictionary(placed.map { ($0.document.path, $0.document.frontMatter.slug?.location) }) { first, _ in first }
    for page in pages {
        let location = page.source.map { source in (slugs[source] ?? nil) ?? SourceLocation(source) }
        claim(page.permalink, Owner(name: page.source ?? "a page that Martlet makes", location: location), &owners, &diagnostics)
    }
    for file in files { claim(file.permalink, Owner(name: file.source, location: SourceLocation(file.source)), &owners, &diagnostics) }
    for alias in aliases { claim(alias.permalink, Owner(name: alias.location.path, location: alias.location), &owners, &diagnostics) }
    for (path, owner) in owners.sorted(by: { $0.key < $1.key }) {
        var parent = folder(of: path)
        while !parent.isEmpty {
            if let other = owners[parent] { report(owner, other, "/" + parent, "needs a folder where the other is a file", &diagnostics) }
            parent = folder(of: parent)
        }
    }
    return diagnostics
}

private struct Owner {
    let name: String
    let location: SourceLocation?
}

private func claim(
    _ permalink: Permalink, _ owner: Owner, _ owners: inout [String: Owner], _ diagnostics: inout Diagnostics
) {
    let key = permalink.outputPath.lowercased()
    guard let earlier = owners[key] else {
        owners[key] = owner
        return
    }
    report(owner, earlier, permalink.path, "have the same address", &diagnostics)
}

private func report(_ owner: Owner, _ other: Owner, _ address: String, _ what: String, _ diagnostics: inout Diagnostics) {
    let place = owner.location ?? other.location ?? SourceLocation(SiteConfig.path)
    diagnostics.add(
        .duplicateURL, "'\(owner.name)' and '\(other.name)' \(what): '\(address)'", at: place,
        help: "rename one of them, or give it another 'slug'",
        notes: other.location.map { [.init("the other one", at: $0)] } ?? [])
}
