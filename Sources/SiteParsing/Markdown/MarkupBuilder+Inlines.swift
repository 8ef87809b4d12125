import CCMarkGFM
import SiteModel

extension MarkupBuilder {
    /// The running text of a node, neighbouring texts joined.
    mutating func inlines(of node: OpaquePointer) -> [Inline] {
        descend(node, otherwise: []) { builder in
            var content: [Inline] = []
            for child in children(of: node) { builder.append(child, to: &content) }
            return content
        }
    }

    private mutating func append(_ node: OpaquePointer, to content: inout [Inline]) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: appendText(literal(of: node), to: &content)
        case CMARK_NODE_SOFTBREAK: content.append(.softBreak)
        case CMARK_NODE_LINEBREAK: content.append(.lineBreak)
        case CMARK_NODE_CODE: content.append(.code(literal(of: node)))
        case CMARK_NODE_HTML_INLINE: content.append(.html(addHTML(literal(of: node), node)))
        case CMARK_NODE_EMPH: content.append(.emphasis(inlines(of: node)))
        case CMARK_NODE_STRONG: content.append(.strong(inlines(of: node)))
        case CMARK_NODE_LINK: content.append(link(node))
        case CMARK_NODE_IMAGE: content.append(image(node))
        case CMARK_NODE_FOOTNOTE_REFERENCE: content.append(footnoteReference(node))
        default: content.append(.strikethrough(inlines(of: node)))
        }
    }

    private func appendText(_ text: String, to content: inout [Inline]) {
        if case .text(let before) = content.last {
            content[content.count - 1] = .text(before + text)
        } else {
            content.append(.text(text))
        }
    }

    private mutating func link(_ node: OpaquePointer) -> Inline {
        let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
        let index = markup.links.count
        markup.links.append(
            Link(destination: destination, title: title, shortText: "", isNamed: true, range: inlinePosition(of: node)))
        let content = inlines(of: node)
        markup.links[index].shortText = shortText(of: content)
        markup.links[index].isNamed = !content.isBlank(images: markup.images)
        return .link(index, content)
    }

    private func shortText(of content: [Inline]) -> String {
        // Most links hold one text, and most are longer.
        if content.count == 1, case .text(let text) = content[0] { return text.utf8.count <= Link.shortLength ? text : "" }
        let text = content.plainText(images: markup.images)
        return text.utf8.count <= Link.shortLength ? text : ""
    }

    private mutating func image(_ node: OpaquePointer) -> Inline {
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
        return .image(markup.images.count - 1)
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
    private mutating func footnoteReference(_ node: OpaquePointer) -> Inline {
        let number = Int(literal(of: node)) ?? 0
        guard footnoteNames.indices.contains(number - 1) else { return .text("[^\(literal(of: node))]") }
        footnoteReferences[number - 1] += 1
        let occurrence = footnoteReferences[number - 1]
        return .footnoteReference(.init(name: footnoteNames[number - 1], number: number, occurrence: occurrence))
    }
}

/// The title of an image that has no description because it needs none.
private let decorativeMark = "decorative"
