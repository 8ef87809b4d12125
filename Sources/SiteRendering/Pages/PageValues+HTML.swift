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
        return above == 0 || (above == 1 && beginsWithHeading)
    }
}

extension PageValues {
    /// A word of the theme in the language of the page, or the one that stands in for it.
    func word(_ key: String, otherwise other: String? = nil) -> String {
        let word = theme.sources.word(key, in: language)
        return word.isEmpty ? other.map { theme.sources.word($0, in: language) } ?? "" : word
    }

    func html(_ text: LinkedMarkup) -> Value { html(text, style) }

    /// The text at the head of a page, below its picture where it has one.
    func html(opening text: LinkedMarkup, below picture: PublishedImage? = nil) -> Value {
        html(text, opening(text, below: picture))
    }

    func html(_ text: LinkedMarkup, _ style: HTMLStyle) -> Value {
        if text.isEmpty { return .html([]) }
        return .html(written(text, style).filled(text, style, container: container))
    }

    /// What stands before the first heading, and the rest.
    func parts(of text: LinkedMarkup, _ style: HTMLStyle) -> (lead: Value, body: Value) {
        let (lead, body) = written(text, style).filledParts(text, style, container: container)
        return (.html(lead), .html(body))
    }

    /// A text whose source was parsed in this build is written already.
    private func written(_ text: LinkedMarkup, _ style: HTMLStyle) -> WrittenText {
        shared.texts.page(text.id) ?? HTMLWriter.written(text.markup, style)
    }

    /// The style of a text at the head of a page. An image at its beginning is what readers see first.
    func opening(_ text: LinkedMarkup, below picture: PublishedImage?) -> HTMLStyle {
        var style = style
        if picture == nil, text.markup.beginsWithImage { style.promptImage = 0 }
        return style
    }

    /// Running text that stands outside its blocks: a heading or a question.
    func inlineHTML(_ content: RunningText, _ text: LinkedMarkup) -> [UInt8] {
        switch content {
        case .plain(let words):
            return ByteBuffer.array(expecting: words.utf8.count + 32) { $0.appendEscaped(words) }
        case .marked(let tree):
            return HTMLWriter.written(tree, of: text.markup, style).filled(text, style, container: container)
        }
    }
}
