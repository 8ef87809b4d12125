import SiteModel

/// The answer to a question as HTML of the elements that readers of `Answer.text` know: headings, paragraphs, lists, line breaks,
/// links, bold and italic (`domain.md` 3.4). Links are absolute. Pictures and raw HTML are left out, tables and code become
/// paragraphs, of containers the content stays.
func answerHTML(_ faq: FAQ, _ baseURL: BaseURL) -> String {
    var writer = AnswerWriter(text: faq.answer, baseURL: baseURL, page: baseURL.absolute(faq.home))
    writer.write(faq.answer.markup.blocks)
    return String(decoding: writer.output, as: UTF8.self)
}

private struct AnswerWriter {
    let text: LinkedMarkup
    let baseURL: BaseURL
    /// The absolute address that fragments belong to.
    let page: String
    var output: [UInt8] = []

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let content): element("p", content)
        case .heading(let index): element("h\(text.markup.headings[index].level)", text.markup.headings[index].content)
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
        if output.count == inner { return output.removeSubrange(start...) }
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
        case .link(let index, let content): link(text.hrefs[index], content)
        case .image, .html, .footnoteReference: break
        }
    }

    private mutating func nested(_ name: String, _ content: [Inline]) {
        put("<\(name)>")
        write(content)
        put("</\(name)>")
    }

    private mutating func link(_ href: String, _ content: [Inline]) {
        put("<a href=\"")
        output.appendHref(absoluteAddress(href, on: page, baseURL))
        put("\">")
        write(content)
        put("</a>")
    }

    private mutating func put(_ literal: String) { output.append(contentsOf: literal.utf8) }
}

/// A resolved `href` as it must read outside its page: with scheme and host.
func absoluteAddress(_ href: String, on page: String, _ baseURL: BaseURL) -> String {
    if href.hasPrefix("/") { return baseURL.origin + href }
    return href.hasPrefix("#") || href.hasPrefix("?") ? page + href : href
}
