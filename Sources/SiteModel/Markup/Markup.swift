/// A parsed Markdown text as a value: the tree, and what stands in it that later stages work on.
///
/// Headings, links and images live in lists and the tree holds their indices, so a stage that gives headings their ids or
/// resolves links reads and writes a short list and never walks the tree.
///
/// The tree is needed until the text is written (`WrittenText`). What other pages and later stages ask of it after that stands in
/// the lists.
@usableFromInline
package struct Markup: Sendable, Equatable {
    package var tree = MarkupTree()
    /// Which text of which source this is; nil for one that stands alone.
    package var id: TextID?
    /// What the text came to when it was written; nil before.
    package var digest: Digest?
    /// How long the text is to read.
    package var length = TextLength()
    /// In one place, since every pass hands texts on.
    @usableFromInline package var lists = Markup.noLists
    private static let noLists = Shared(Lists())

    @usableFromInline
    package struct Lists: Sendable, Equatable {
        @usableFromInline package var headings: [Heading] = []
        @usableFromInline package var links: [Link] = []
        @usableFromInline package var images: [Image] = []
        @usableFromInline package var rawHTML: [RawHTML] = []
        @usableFromInline package var containers: [Container] = []
        @usableFromInline package var topHeadings: [Int] = []
        @usableFromInline package var footnotes: [Footnote] = []
        @usableFromInline package var headlessTables: [SourceRange] = []
        @usableFromInline package var prose: [Prose] = []
    }

    package init() {}

    /// In the order of the text.
    @inlinable package var headings: [Heading] {
        _read { yield lists.value.headings }
        _modify { yield &lists.value.headings }
    }
    /// In the order of the text, those inside other links' images included.
    @inlinable package var links: [Link] {
        _read { yield lists.value.links }
        _modify { yield &lists.value.links }
    }
    @inlinable package var images: [Image] {
        _read { yield lists.value.images }
        _modify { yield &lists.value.images }
    }
    /// Raw HTML, blocks and inline, in the order of the text.
    @inlinable package var rawHTML: [RawHTML] {
        _read { yield lists.value.rawHTML }
        _modify { yield &lists.value.rawHTML }
    }
    @inlinable package var containers: [Container] {
        _read { yield lists.value.containers }
        _modify { yield &lists.value.containers }
    }
    /// The headings that stand in no other block, as indices into `headings`.
    @inlinable package var topHeadings: [Int] {
        _read { yield lists.value.topHeadings }
        _modify { yield &lists.value.topHeadings }
    }
    /// In the order of their numbers.
    @inlinable package var footnotes: [Footnote] {
        _read { yield lists.value.footnotes }
        _modify { yield &lists.value.footnotes }
    }
    /// Tables whose header row says nothing.
    @inlinable package var headlessTables: [SourceRange] {
        _read { yield lists.value.headlessTables }
        _modify { yield &lists.value.headlessTables }
    }
    /// The words of each paragraph, where `MarkdownOptions.notesProse` asks for them.
    @inlinable package var prose: [Prose] {
        _read { yield lists.value.prose }
        _modify { yield &lists.value.prose }
    }

    /// The ids of footnotes and of the references to them.
    package var footnoteIDs: [String] { footnotes.flatMap(\.ids) }

    /// Whether there is nothing in the text.
    package var isEmpty: Bool { tree.isEmpty && !isWritten }

    /// Whether the tree has been let go, since the text is written.
    package private(set) var isWritten = false

    /// Lets the tree go; the lists stay.
    package mutating func dropTree() {
        guard !tree.isEmpty else { return }
        headingIsFirst = beginsWithHeading
        isWritten = true
        tree = MarkupTree()
    }

    private var headingIsFirst = false

    package var beginsWithHeading: Bool {
        if !tree.isEmpty, case .heading = tree[0].kind { true } else { headingIsFirst }
    }
}

/// Names a text of a site: a source has its body and, in the order of the file, its answers.
@usableFromInline
package struct TextID: Hashable, Sendable {
    /// The position of the source among the sources of the build.
    package var source: Int
    /// 0 for the body, then 1, 2 … for the answers.
    package var part: Int

    package init(source: Int, part: Int) {
        self.source = source
        self.part = part
    }
}

