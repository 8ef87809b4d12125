/// Whether an entry of a folder of `content/` is none for a site: hidden files, but for those that are meant to be published, and
/// editors' backups.
package func isIgnored(_ name: String, in folder: String) -> Bool {
    if folder == "content/static" || folder.hasPrefix("content/static/") { return name == ".DS_Store" }
    return name.hasPrefix(".") || name.hasSuffix("~") || name == "Thumbs.db"
}
