/// A block or a piece of running text, as one of the nodes of a `MarkupTree`. What stands in it follows it there.
@usableFromInline
package struct MarkupNode: Sendable, Equatable {
    @usableFromInline package var kind: Kind
    /// How many nodes it is, with all that stand in it.
    @usableFromInline var span: UInt32 = 1
    /// Its words, as offsets into the bytes of its tree.
    @usableFromInline var start: UInt32
    @usableFromInline var end: UInt32

    /// Of its words, in bytes.
    @inlinable package var length: Int { Int(end - start) }

    @inlinable
    init(_ kind: Kind, from start: Int, to end: Int) {
        self.kind = kind
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    @usableFromInline
    package enum Kind: Sendable, Equatable {
        // Blocks.
        case paragraph
        /// An index into `Markup.headings`.
        case heading(Int)
        case thematicBreak
        case blockQuote
        /// `start` is the number of the first item; nil for a bullet list. A list is tight where its items are not set apart by blank
        /// lines, so their paragraphs are not marked up.
        case list(start: Int?, isTight: Bool)
        /// Whether the box of a task is ticked; nil for an ordinary item.
        case item(isDone: Bool?)
        /// Its words are the fence's info string, escapes and entities decoded, of so many bytes, and the code behind it.
        case codeBlock(info: Int)
        /// An index into `Markup.rawHTML`.
        case htmlBlock(Int)
        /// Holds rows, the header first.
        case table
        case row
        case cell(Alignment)
        case alert(AlertKind)
        /// An image alone in its paragraph, linked or not; its title is the caption.
        case figure
        /// An index into `Markup.containers`.
        case container(Int)
        /// An index into `Markup.footnotes`.
        case footnote(Int)
        /// `<!--more-->`: what stands before it is the summary.
        case more

        // Running text.
        case text
        case softBreak
        case lineBreak
        case code
        /// An index into `Markup.rawHTML`.
        case html(Int)
        case emphasis
        case strong
        case strikethrough
        /// An index into `Markup.links`.
        case link(Int)
        /// An index into `Markup.images`.
        case image(Int)
        /// Its words are the footnote's name in the source. `number` is what readers see, `occurrence` which reference to the same
        /// footnote this is; both count from 1.
        case footnoteReference(number: UInt32, occurrence: UInt32)
    }

    @usableFromInline
    package enum Alignment: UInt8, Sendable { case none, left, center, right }
}

/// The kinds of alert that GitHub knows.
@usableFromInline
package enum AlertKind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}
