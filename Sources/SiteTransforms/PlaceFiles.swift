import SiteModel

/// Gives each file that is published as it is its address: below its page's where it stands in a page's folder, at the
/// root for `content/static/`, and otherwise where it stands in `content/`. Files of pages that are not published stay out.
func placeFiles(_ files: [String], beside placed: [PlacedDocument], hidden: [String: PublicationState]) -> [PublishedFile] {
    var folders: [String: Permalink?] = [:]
    for page in placed where page.document.path.hasSuffix("/index.md") {
        folders[folder(of: page.document.path)] = page.permalink
    }
    for path in hidden.keys where path.hasSuffix("/index.md") { folders[folder(of: path)] = Permalink?.none }
    return files.compactMap { file in
        if file.hasPrefix("content/static/") { return published(file, at: Permalink("/"), below: "content/static") }
        var parent = folder(of: file)
        while !parent.isEmpty {
            if let owner = folders[parent] { return owner.map { published(file, at: $0, below: parent) } }
            parent = folder(of: parent)
        }
        return published(file, at: Permalink("/"), below: "content")
    }
}

private func published(_ file: String, at permalink: Permalink, below folder: String) -> PublishedFile {
    PublishedFile(
        source: file,
        permalink: Permalink(permalink.path + String(decoding: file.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)))
}
