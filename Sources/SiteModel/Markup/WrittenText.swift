/// A text as HTML, with gaps for what its own source does not decide: where links lead, which ids headings get, the words of the
/// page's language, the theme's blocks. Whoever renders a page fills them in, and the tree is not needed any more.
package struct WrittenText: Sendable, Equatable {
    package var bytes: [UInt8]
    /// In the order of the text.
    package var gaps: [Gap]
    /// How many bytes and gaps stand before the first heading or footnote of the text's own level.
    package var lead: (bytes: Int, gaps: Int)

    package init(bytes: [UInt8], gaps: [Gap], lead: (bytes: Int, gaps: Int)) {
        self.bytes = bytes
        self.gaps = gaps
        self.lead = lead
    }

    package static let empty = WrittenText(bytes: [], gaps: [], lead: (0, 0))

    package static func == (left: WrittenText, right: WrittenText) -> Bool {
        left.lead == right.lead && left.gaps == right.gaps && left.bytes == right.bytes
    }

    package struct Gap: Sendable, Equatable {
        /// Before which of the bytes it stands.
        package var offset: UInt32
        package var kind: Kind
        /// Which link, image, heading, word or container, as an index into the list of its `Markup`.
        package var index: UInt32

        package init(offset: Int, kind: Kind, index: Int) {
            self.offset = UInt32(offset)
            self.kind = kind
            self.index = UInt32(index)
        }
    }

    package enum Kind: UInt8, Sendable {
        /// The address of a link, for a double-quoted attribute.
        case address
        /// The address of an image.
        case image
        /// Width, height and manner of loading of an image, as attributes.
        case imageMarks
        /// The attribute `id` of a heading.
        case headingID
        /// A word of the page's language; the index is the raw value of a `Word`.
        case word
        /// Where the content of a container begins and ends.
        case container, containerEnd
        /// The digit in the tags of a heading, where it depends on what the text is shown under.
        case headingLevel
    }

    /// What is said around a text in the language of its page.
    package enum Word: Int, Sendable, CaseIterable {
        case note, tip, important, warning, caution
        /// The name of a scrolling table.
        case table
        /// The name of the link from a footnote back to the text.
        case backToContent
        /// The names of the boxes of tasks.
        case taskDone, taskOpen
    }
}
