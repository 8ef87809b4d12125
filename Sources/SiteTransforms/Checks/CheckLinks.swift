import SiteModel

/// Links say where they lead (`domain.md` 8.1 AX5). `language` is that of the text.
func checkLinks(_ markup: Markup, language: String, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    let isEnglish = language == "en" || language.lowercased().hasPrefix("en-")
    let links = markup.links
    for index in links.indices {
        if !links[index].isNamed {
            reportEmpty(links[index], markup, at: SourceLocation(path, links[index].range), &diagnostics)
        } else if isEnglish, let words = vagueWords(links[index].shortText) {
            diagnostics.add(
                .vagueLink, "the link '\(words)' does not say where it leads", at: SourceLocation(path, links[index].range),
                help: "write what readers find there, such as the title of the page")
        }
    }
    return diagnostics
}

private func reportEmpty(_ link: Link, _ markup: Markup, at location: SourceLocation, _ diagnostics: inout Diagnostics) {
    let image = markup.images.first { link.range.lower < $0.range.lower && $0.range.upper < link.range.upper }
    diagnostics.add(
        .emptyLink, image == nil ? "the link has no text" : "the link holds an image without a description and no text",
        at: location,
        help: image.map { "say where it leads: '[![where it leads](\($0.source))](\(link.destination))'" }
            ?? "write what readers find there: '[…](\(link.destination))'")
}

/// The text of a link where it says nothing by itself: screen readers list links without what stands around them.
private func vagueWords(_ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    let words =
        asciiWords(of: text, joinedBy: 0x20) { ($0 | 0x20) &- 0x61 < 26 }
        ?? text.lowercased().split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
    return vague.contains(words) ? text : nil
}

private let vague: Set<String> = [
    "here", "click here", "click", "click this", "read more", "more", "learn more", "see more", "this", "this page", "this link",
    "link", "page", "this site", "go here", "see here", "read this", "read on", "details", "more info",
]
