package import SiteModel

/// How a text becomes HTML.
package struct HTMLStyle: Sendable {
    package var alignment: Alignment
    package var rawHTML: RawHTML
    /// Tables are framed so that they scroll by themselves, header cells name their scope, boxes of tasks have names, images
    /// have their size and load late.
    package var isForReading: Bool
    /// The index of an image that loads at once, since readers see it first.
    package var promptImage: Int?
    /// How many levels lower headings are than they are written, as in answers below a question of the third level.
    package var headingShift = 0
    /// The levels of headings are left open, since the text is shown under questions of several levels.
    package var leavesLevels = false
    /// In a box, since every text that is filled in copies its style.
    private var boxedWords = HTMLStyle.noWords
    private static let noWords = Box(Words())
    /// Set where the text is read outside of its page, as in a feed: every address gets scheme and host, nothing has an id or a
    /// class, and what others wrote as HTML is cleaned.
    package var base: PageBase?

    var words: Words { _read { yield boxedWords.value } }

    /// What the writer says in the language of the page.
    package struct Words: Sendable {
        /// Over an alert, such as `Note`.
        package var alertTitles: [AlertKind: String] = [:]
        /// The name of a scrolling table.
        package var table = ""
        /// The name of the link from a footnote back to the text.
        package var backToContent = "Back to content"
        /// The names of the boxes of tasks that are done and that are not.
        package var taskDone = ""
        package var taskOpen = ""

        package init() {}

        subscript(word: WrittenText.Word) -> String {
            switch word {
            case .note: alertTitle(.note)
            case .tip: alertTitle(.tip)
            case .important: alertTitle(.important)
            case .warning: alertTitle(.warning)
            case .caution: alertTitle(.caution)
            case .table: table
            case .backToContent: backToContent
            case .taskDone: taskDone
            case .taskOpen: taskOpen
            }
        }

        private func alertTitle(_ kind: AlertKind) -> String { alertTitles[kind] ?? kind.rawValue.uppercased() }
    }

    package enum Alignment: Sendable {
        /// `align="right"`, as libcmark-gfm writes it.
        case attribute
        /// `class="align-right"`: HTML5 has no such attribute.
        case cssClass
    }

    package enum RawHTML: Sendable {
        case kept
        case escaped
        /// GFM's tag filter: `<` of nine tags is escaped.
        case filtered
    }

    package init(alignment: Alignment, rawHTML: RawHTML, isForReading: Bool, words: Words) {
        self.init(alignment: alignment, rawHTML: rawHTML, isForReading: isForReading)
        boxedWords = Box(words)
    }

    /// Without words, for a text whose page fills them in.
    init(alignment: Alignment, rawHTML: RawHTML, isForReading: Bool) {
        self.alignment = alignment
        self.rawHTML = rawHTML
        self.isForReading = isForReading
    }

    /// For feeds, as the reading style of the same page has it otherwise.
    package func elsewhere(_ base: PageBase) -> HTMLStyle {
        var style = self
        (style.alignment, style.isForReading, style.base) = (.attribute, false, base)
        (style.promptImage, style.headingShift, style.leavesLevels) = (nil, 0, false)
        return style
    }

    /// As the CommonMark and GFM specifications have it.
    package static func specification(rawHTML: RawHTML) -> HTMLStyle {
        HTMLStyle(alignment: .attribute, rawHTML: rawHTML, isForReading: false, words: Words())
    }
}
