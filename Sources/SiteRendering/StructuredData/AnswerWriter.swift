import SiteModel

/// The answer to a question as HTML of the elements that readers of `Answer.text` know: headings, paragraphs, lists, line breaks,
/// links, bold and italic (`domain.md` 3.4). Links are absolute. Pictures and raw HTML are left out, tables and code become
/// paragraphs, of containers the content stays. The HTML is written as it stands in a string of JSON in a `script` element, since that is
/// all that it is for.
struct AnswerWriter: ~Copyable {
    private(set) var output = ByteBuffer(capacity: 1024)
    private(set) var gaps: [WrittenText.Gap] = []
    /// Those of the answer that is written.
    private var headings: [Heading] = []
    private var tree = LentTree()

    static func written(_ markup: Markup) -> WrittenText {
        var writer = AnswerWriter()
        writer.write(markup)
        return WrittenText(writer.output, gaps: writer.gaps)
    }

    /// Whether an answer is what it is on its page: one paragraph of nothing but what both have alike, as most are. It is not written a
    /// second time, since all answers of a site together are long.
    static func isAsOnPage(_ markup: Markup) -> Bool {
        markup.tree.lend { tree in
            guard let paragraph = tree.all.first, case .paragraph = tree[paragraph].kind,
                tree.content(of: paragraph).upperBound == tree.all.upperBound
            else { return false }
            return tree.all.count > 1 && tree.content(of: paragraph).allSatisfy { isAlike(tree[$0], markup) }
        }
    }

    private static func isAlike(_ node: MarkupNode, _ markup: Markup) -> Bool {
        switch node.kind {
        case .text: !node.words.isEmpty
        case .softBreak, .emphasis, .strong: true
        case .link(let index): markup.links[index].title.isEmpty
        default: false
        }
    }

    /// Writes an answer in the place of what was written before.
    mutating func write(_ markup: Markup) {
        output.cut(to: 0)
        gaps.removeAll(keepingCapacity: true)
        markup.tree.lend { tree in
            (self.tree, headings) = (tree, markup.headings)
            write(tree.all)
            self.tree = LentTree()
        }
    }

    /// The nodes at some positions of the tree.
    private mutating func write(_ positions: Range<Int>) {
        forEach(positions) { $0.write($1, $2) }
    }

    /// Goes through the nodes at some positions, each with the positions of what stands in it.
    @inline(__always)
    private mutating func forEach(_ positions: Range<Int>, _ write: (inout AnswerWriter, MarkupNode, Range<Int>) -> Void) {
        var position = positions.lowerBound
        while position < positions.upperBound {
            let content = tree.content(of: position)
            write(&self, tree[position], content)
            position = content.upperBound
        }
    }

    private mutating func write(_ node: MarkupNode, _ content: Range<Int>) {
        switch node.kind {
        case .paragraph: element("p") { $0.write(content) }
        case .heading(let index): element(headingNames[headings[index].level - 1]) { $0.write(content) }
        case .blockQuote, .alert, .container, .table, .strikethrough: write(content)
        case .list(let start, let isTight): list(start == nil ? "ul" : "ol", isTight: isTight, content)
        case .codeBlock(let info): element("p") { $0.words(of: node, from: info) }
        case .row: element("p") { $0.cells(content) }
        case .text, .code: words(of: node, from: 0)
        case .softBreak: output.append("\\n")
        case .lineBreak: output.append("\\u003Cbr\\u003E\\n")
        case .emphasis: nested("em", content)
        case .strong: nested("strong", content)
        case .link(let index): link(index, content)
        case .image, .html, .footnoteReference, .thematicBreak, .htmlBlock, .figure, .footnote, .more, .item, .cell: break
        }
    }

    private mutating func list(_ name: StaticString, isTight: Bool, _ items: Range<Int>) {
        tag("\\u003C", name)
        forEach(items) { writer, _, blocks in
            writer.output.append("\\u003Cli\\u003E")
            writer.forEach(blocks) { writer, block, content in
                if isTight, case .paragraph = block.kind { writer.write(content) } else { writer.write(block, content) }
            }
            writer.output.append("\\u003C/li\\u003E")
        }
        tag("\\u003C/", name)
    }

    /// Each on a line.
    private mutating func cells(_ cells: Range<Int>) {
        forEach(cells) { writer, _, content in
            if content.lowerBound > cells.lowerBound + 1 { writer.output.append("\\n") }
            writer.write(content)
        }
    }

    // Inlined, so that a literal of a few bytes is written in as many instructions.
    @inline(__always)
    private mutating func element(_ name: StaticString, _ write: (inout AnswerWriter) -> Void) {
        let start = output.count
        tag("\\u003C", name)
        let inner = output.count
        write(&self)
        // One that held nothing but a picture.
        if output.count == inner { return output.cut(to: start) }
        tag("\\u003C/", name)
    }

    @inline(__always)
    private mutating func nested(_ name: StaticString, _ content: Range<Int>) {
        tag("\\u003C", name)
        write(content)
        tag("\\u003C/", name)
    }

    @inline(__always)
    private mutating func tag(_ start: StaticString, _ name: StaticString) {
        output.append(start)
        output.append(name)
        output.append("\\u003E")
    }

    private mutating func words(of node: MarkupNode, from offset: Int) {
        output.appendHTMLInJSON(UnsafeBufferPointer(rebasing: tree.words(of: node)[offset...]))
    }

    private mutating func link(_ index: Int, _ content: Range<Int>) {
        output.append("\\u003Ca href=\\\"")
        gaps.append(.init(offset: output.count, kind: .address, index: index))
        output.append("\\\"\\u003E")
        write(content)
        output.append("\\u003C/a\\u003E")
    }
}

extension WrittenText {
    /// Appends an answer with the addresses of its links, which are those of the page at `base`.
    func fill(into output: inout ByteBuffer, _ answer: LinkedMarkup, _ base: PageBase) {
        fill(into: &output, answer, base, dropping: 0) { $0.append(bytes: $1) }
    }

    /// The same for one that is as it is on its page, without the end of the line.
    func fill(fromPageInto output: inout ByteBuffer, _ answer: LinkedMarkup, _ base: PageBase) {
        fill(into: &output, answer, base, dropping: 1) { $0.appendJSONContent($1, forScript: true) }
    }

    @inline(__always)
    private func fill(
        into output: inout ByteBuffer, _ answer: LinkedMarkup, _ base: PageBase, dropping end: Int,
        _ append: (inout ByteBuffer, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        withParts { html, gaps in
            var position = 0
            var address = ByteBuffer()
            for index in 0..<gaps.count / MemoryLayout<Gap>.size {
                let gap = gaps.loadUnaligned(fromByteOffset: index * MemoryLayout<Gap>.size, as: Gap.self)
                append(&output, UnsafeBufferPointer(rebasing: html[position..<gap.offset]))
                position = gap.offset
                address.cut(to: 0)
                address.appendHref(answer.hrefs[gap.index], on: base)
                address.withBytes { output.appendJSONContent($0, forScript: true) }
            }
            append(&output, UnsafeBufferPointer(rebasing: html[position..<html.count - end]))
        }
    }
}

private let headingNames: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
