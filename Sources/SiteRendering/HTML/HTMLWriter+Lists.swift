import SiteModel

/// Lists, and the list of the footnotes.
extension HTMLWriter {
    mutating func list(_ start: Int?, isTight: Bool, _ items: Range<Int>) {
        if let start {
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
        forEach(items) { $0.item($1, isTight: isTight, $2) }
        put(start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func item(_ node: MarkupNode, isTight: Bool, _ blocks: Range<Int>) {
        line("<li>")
        if case .item(let isDone?) = node.kind { box(isDone) }
        forEach(blocks) { writer, block, content in
            if isTight, case .paragraph = block.kind { writer.write(content) } else { writer.block(block, content) }
        }
        put("</li>\n")
    }

    /// The box of a task.
    private mutating func box(_ isDone: Bool) {
        if style.base != nil { return put(isDone ? "☑ " : "☐ ") }
        put(isDone ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
        if style.isForReading {
            put(" aria-label=\"")
            gap(isDone ? .taskDone : .taskOpen)
            put("\"")
        }
        put(" /> ")
    }

    mutating func footnote(_ footnote: Footnote, _ blocks: Range<Int>) {
        if style.base != nil { return footnoteElsewhere(blocks) }
        if footnoteCount == 0 { put("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
        footnoteCount += 1
        put("<li id=\"fn-")
        output.appendHref(footnote.name)
        put("\">\n")
        var hasReferences = false
        forEach(blocks) { writer, block, content in
            if case .paragraph = block.kind, content.upperBound == blocks.upperBound {
                writer.lastParagraph(content, of: footnote)
                hasReferences = true
            } else {
                writer.block(block, content)
            }
        }
        if !hasReferences {
            backReferences(footnote)
            put("\n")
        }
        put("</li>\n")
    }

    private mutating func lastParagraph(_ content: Range<Int>, of footnote: Footnote) {
        line("<p>")
        write(content)
        put(" ")
        backReferences(footnote)
        put("</p>\n")
    }

    private mutating func backReferences(_ footnote: Footnote) {
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
