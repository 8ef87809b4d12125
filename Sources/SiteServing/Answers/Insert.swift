internal import SiteModel

/// A page with some HTML before its `</body>`; at its end where it has none.
func inserted(_ html: HTML, atEndOf page: [UInt8]) -> [UInt8] {
    let end = Array("</body".utf8)
    var position = page.count
    var index = page.count - end.count
    while index >= 0 {
        if page[index] == 0x3C, zip(page[index...], end).allSatisfy({ lowercased($0) == $1 }) {
            position = index
            break
        }
        index -= 1
    }
    return Array(page[..<position]) + Array(html.text.utf8) + Array(page[position...])
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// The mark on a page that readers do not see; nil for one that is published.
func unpublishedMark(of page: Page, in site: Site) -> HTML? {
    guard let source = page.source, let found = site.unpublished.first(where: { $0.path == source }) else { return nil }
    let moment = found.moment.map { $0.rfc3339.prefix(16).split(separator: "T").joined(separator: " ") } ?? ""
    let words: (String, String)
    switch found.state {
    case .published: return nil
    case .draft: words = ("Draft", "Readers do not see this page.")
    case .scheduled: words = ("Scheduled", "Readers see this page from \(moment) on.")
    case .expired: words = ("Expired", "Readers have not seen this page since \(moment).")
    }
    let sheet: HTML = "<link rel=\"stylesheet\" href=\"\(ownFolder)preview.css\">"
    return sheet + "<martlet-mark role=\"note\" lang=\"en\" dir=\"ltr\"><b>\(words.0)</b> \(words.1)</martlet-mark>"
}

/// The policy of a page with the preview's own script, styles and messages allowed, and without what only https can keep.
func previewPolicy(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    directives.removeAll { ["upgrade-insecure-requests", "block-all-mixed-content"].contains($0[0].lowercased()) }
    let standard = directives.first { $0[0].lowercased() == "default-src" }?.dropFirst()
    for name in ["script-src", "script-src-elem", "style-src", "style-src-elem", "connect-src"] {
        if let index = directives.firstIndex(where: { $0[0].lowercased() == name }) {
            directives[index] = [name] + withSelf(directives[index].dropFirst())
        } else if let standard, !name.hasSuffix("-elem") {
            directives.append([name] + withSelf(standard))
        }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
}

private func withSelf(_ sources: ArraySlice<String>) -> [String] {
    if sources.contains("'self'") || sources.contains("*") { return Array(sources) }
    return sources.filter { $0.lowercased() != "'none'" } + ["'self'"]
}
