/// Running text without its markup.
extension MarkupTree {
    /// Images give their description, breaks a space, raw HTML and footnote references nothing.
    package func plainText(of positions: Range<Int>, images: [Image]) -> String {
        lend { $0.plainText(of: positions, images: images) }
    }

    /// Readers see and hear nothing of it. Raw HTML counts as something, since it may hold a picture or a name.
    package func isBlank(_ positions: Range<Int>, images: [Image]) -> Bool {
        nodes[positions].allSatisfy { node in
            switch node.kind {
            case .text, .code: withWords(of: node) { $0.allSatisfy { $0 <= 0x20 } }
            case .image(let index): images[index].alternative.utf8.allSatisfy { $0 <= 0x20 }
            case .html, .footnoteReference: false
            default: true
            }
        }
    }

    /// Without links (their text stays), pictures, footnotes and raw HTML, which have no place in a table of contents.
    package var withoutLinks: MarkupTree {
        var tree = MarkupTree()
        tree.appendWithoutLinks(self, all)
        return tree
    }

    private mutating func appendWithoutLinks(_ other: MarkupTree, _ positions: Range<Int>) {
        for position in other.level(positions) {
            let node = other[position]
            switch node.kind {
            case .link: appendWithoutLinks(other, other.content(of: position))
            case .emphasis, .strong, .strikethrough:
                let start = open(node.kind)
                appendWithoutLinks(other, other.content(of: position))
                close(start)
            case .image, .footnoteReference, .html: break
            default: other.withWords(of: node) { add(node.kind, words: $0) }
            }
        }
    }
}
