/// A block of a Markdown text.
package enum Block: Sendable, Equatable {
    case paragraph([Inline])
    /// An index into `Markup.headings`.
    case heading(Int)
    case thematicBreak
    case blockQuote([Block])
    case list(List)
    /// `info` is the fence's info string, escapes and entities decoded; empty for indented code.
    case code(info: String, literal: String)
    /// An index into `Markup.rawHTML`.
    case html(Int)
    case table(Table)
    case alert(AlertKind, [Block])
    /// An image alone in its paragraph, as an index into `Markup.images`; its title is the caption. `link` is an index into
    /// `Markup.links` where the image is linked.
    case figure(image: Int, link: Int?)
    /// An index into `Markup.containers`.
    case container(Int, [Block])
    case footnote(Footnote)
    /// `<!--more-->`: what stands before it is the summary.
    case more

    package struct List: Sendable, Equatable {
        /// The number of the first item; nil for a bullet list.
        package var start: Int?
        /// Items are not set apart by blank lines, so their paragraphs are not marked up.
        package var isTight: Bool
        package var items: [Item]

        package init(start: Int?, isTight: Bool, items: [Item]) {
            self.start = start
            self.isTight = isTight
            self.items = items
        }
    }

    package struct Item: Sendable, Equatable {
        /// Whether the box of a task is ticked; nil for an ordinary item.
        package var isDone: Bool?
        package var blocks: [Block]

        package init(isDone: Bool?, blocks: [Block]) {
            self.isDone = isDone
            self.blocks = blocks
        }
    }

    package struct Table: Sendable, Equatable {
        package var alignments: [Alignment]
        package var header: [[Inline]]
        package var rows: [[[Inline]]]

        package enum Alignment: Sendable, Equatable { case none, left, center, right }

        package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
            self.alignments = alignments
            self.header = header
            self.rows = rows
        }
    }

    package struct Footnote: Sendable, Equatable {
        package var name: String
        package var blocks: [Block]
        /// How often the text refers to it; at least 1.
        package var references: Int

        package init(name: String, blocks: [Block], references: Int) {
            self.name = name
            self.blocks = blocks
            self.references = references
        }
    }
}

/// The kinds of alert that GitHub knows.
package enum AlertKind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}
