import SiteModel

extension HTMLWriter {
    mutating func write(_ content: [Inline]) {
        for inline in content { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let literal): output.appendEscaped(literal)
        case .softBreak: put("\n")
        case .lineBreak: put("<br />\n")
        case .code(let literal): element("code", literal)
        case .html(let index): rawInline(markup.rawHTML[index].literal)
        case .emphasis(let content): element("<em>", content, "</em>")
        case .strong(let content): element("<strong>", content, "</strong>")
        case .strikethrough(let content): element("<del>", content, "</del>")
        case .link(let index, let content): link(index, content)
        case .image(let index): image(index)
        case .footnoteReference(let reference): write(reference)
        }
    }

    private mutating func element(_ name: StaticString, _ literal: String) {
        put("<")
        put(name)
        put(">")
        output.appendEscaped(literal)
        put("</")
        put(name)
        put(">")
    }

    private mutating func element(_ start: StaticString, _ content: [Inline], _ end: StaticString) {
        put(start)
        write(content)
        put(end)
    }

    private mutating func link(_ index: Int, _ content: [Inline]) {
        startLink(index)
        write(content)
        put("</a>")
    }

    mutating func startLink(_ index: Int) {
        put("<a href=\"")
        gap(.address, index)
        put("\"")
        let title = markup.links[index].title
        if !title.isEmpty { attribute(" title=\"", title) }
        put(">")
    }

    mutating func image(_ index: Int, hasTitle: Bool = true) {
        let image = markup.images[index]
        put("<img src=\"")
        gap(.image, index)
        put("\"")
        attribute(" alt=\"", image.alternative)
        if hasTitle, !image.title.isEmpty { attribute(" title=\"", image.title) }
        if style.isForReading { gap(.imageMarks, index) }
        put(" />")
    }

    private mutating func write(_ reference: Inline.FootnoteReference) {
        if style.base != nil { return referenceElsewhere(reference) }
        put("<sup class=\"footnote-ref\"><a href=\"#fn-")
        output.appendHref(reference.name)
        put("\" id=\"fnref-")
        output.appendHref(reference.name)
        if reference.occurrence > 1 { output.append(text: "-\(reference.occurrence)") }
        put("\" data-footnote-ref>")
        output.append(text: String(reference.number))
        put("</a></sup>")
    }

    private mutating func rawInline(_ literal: String) {
        switch style.rawHTML {
        case .kept: foreign(literal)
        case .escaped: output.appendEscaped(literal)
        case .filtered:
            if isFilteredTag(Array(literal.utf8)[...]) {
                put("&lt;")
                output.append(text: String(literal.dropFirst()))
            } else {
                output.append(text: literal)
            }
        }
    }
}
