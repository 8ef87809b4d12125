import CCMarkGFM
import SiteModel

extension MarkupBuilder {
    /// Adds the running text of a node, neighbouring texts joined.
    mutating func inlines(of node: OpaquePointer) { descend(node) { $0.inline($1) } }

    private mutating func inline(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: text(node)
        case CMARK_NODE_SOFTBREAK: markup.tree.add(.softBreak)
        case CMARK_NODE_LINEBREAK: markup.tree.add(.lineBreak)
        case CMARK_NODE_CODE: markup.tree.add(.code, words: literalBytes(of: node))
        case CMARK_NODE_HTML_INLINE: markup.tree.add(.html(addHTML(literal(of: node), node)))
        case CMARK_NODE_EMPH: add(.emphasis, node) { $0.inline($1) }
        case CMARK_NODE_STRONG: add(.strong, node) { $0.inline($1) }
        case CMARK_NODE_LINK: link(node)
        case CMARK_NODE_IMAGE: image(node)
        case CMARK_NODE_FOOTNOTE_REFERENCE: footnoteReference(node)
        default: add(.strikethrough, node) { $0.inline($1) }
        }
    }

    private mutating func text(_ node: OpaquePointer) {
        let followsText = cmark_node_previous(node).map { cmark_node_get_type($0) == CMARK_NODE_TEXT } ?? false
        let words = literalBytes(of: node)
        if followsText { markup.tree.extendLast(by: words) } else { markup.tree.add(.text, words: words) }
    }

    private mutating func link(_ node: OpaquePointer) {
        let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
        let index = markup.links.count
        // An answer has one, mostly.
        if index == 0, source.quotedAt == nil { markup.links.reserveCapacity(4) }
        markup.links.append(
            Link(destination: destination, title: title, shortText: "", isNamed: true, range: inlinePosition(of: node)))
        let position = markup.tree.open(.link(index))
        inlines(of: node)
        markup.tree.close(position)
        let content = markup.tree.content(of: position)
        markup.links[index].shortText = shortText(of: content)
        markup.links[index].isNamed = !markup.tree.isBlank(content, images: markup.images)
    }

    private func shortText(of content: Range<Int>) -> String {
        // Most links hold one text, and most are longer.
        if content.count == 1, case .text = markup.tree[content.lowerBound].kind,
            markup.tree[content.lowerBound].length > Link.shortLength
        {
            return ""
        }
        let text = markup.tree.plainText(of: content, images: markup.images)
        return text.utf8.count <= Link.shortLength ? text : ""
    }

    private mutating func image(_ node: OpaquePointer) {
        let source = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
        var alternative = ""
        appendPlainText(of: node, to: &alternative, depth: 0)
        let isDecorative = alternative.isEmpty && title == decorativeMark
        markup.images.append(
            Image(
                source: source, title: isDecorative && options.figures ? "" : title, alternative: alternative,
                isDecorative: isDecorative,
                range: inlinePosition(of: node)))
        markup.tree.add(.image(markup.images.count - 1))
    }

    /// The text of an image's description as libcmark-gfm's own renderer makes it: raw HTML counts as text.
    private func appendPlainText(of node: OpaquePointer, to text: inout String, depth: Int) {
        guard depth < nestingLimit else { return }
        for child in children(of: node) {
            switch cmark_node_get_type(child) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: text += literal(of: child)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: appendPlainText(of: child, to: &text, depth: depth + 1)
            }
        }
    }

    /// libcmark-gfm keeps the number and not the name; the definitions stand at the end in the order of their numbers.
    private mutating func footnoteReference(_ node: OpaquePointer) {
        let index = (Int(literal(of: node)) ?? 0) - 1
        guard footnoteNames.indices.contains(index) else { return markup.tree.add(.text, words: "[^\(literal(of: node))]") }
        footnoteReferences[index] += 1
        markup.tree.add(
            .footnoteReference(number: UInt32(index + 1), occurrence: UInt32(footnoteReferences[index])),
            words: footnoteNames[index])
    }
}

/// The title of an image that has no description because it needs none.
private let decorativeMark = "decorative"
