import SiteModel

/// What a text says in short: what stands before `<!--more-->`, or else its first paragraph, cut at a word to about 160
/// characters (`domain.md` 2.5).
func openingText(of markup: Markup) -> String? {
    if let more = markup.blocks.firstIndex(of: .more) {
        let paragraphs = markup.blocks[..<more].compactMap { block in
            if case .paragraph(let content) = block { content.plainText(images: markup.images) } else { nil }
        }
        if !paragraphs.isEmpty { return paragraphs.joined(separator: " ") }
    }
    for block in markup.blocks {
        guard case .paragraph(let content) = block else { continue }
        let text = content.plainText(images: markup.images)
        guard text.count > 160 else { return text }
        let cut = text.prefix(160)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut).trimmingPunctuation + "…"
    }
    return nil
}

extension Substring {
    fileprivate var trimmingPunctuation: String {
        var rest = self
        while let last = rest.last, last.isPunctuation || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
