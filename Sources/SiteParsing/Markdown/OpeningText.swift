import SiteModel

/// What a text says in short: what stands before `<!--more-->`, or else its first paragraph, cut at a word to about 160
/// characters (`domain.md` 2.5).
func openingText(of markup: Markup) -> String? {
    let tree = markup.tree
    var paragraphs: [Int] = []
    var isPastMore = false
    for position in tree.level(tree.all) {
        switch tree[position].kind {
        case .paragraph: paragraphs.append(position)
        case .more where !isPastMore:
            isPastMore = true
            if paragraphs.isEmpty { continue }
            return paragraphs.map { tree.plainText(of: tree.content(of: $0), images: markup.images) }.joined(separator: " ")
        default: break
        }
    }
    guard let first = paragraphs.first else { return nil }
    let text = tree.plainText(of: tree.content(of: first), images: markup.images)
    guard text.count > 160 else { return text }
    let cut = text.prefix(160)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut).trimmingPunctuation + "…"
}

extension Substring {
    fileprivate var trimmingPunctuation: String {
        var rest = self
        while let last = rest.last, last.isPunctuation || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
