/// A piece of running text.
package enum Inline: Sendable, Equatable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// An index into `Markup.rawHTML`.
    case html(Int)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    /// An index into `Markup.links`.
    case link(Int, [Inline])
    /// An index into `Markup.images`.
    case image(Int)
    case footnoteReference(FootnoteReference)

    package struct FootnoteReference: Sendable, Equatable {
        /// The footnote's name in the source.
        package var name: String
        /// The number that readers see, from 1.
        package var number: Int
        /// Which reference to the same footnote this is, from 1.
        package var occurrence: Int

        package init(name: String, number: Int, occurrence: Int) {
            self.name = name
            self.number = number
            self.occurrence = occurrence
        }
    }
}

extension [Inline] {
    /// The text without its markup: images give their description, breaks a space, footnote references nothing.
    package func plainText(images: [Image]) -> String {
        var text = ""
        appendPlainText(to: &text, images: images)
        return text
    }

    private func appendPlainText(to text: inout String, images: [Image]) {
        for inline in self {
            switch inline {
            case .text(let literal), .code(let literal): text += literal
            case .softBreak, .lineBreak: text += " "
            case .html, .footnoteReference: break
            case .image(let index): text += images[index].alternative
            case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, let content):
                content.appendPlainText(to: &text, images: images)
            }
        }
    }
}

extension [Inline] {
    /// Readers see and hear nothing of it. Raw HTML counts as something, since it may hold a picture or a name.
    package func isBlank(images: [Image]) -> Bool {
        allSatisfy { inline in
            switch inline {
            case .text(let literal), .code(let literal): literal.utf8.allSatisfy { $0 <= 0x20 }
            case .softBreak, .lineBreak: true
            case .html, .footnoteReference: false
            case .image(let index): images[index].alternative.utf8.allSatisfy { $0 <= 0x20 }
            case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, let content):
                content.isBlank(images: images)
            }
        }
    }
}
