package import SiteModel

/// Writes a text as HTML with gaps, out of its tree. With `HTMLStyle.specification` and its gaps filled in the bytes are those of
/// libcmark-gfm's own renderer.
struct HTMLWriter: ~Copyable {
    var output = ByteBuffer()
    private(set) var gaps: [WrittenText.Gap] = []
    let markup: Markup
    let style: HTMLStyle
    var footnoteCount = 0

    init(_ markup: Markup, _ style: HTMLStyle) {
        self.markup = markup
        self.style = style
    }

    /// The whole text.
    static func written(_ markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(markup, style)
        let first = markup.blocks.firstIndex(where: \.endsLead) ?? markup.blocks.endIndex
        writer.write(markup.blocks[..<first])
        let lead = (writer.output.count, writer.gaps.count)
        writer.write(markup.blocks[first...])
        writer.endFootnotes()
        return WrittenText(bytes: writer.output.array, gaps: exact(writer.gaps), lead: lead)
    }

    /// Running text that stands outside its blocks: a heading or a question.
    static func written(_ content: [Inline], of markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(markup, style)
        writer.write(content)
        return WrittenText(bytes: writer.output.array, gaps: writer.gaps, lead: (0, 0))
    }

    mutating func write(_ blocks: some Sequence<Block>) {
        for block in blocks { write(block) }
    }

    mutating func gap(_ kind: WrittenText.Kind, _ index: Int) {
        gaps.append(WrittenText.Gap(offset: output.count, kind: kind, index: index))
    }

    mutating func gap(_ word: WrittenText.Word) { gap(.word, word.rawValue) }

    private mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let content): paragraph(content)
        case .heading(let index): heading(index)
        case .thematicBreak: line("<hr />\n")
        case .blockQuote(let blocks): quote(blocks)
        case .list(let list): write(list)
        case .code(let info, let literal): code(info, literal)
        case .html(let index): rawBlock(markup.rawHTML[index].literal)
        case .table(let table): write(table)
        case .alert(let kind, let blocks): alert(kind, blocks)
        case .figure(let image, let link): figure(image, link)
        case .container(let index, let blocks): write(container: index, blocks)
        case .footnote(let footnote): write(footnote)
        case .more: break
        }
    }

    /// Begins a new line unless one has just begun.
    mutating func line(_ literal: StaticString) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        output.append(literal)
    }

    mutating func put(_ literal: StaticString) { output.append(literal) }

    private mutating func paragraph(_ content: [Inline]) {
        line("<p>")
        write(content)
        put("</p>\n")
    }

    private mutating func heading(_ index: Int) {
        let heading = markup.headings[index]
        line("<h")
        level(of: index)
        if style.base == nil { marks(of: heading, index) } else { put(">") }
        write(heading.content)
        put("</h")
        level(of: index)
        put(">\n")
    }

    private mutating func level(of index: Int) {
        if style.leavesLevels { return gap(.headingLevel, index) }
        output.append(markup.headings[index].digit(shiftedBy: style.headingShift))
    }

    /// The id and the classes of a heading, the end of its tag, and its former ids.
    private mutating func marks(of heading: Heading, _ index: Int) {
        gap(.headingID, index)
        if !heading.attributes.classes.isEmpty { attribute(" class=\"", heading.attributes.classes.joined(separator: " ")) }
        put(">")
        for alias in heading.attributes.aliases {
            attribute("<span id=\"", alias.value)
            put("></span>")
        }
    }

    mutating func attribute(_ start: StaticString, _ value: String) {
        put(start)
        output.appendEscaped(value)
        put("\"")
    }

    private mutating func quote(_ blocks: [Block]) {
        line("<blockquote>\n")
        write(blocks)
        line("</blockquote>\n")
    }

    private mutating func code(_ info: String, _ literal: String) {
        line("<pre><code")
        let language = info.prefix { !$0.isASCIISpace }
        if !info.isEmpty, style.base == nil {
            put(" class=\"language-")
            output.appendEscaped(String(language))
            put("\"")
        }
        put(">")
        output.appendEscaped(literal)
        put("</code></pre>\n")
    }

    private mutating func write(container index: Int, _ blocks: [Block]) {
        line("")
        gap(.container, index)
        write(blocks)
        line("")
        gap(.containerEnd, index)
    }

    private mutating func write(_ list: Block.List) {
        if let start = list.start {
            line("<ol")
            if start != 1 {
                put(" start=\"")
                output.append(text: String(start))
                put("\"")
            }
            put(">\n")
        } else {
            line("<ul>\n")
        }
        for item in list.items { write(item, isTight: list.isTight) }
        put(list.start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func write(_ item: Block.Item, isTight: Bool) {
        line("<li>")
        if let isDone = item.isDone, style.base != nil {
            put(isDone ? "☑ " : "☐ ")
        } else if let isDone = item.isDone {
            put(isDone ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
            if style.isForReading {
                put(" aria-label=\"")
                gap(isDone ? .taskDone : .taskOpen)
                put("\"")
            }
            put(" /> ")
        }
        for block in item.blocks {
            if isTight, case .paragraph(let content) = block { write(content) } else { write(block) }
        }
        put("</li>\n")
    }

    private mutating func write(_ footnote: Block.Footnote) {
        if style.base != nil { return writeElsewhere(footnote) }
        if footnoteCount == 0 { put("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
        footnoteCount += 1
        put("<li id=\"fn-")
        output.appendHref(footnote.name)
        put("\">\n")
        for block in footnote.blocks.dropLast() { write(block) }
        if case .paragraph(let content)? = footnote.blocks.last {
            line("<p>")
            write(content)
            put(" ")
            backReferences(footnote)
            put("</p>\n")
        } else {
            if let last = footnote.blocks.last { write(last) }
            backReferences(footnote)
            put("\n")
        }
        put("</li>\n")
    }

    private mutating func backReferences(_ footnote: Block.Footnote) {
        for occurrence in 1...footnote.references {
            put(occurrence == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
            output.appendHref(footnote.name)
            if occurrence > 1 { output.append(text: "-\(occurrence)") }
            put("\" class=\"footnote-backref\" data-footnote-backref")
            put(" aria-label=\"")
            gap(.backToContent)
            put("\">↩")
            if occurrence > 1 { output.append(text: "<sup class=\"footnote-ref\">\(occurrence)</sup>") }
            put("</a>")
        }
    }

    mutating func endFootnotes() {
        if footnoteCount > 0 { put(style.base == nil ? "</ol>\n</section>\n" : "</ol>\n") }
    }
}

extension Block {
    /// Whether it is the first block that belongs to the lead no more.
    fileprivate var endsLead: Bool {
        switch self {
        case .heading, .footnote: true
        default: false
        }
    }
}

extension Character {
    fileprivate var isASCIISpace: Bool {
        self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\u{0B}" || self == "\u{0C}"
    }
}

/// A copy without room to grow: written texts are kept until the end of the build.
func exact<Element>(_ array: [Element]) -> [Element] { array.withUnsafeBufferPointer { Array($0) } }
