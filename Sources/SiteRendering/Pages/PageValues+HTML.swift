import SiteModel
import Templates

extension PageValues {
    func style(_ language: String) -> HTMLStyle {
        let word = { theme.sources.word($0, in: language) }
        var words = HTMLStyle.Words()
        for kind in AlertKind.allCases {
            words.alertTitles[kind] = word("alert" + kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())
        }
        words.table = word("table")
        words.backToContent = word("backToContent")
        words.taskDone = word("taskDone")
        words.taskOpen = word("taskOpen")
        return HTMLStyle(
            alignment: .cssClass, rawHTML: config.markdown.html == .escape ? .escaped : .kept, isForReading: true, words: words)
    }

    func html(_ text: LinkedMarkup, _ language: String) -> Value {
        text.markup.isEmpty ? .html([]) : .html(HTMLWriter.html(text, style(language), container: container))
    }

    /// Running text that stands outside its blocks: a heading or a question.
    func inlineHTML(_ content: [Inline], _ text: LinkedMarkup, _ language: String) -> [UInt8] {
        var writer = HTMLWriter(text, style(language), container: container)
        writer.write(content)
        return writer.output
    }

    /// Renders a container with the theme's block template; what the check of containers has refused shows its content only.
    var container: (Container, [UInt8]) -> [UInt8] {
        { container, inner in
            guard let keys = theme.sources.manifest.blocks[container.name], let entry = theme.entries["blocks/\(container.name).html"]
            else { return inner }
            let values = keys.map { key in optional(container.parameters.last { $0.key == key }?.value) }
            var output: [UInt8] = []
            _ = theme.templates.render(
                entry, root: [.html(inner)] + values, strings: theme.strings(config.language), into: &output)
            return output
        }
    }
}
