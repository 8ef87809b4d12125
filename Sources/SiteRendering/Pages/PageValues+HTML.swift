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

extension PageValues {
    func html(_ text: LinkedMarkup) -> Value {
        text.markup.isEmpty ? .html([]) : .html(HTMLWriter.html(text, style, container: container))
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
