import SiteModel

extension HTMLWriter {
    mutating func inline(_ node: MarkupNode, _ content: Range<Int>) {
        switch node.kind {
        case .text: words(of: node)
        case .softBreak: put("\n")
        case .lineBreak: put("<br />\n")
        case .code: code(node)
        case .html(let index): rawInline(lists.value.rawHTML[index].literal)
        case .emphasis: element("<em>", content, "</em>")
        case .strong: element("<strong>", content, "</strong>")
        case .strikethrough: element("<del>", content, "</del>")
        case .link(let index): link(index, content)
        case .image(let index): image(index)
        case .footnoteReference(let number, let occurrence):
            reference(String(decoding: tree.words(of: node), as: UTF8.self), number: number, occurrence: occurrence)
        default: break
        }
    }

    private mutating func words(of node: MarkupNode) { output.appendEscaped(tree.words(of: node)) }

    private mutating func code(_ node: MarkupNode) {
        put("<code>")
        words(of: node)
        put("</code>")
    }

    private mutating func element(_ start: StaticString, _ content: Range<Int>, _ end: StaticString) {
        put(start)
        write(content)
        put(end)
    }

    private mutating func link(_ index: Int, _ content: Range<Int>) {
        startLink(index)
        write(content)
        put("</a>")
    }

    mutating func startLink(_ index: Int) {
        put("<a href=\"")
        gap(.address, index)
        put("\"")
        let title = lists.value.links[index].title
        if !title.isEmpty { attribute(" title=\"", title) }
        put(">")
    }

    mutating func image(_ index: Int, hasTitle: Bool = true) {
        let image = lists.value.images[index]
        put("<img src=\"")
        gap(.image, index)
        put("\"")
        attribute(" alt=\"", image.alternative)
        if hasTitle, !image.title.isEmpty { attribute(" title=\"", image.title) }
        if style.isForReading { gap(.imageMarks, index) }
        put(" />")
    }

    private mutating func reference(_ name: String, number: UInt32, occurrence: UInt32) {
        if style.base != nil { return referenceElsewhere(name, number: number) }
        put("<sup class=\"footnote-ref\"><a href=\"#fn-")
        output.appendHref(name)
        put("\" id=\"fnref-")
        output.appendHref(name)
        if occurrence > 1 { output.append(text: "-\(occurrence)") }
        put("\" data-footnote-ref>")
        output.append(text: String(number))
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
