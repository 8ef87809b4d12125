/// Running text that stands by itself, as a heading or a question does.
@usableFromInline
package enum RunningText: Sendable, Equatable {
    /// Without markup, as most are.
    case plain(String)
    case marked(MarkupTree)

    /// Images give their description, breaks a space, raw HTML and footnote references nothing.
    package func plainText(images: [Image]) -> String {
        switch self {
        case .plain(let text): text
        case .marked(let tree): tree.plainText(of: tree.all, images: images)
        }
    }

    /// Readers see and hear nothing of it. Raw HTML counts as something, since it may hold a picture or a name.
    package func isBlank(images: [Image]) -> Bool {
        switch self {
        case .plain(let text): text.utf8.allSatisfy { $0 <= 0x20 }
        case .marked(let tree): tree.isBlank(tree.all, images: images)
        }
    }

    /// Without links (their text stays), pictures, footnotes and raw HTML, which have no place in a table of contents.
    package var withoutLinks: RunningText {
        switch self {
        case .plain: self
        case .marked(let tree): .marked(tree.withoutLinks)
        }
    }

    package var tree: MarkupTree {
        switch self {
        case .plain(let text): MarkupTree(text: text)
        case .marked(let tree): tree
        }
    }
}

extension MarkupTree {
    /// What stands at some positions, by itself.
    package func runningText(_ positions: Range<Int>) -> RunningText {
        if positions.isEmpty { return .plain("") }
        if positions.count == 1, case .text = self[positions.lowerBound].kind {
            return .plain(words(of: self[positions.lowerBound]))
        }
        return .marked(part(positions))
    }
}
