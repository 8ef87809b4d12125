internal import SiteModel

/// Writes a text as HTML with gaps, out of its tree. With `HTMLStyle.specification` and its gaps filled in the bytes are those of
/// libcmark-gfm's own renderer.
struct HTMLWriter: ~Copyable {
    var output = ByteBuffer()
    private(set) var gaps: [WrittenText.Gap] = []
    let markup: Markup
    /// That of the text, or of its part that is written.
    let tree: MarkupTree
    let style: HTMLStyle
    var footnoteCount = 0

    private init(_ tree: MarkupTree, of markup: Markup, _ style: HTMLStyle) {
        self.tree = tree
        self.markup = markup
        self.style = style
    }

    /// The whole text.
    static func written(_ markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(markup.tree, of: markup, style)
        let all = markup.tree.all
        let first = markup.tree.level(all).first { markup.tree[$0].kind.endsLead } ?? all.upperBound
        writer.write(all.lowerBound..<first)
        let lead = (writer.output.count, writer.gaps.count)
        writer.write(first..<all.upperBound)
        writer.endFootnotes()
        return WrittenText(writer.output, gaps: writer.gaps, lead: lead)
    }

    /// Running text that stands outside its blocks: a heading or a question.
    static func written(_ content: MarkupTree, of markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(content, of: markup, style)
        writer.write(content.all)
        return WrittenText(writer.output, gaps: writer.gaps)
    }

    /// The nodes at some positions of the tree.
    mutating func write(_ positions: Range<Int>) {
        forEach(positions) { $0.block($1, $2) }
    }

    /// Goes through the nodes at some positions, each with the positions of what stands in it.
    @inline(__always)
    mutating func forEach(_ positions: Range<Int>, _ write: (inout HTMLWriter, MarkupNode, Range<Int>) -> Void) {
        var position = positions.lowerBound
        while position < positions.upperBound {
            let content = tree.content(of: position)
            write(&self, tree[position], content)
            position = content.upperBound
        }
    }

    mutating func gap(_ kind: WrittenText.Kind, _ index: Int) {
        gaps.append(WrittenText.Gap(offset: output.count, kind: kind, index: index))
    }

    mutating func gap(_ word: WrittenText.Word) { gap(.word, word.rawValue) }

    mutating func block(_ node: MarkupNode, _ content: Range<Int>) {
        switch node.kind {
        case .paragraph: paragraph(content)
        case .heading(let index): heading(index, content)
        case .thematicBreak: line("<hr />\n")
        case .blockQuote: quote(content)
        case .list(let start, let isTight): list(start, isTight: isTight, content)
        case .codeBlock(let info): code(node, info: info)
        case .htmlBlock(let index): rawBlock(markup.rawHTML[index].literal)
        case .table: table(content)
        case .alert(let kind): alert(kind, content)
        case .figure: figure(content)
        case .container(let index): container(index, content)
        case .footnote(let index): footnote(markup.footnotes[index], content)
        case .more: break
        default: inline(node, content)
        }
    }

    /// Begins a new line unless one has just begun.
    mutating func line(_ literal: StaticString) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        output.append(literal)
    }

    mutating func put(_ literal: StaticString) { output.append(literal) }

    private mutating func paragraph(_ content: Range<Int>) {
        line("<p>")
        write(content)
        put("</p>\n")
    }

    private mutating func heading(_ index: Int, _ content: Range<Int>) {
        let heading = markup.headings[index]
        line("<h")
        level(of: index)
        if style.base == nil { marks(of: heading, index) } else { put(">") }
        write(content)
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

    private mutating func quote(_ blocks: Range<Int>) {
        line("<blockquote>\n")
        write(blocks)
        line("</blockquote>\n")
    }

    private mutating func code(_ node: MarkupNode, info: Int) {
        line("<pre><code")
        tree.withWords(of: node) { words in
            if info > 0, style.base == nil {
                put(" class=\"language-")
                output.appendEscaped(UnsafeBufferPointer(rebasing: words[..<(words[..<info].firstIndex(where: isSpace) ?? info)]))
                put("\"")
            }
            put(">")
            output.appendEscaped(UnsafeBufferPointer(rebasing: words[info...]))
        }
        put("</code></pre>\n")
    }

    private mutating func container(_ index: Int, _ blocks: Range<Int>) {
        line("")
        gap(.container, index)
        write(blocks)
        line("")
        gap(.containerEnd, index)
    }
}

extension MarkupNode.Kind {
    /// Whether it is the first block that belongs to the lead no more.
    fileprivate var endsLead: Bool {
        switch self {
        case .heading, .footnote: true
        default: false
        }
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
