package import SiteModel

/// How a text becomes HTML.
package struct HTMLStyle: Sendable {
    package var alignment: Alignment
    package var rawHTML: RawHTML
    /// Tables are framed so that they scroll by themselves, header cells name their scope, images load late.
    package var isForReading: Bool
    /// The words over an alert, such as `Note`.
    package var alertTitles: [AlertKind: String]
    /// What the name of a scrolling table says.
    package var tableLabel: String

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

    package init(
        alignment: Alignment, rawHTML: RawHTML, isForReading: Bool, alertTitles: [AlertKind: String], tableLabel: String
    ) {
        self.alignment = alignment
        self.rawHTML = rawHTML
        self.isForReading = isForReading
        self.alertTitles = alertTitles
        self.tableLabel = tableLabel
    }

    /// As the CommonMark and GFM specifications have it.
    package static func specification(rawHTML: RawHTML) -> HTMLStyle {
        HTMLStyle(alignment: .attribute, rawHTML: rawHTML, isForReading: false, alertTitles: [:], tableLabel: "")
    }
}
