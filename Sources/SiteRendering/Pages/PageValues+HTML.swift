import SiteModel
import Templates

extension HTMLStyle {
    /// How the pages of a site are written, with the theme's words in a language.
    static func reading(_ config: SiteConfig, _ theme: ThemeSources, _ language: String) -> HTMLStyle {
        let word = { theme.word($0, in: language) }
        var words = HTMLStyle.Words()
        for kind in AlertKind.allCases {
            words.alertTitles[kind] = word("alert" + kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())
        }
        words.table = word("table")
        words.backToContent = word("backToContent")
        words.taskDone = word("taskDone")
        words.taskOpen = word("taskOpen")
        let rawHTML: RawHTML = config.markdown.html == .escape ? .escaped : .kept
        return HTMLStyle(alignment: .cssClass, rawHTML: rawHTML, isForReading: true, words: words)
    }
}

extension Markup {
    /// Whether an image stands in the first section: before any heading but one that begins the text.
    fileprivate var beginsWithImage: Bool {
        guard let image = images.first else { return false }
        let above = headings.count { $0.range.lower < image.range.lower }
        guard above == 1, case .heading = blocks.first else { return above == 0 }
        return true
    }
}

extension PageValues {
    /// A word of the theme in the language of the page, or the one that stands in for it.
    func word(_ key: String, otherwise other: String? = nil) -> String {
        let word = theme.sources.word(key, in: language)
        return word.isEmpty ? other.map { theme.sources.word($0, in: language) } ?? "" : word
    }

    func html(_ text: LinkedMarkup) -> Value {
        text.markup.isEmpty ? .html([]) : .html(HTMLWriter.html(text, style, container: container))
    }

    /// The text at the head of a page, below its picture where it has one.
    func html(opening text: LinkedMarkup, below picture: PublishedImage? = nil) -> Value {
        text.markup.isEmpty ? .html([]) : .html(HTMLWriter.html(text, opening(text, below: picture), container: container))
    }

    /// The style of a text at the head of a page. An image at its beginning is what readers see first.
    func opening(_ text: LinkedMarkup, below picture: PublishedImage?) -> HTMLStyle {
        var style = style
        if picture == nil, text.markup.beginsWithImage { style.promptImage = 0 }
        return style
    }

    /// Running text that stands outside its blocks: a heading or a question.
    func inlineHTML(_ content: [Inline], _ text: LinkedMarkup) -> [UInt8] {
        var writer = HTMLWriter(text, style, container: container)
        writer.write(content)
        return writer.output
    }

    /// Renders a container with the theme's block template; what the check of containers has refused shows its content only.
    var container: (Container, [UInt8]) -> [UInt8] {
        { container, inner in
            guard let keys = theme.sources.manifest.blocks[container.name],
                let entry = theme.entries["blocks/\(container.name).html"]
            else { return inner }
            let values = keys.map { key in optional(container.parameters.last { $0.key == key }?.value) }
            var output: [UInt8] = []
            _ = theme.templates.render(
                entry, root: [.html(inner)] + values, strings: theme.strings(language), into: &output)
            return output
        }
    }
}
