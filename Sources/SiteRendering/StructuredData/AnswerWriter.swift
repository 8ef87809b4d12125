import SiteModel

/// The answer to a question as HTML of the elements that readers of `Answer.text` know: headings, paragraphs, lists, line breaks,
/// links, bold and italic (`domain.md` 3.4). Links are absolute. Pictures and raw HTML are left out, tables and code become
/// paragraphs, of containers the content stays.
struct AnswerWriter: ~Copyable {
    private let markup: Markup
    private var output = ByteBuffer()
    private var gaps: [WrittenText.Gap] = []

    static func written(_ markup: Markup) -> WrittenText {
        var writer = AnswerWriter(markup: markup)
        writer.write(markup.blocks)
        return WrittenText(bytes: writer.output.array, gaps: exact(writer.gaps), lead: (0, 0))
    }

    private init(markup: Markup) { self.markup = markup }

    private mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let content): element("p", content)
        case .heading(let index): element("h\(markup.headings[index].level)", markup.headings[index].content)
        case .blockQuote(let blocks), .alert(_, let blocks), .container(_, let blocks): write(blocks)
        case .list(let list): write(list)
        case .code(_, let literal): element("p", [.text(literal)])
        case .table(let table):
            for row in [table.header] + table.rows { element("p", Array(row.joined(separator: [.softBreak]))) }
        case .thematicBreak, .html, .figure, .footnote, .more: break
        }
    }

    private mutating func write(_ list: Block.List) {
        let name = list.start == nil ? "ul" : "ol"
        put("<\(name)>")
        for item in list.items {
            put("<li>")
            for block in item.blocks {
                if list.isTight, case .paragraph(let content) = block { write(content) } else { write(block) }
            }
            put("</li>")
        }
        put("</\(name)>")
    }

    private mutating func element(_ name: String, _ content: [Inline]) {
        let start = output.count
        put("<\(name)>")
        let inner = output.count
        write(content)
        // One that held nothing but a picture.
        if output.count == inner { return output.cut(to: start) }
        put("</\(name)>")
    }

    private mutating func write(_ content: [Inline]) {
        for inline in content { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let literal), .code(let literal): output.appendEscaped(literal)
        case .softBreak: put("\n")
        case .lineBreak: put("<br>\n")
        case .emphasis(let content): nested("em", content)
        case .strong(let content): nested("strong", content)
        case .strikethrough(let content): write(content)
        case .link(let index, let content): link(index, content)
        case .image, .html, .footnoteReference: break
        }
    }

    private mutating func nested(_ name: String, _ content: [Inline]) {
        put("<\(name)>")
        write(content)
        put("</\(name)>")
    }

    private mutating func link(_ index: Int, _ content: [Inline]) {
        put("<a href=\"")
        gaps.append(.init(offset: output.count, kind: .address, index: index))
        put("\">")
        write(content)
        put("</a>")
    }

    private mutating func put(_ literal: String) { output.append(text: literal) }
}
