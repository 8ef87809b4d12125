import SiteModel

/// Every address of the site belongs to one source. Two that differ only in letter case are one on many servers, and a file
/// cannot stand where another needs a folder.
func checkAddresses(
    _ pages: [Page], _ feeds: [Feed], _ files: [PublishedFile], _ aliases: [Alias], _ placed: [PlacedDocument],
    _ config: SiteConfig
) -> Diagnostics {
    let own = ownAddresses(feeds, config)
    guard mayConflict(pages, files, own, aliases) else { return Diagnostics() }
    var book = Ownership()
    var slugs: [String: SourceLocation] = [:]
    for entry in placed {
        if let slug = entry.document.fields.slug { slugs[entry.document.path] = slug.location }
    }
    for page in pages {
        let location = page.source.map { source in slugs[source] ?? SourceLocation(source) }
        let owner = Owner(
            address: page.permalink.path, location: location, advice: "rename one of the two, or give it another 'slug'")
        book.claim(page.permalink.outputPath, owner)
    }
    for file in files {
        let owner = Owner(address: file.permalink.path, location: SourceLocation(file.source), advice: "rename or move the file")
        book.claim(file.permalink.outputPath, owner)
    }
    for permalink in own { book.claimIfFree(permalink) }
    for alias in aliases {
        let owner = Owner(address: alias.permalink.path, location: alias.location, advice: "delete the alias, or change it")
        book.claim(alias.outputPath, owner)
    }
    book.findFilesInTheWay()
    return book.diagnostics
}

private func mayConflict(
    _ pages: [Page], _ files: [PublishedFile], _ own: [Permalink], _ aliases: [Alias]
) -> Bool {
    var numbers = AddressNumbers(capacity: pages.count + files.count + own.count + aliases.count)
    for page in pages { numbers.claim(page.permalink) }
    for file in files { numbers.claim(file.permalink) }
    for permalink in own { numbers.claimIfFree(permalink) }
    for alias in aliases { numbers.claim(Permalink("/" + alias.outputPath)) }
    numbers.findFilesInTheWay()
    return numbers.mayConflict
}

private struct Owner {
    let address: String
    /// Nil for what Martlet makes by itself.
    let location: SourceLocation?
    /// What to do where another has the address already.
    let advice: String

    var name: String { location.map { "'\($0.path)'" } ?? "a page that Martlet makes" }
}

private struct Ownership {
    var diagnostics = Diagnostics()
    /// By the path in the output folder, in small letters.
    private var owners: [String: Owner] = [:]

    mutating func claim(_ path: String, _ owner: Owner) {
        let key = path.lowercased()
        checkNames(in: path, owner)
        guard let earlier = owners.updateValue(owner, forKey: key) else { return }
        owners[key] = earlier
        // What an editor can change is pointed at.
        let (later, first) = owner.location == nil ? (earlier, owner) : (owner, earlier)
        report(later, "'\(later.address)' is the address of \(first.name) already", first, later.advice)
    }

    /// File systems take names of 255 bytes, and Martlet keeps names of its own in the output folder.
    private mutating func checkNames(in path: String, _ owner: Owner) {
        // Most paths are shorter than the longest name.
        guard path.utf8.count > 255 || path.utf8.starts(with: ".martlet-".utf8) else { return }
        let parts = pathParts(path)
        let location = owner.location ?? SourceLocation(SiteConfig.path)
        if let long = parts.first(where: { $0.utf8.count > 255 }) {
            diagnostics.add(
                .badURLPath, "'\(long.prefix(40))…' has \(long.utf8.count) bytes, where a name has at most 255", at: location,
                help: "choose a shorter one")
        }
        if let first = parts.first, first.hasPrefix(".martlet-") {
            diagnostics.add(.badURLPath, "'\(first)' is a name of Martlet's own", at: location, help: "choose another")
        }
    }

    /// For what gives way to a file of the site.
    mutating func claimIfFree(_ permalink: Permalink) {
        let key = permalink.outputPath.lowercased()
        if owners[key] == nil { owners[key] = Owner(address: permalink.path, location: nil, advice: "") }
    }

    mutating func findFilesInTheWay() {
        var seen: Set<String> = []
        for (path, owner) in owners.sorted(by: { $0.key < $1.key }) {
            var parent = folder(of: path)
            while !parent.isEmpty {
                if let file = owners[parent], seen.insert(parent).inserted {
                    let (later, first) = file.location == nil ? (owner, file) : (file, owner)
                    let message = "'\(file.address)' is a file, and '\(owner.address)' needs a folder of that name"
                    report(later, message, first, later.advice)
                }
                parent = folder(of: parent)
            }
        }
    }

    private mutating func report(_ owner: Owner, _ message: String, _ other: Owner, _ advice: String) {
        diagnostics.add(
            .duplicateURL, message, at: owner.location ?? SourceLocation(SiteConfig.path), help: advice,
            notes: other.location.map { [.init("the other one", at: $0)] } ?? [])
    }
}
