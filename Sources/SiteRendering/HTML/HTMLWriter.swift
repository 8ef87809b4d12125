internal import SiteModel

/// Writes a text as HTML with gaps, out of its tree. With `HTMLStyle.specification` and its gaps filled in the bytes are those of
/// libcmark-gfm's own renderer.
///
/// It can write one text after the other: their lists and trees are lent to it for so long.
struct HTMLWriter: ~Copyable {
    var output: ByteBuffer
    private(set) var gaps: [WrittenText.Gap] = []
    var style: HTMLStyle
    /// Those of the text that is written.
    private(set) var lists = Markup().lists
    /// That of the text, or of its part that is written.
    private(set) var tree = LentTree()
    var footnoteCount = 0

    /// `size` is how many bytes are expected.
    init(_ style: HTMLStyle, size: Int) {
        output = ByteBuffer(capacity: size)
        gaps.reserveCapacity(size / 256)
        self.style = style
    }

    /// The whole text.
    static func written(_ markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(style, size: 1024)
        let lead = writer.write(markup)
        return WrittenText(writer.output, gaps: writer.gaps, lead: lead)
    }

    /// Running text that stands outside its blocks: a heading or a question.
    static func written(_ content: MarkupTree, of markup: Markup, _ style: HTMLStyle) -> WrittenText {
        var writer = HTMLWriter(style, size: 256)
        writer.lend(content, of: markup) { writer, tree in writer.write(tree.all) }
        return WrittenText(writer.output, gaps: writer.gaps)
    }

    /// Writes a whole text in the place of what was written before. Gives back how many bytes and gaps stand before its first heading
    /// or footnote.
    mutating func write(_ markup: Markup) -> (bytes: Int, gaps: Int) {
        output.cut(to: 0)
        gaps.removeAll(keepingCapacity: true)
        footnoteCount = 0
        return lend(markup.tree, of: markup) { writer, tree in
            var first = 0
            while first < tree.all.upperBound, !tree[first].kind.endsLead { first = tree.content(of: first).upperBound }
            writer.write(0..<first)
            let lead = (writer.output.count, writer.gaps.count)
            writer.write(first..<tree.all.upperBound)
            writer.endFootnotes()
            return lead
        }
    }

    private mutating func lend<Result>(
        _ content: MarkupTree, of markup: Markup, _ write: (inout HTMLWriter, LentTree) -> Result
    ) -> Result {
        content.lend { tree in
            (self.tree, lists) = (tree, markup.lists)
            defer { self.tree = LentTree() }
            return write(&self, tree)
        }
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
        case .htmlBlock(let index): rawBlock(lists.value.rawHTML[index].literal)
        case .table: table(content)
        case .alert(let kind): alert(kind, content)
        case .figure: figure(content)
        case .container(let index): container(index, content)
        case .footnote(let index): footnote(lists.value.footnotes[index], content)
        case .more: break
        default: inline(node, content)
        }
    }

    // Inlined, so that a literal of a few bytes is written in as many instructions.

    /// Begins a new line unless one has just begun.
    @inline(__always)
    mutating func line(_ literal: StaticString) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        output.append(literal)
    }

    @inline(__always)
    mutating func put(_ literal: StaticString) { output.append(literal) }

    private mutating func paragraph(_ content: Range<Int>) {
        line("<p>")
        write(content)
        put("</p>\n")
    }

    private mutating func heading(_ index: Int, _ content: Range<Int>) {
        line("<h")
        level(of: index)
        if style.base == nil { marks(ofHeading: index) } else { put(">") }
        write(content)
        put("</h")
        level(of: index)
        put(">\n")
    }

    private mutating func level(of index: Int) {
        if style.leavesLevels { return gap(.headingLevel, index) }
        output.append(levelDigit(lists.value.headings[index].level, shiftedBy: style.headingShift))
    }

    /// The id and the classes of a heading, the end of its tag, and its former ids.
    private mutating func marks(ofHeading index: Int) {
        gap(.headingID, index)
        let classes = lists.value.headings[index].attributes.classes
        if !classes.isEmpty { attribute(" class=\"", classes.joined(separator: " ")) }
        put(">")
        for alias in lists.value.headings[index].attributes.aliases {
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
        let words = tree.words(of: node)
        if info > 0, style.base == nil {
            put(" class=\"language-")
            output.appendEscaped(UnsafeBufferPointer(rebasing: words[..<(words[..<info].firstIndex(where: isSpace) ?? info)]))
            put("\"")
        }
        put(">")
        output.appendEscaped(UnsafeBufferPointer(rebasing: words[info...]))
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