/// A paragraph, its words without their markup.
@usableFromInline
package struct Prose: Sendable, Equatable {
    package var text: String
    package var range: SourceRange

    package init(_ text: String, at range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// How much there is to read in a text: words, and characters of scripts that do not separate words.
package struct TextLength: Sendable, Equatable {
    package var words = 0
    package var characters = 0

    package init() {}

    package static func += (sum: inout TextLength, part: TextLength) {
        sum.words += part.words
        sum.characters += part.characters
    }
}

/// A heading of the text.
@usableFromInline
package struct Heading: Sendable, Equatable {
    /// 1 to 6.
    package var level: Int
    package var content: RunningText
    package var attributes: Attributes
    package var range: SourceRange

    package init(level: Int, content: RunningText, attributes: Attributes, range: SourceRange) {
        self.level = level
        self.content = content
        self.attributes = attributes
        self.range = range
    }
}

/// `{#id .class aka=old,older}` after a heading.
package struct Attributes: Sendable, Equatable {
    package var id: Placed<String>?
    package var classes: [String] = []
    /// Former ids, kept as places to arrive at.
    package var aliases: [Placed<String>] = []

    package init() {}
}

@usableFromInline
package struct Link: Sendable, Equatable {
    /// As much as a link can say without saying where it leads.
    package static let shortLength = 12

    /// As the author wrote it, escapes and entities decoded.
    package var destination: String
    package var title: String
    /// What readers see of it, without its markup, where that is no more than `shortLength` bytes; empty otherwise.
    package var shortText: String
    /// Readers see or hear something of it: there is text, a described image, or raw HTML.
    package var isNamed: Bool
    package var range: SourceRange

    package init(destination: String, title: String, shortText: String, isNamed: Bool, range: SourceRange) {
        self.destination = destination
        self.title = title
        self.shortText = shortText
        self.isNamed = isNamed
        self.range = range
    }
}

@usableFromInline
package struct Image: Sendable, Equatable {
    package var source: String
    package var title: String
    /// The description's text, without its markup.
    package var alternative: String
    /// The author says that it shows nothing that readers need: `![](line.png "decorative")`.
    package var isDecorative: Bool
    package var range: SourceRange

    package init(source: String, title: String, alternative: String, isDecorative: Bool, range: SourceRange) {
        self.source = source
        self.title = title
        self.alternative = alternative
        self.isDecorative = isDecorative
        self.range = range
    }
}

@usableFromInline
package struct RawHTML: Sendable, Equatable {
    package var literal: String
    package var range: SourceRange

    package init(literal: String, range: SourceRange) {
        self.literal = literal
        self.range = range
    }
}

/// `[^name]: …`
@usableFromInline
package struct Footnote: Sendable, Equatable {
    package var name: String
    /// How often the text refers to it; at least 1.
    package var references: Int

    package init(name: String, references: Int) {
        self.name = name
        self.references = references
    }

    /// Its id, and those of the references to it.
    package var ids: [String] {
        ["fn-" + name, "fnref-" + name] + (2..<max(2, references + 1)).map { "fnref-\(name)-\($0)" }
    }
}

/// `:::name {key=value}` … `:::`, rendered by the theme's `blocks/name.html`.
@usableFromInline
package struct Container: Sendable, Equatable {
    package var name: String
    package var parameters: [Parameter]
    /// The opening line.
    package var range: SourceRange
    /// Something stands between its lines.
    package var hasContent = false
    /// Those of `Markup.links` that stand in it.
    package var links = 0..<0

    package struct Parameter: Sendable, Equatable {
        package var key: String
        package var value: String
        package var range: SourceRange

        package init(key: String, value: String, range: SourceRange) {
            self.key = key
            self.value = value
            self.range = range
        }
    }

    package init(name: String, parameters: [Parameter], range: SourceRange) {
        self.name = name
        self.parameters = parameters
        self.range = range
    }

    /// The value of a key; where it is written twice, the last one.
    package subscript(key: String) -> Parameter? { parameters.last { $0.key == key } }
}
