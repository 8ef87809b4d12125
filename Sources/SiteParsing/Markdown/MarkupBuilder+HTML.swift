import CCMarkGFM
import SiteModel

/// Raw HTML, and what stands for lines of containers.
extension MarkupBuilder {
    mutating func html(_ node: OpaquePointer) {
        let text = literal(of: node)
        if text.trimmed == "<!--more-->" { return markup.tree.add(.more) }
        guard let line = ContainerLines.line(of: text) else { return markup.tree.add(.htmlBlock(addHTML(text, node))) }
        let position = markup.tree.open(.paragraph)
        markup.tree.add(.text, words: originalLine(line))
        markup.tree.close(position)
    }

    /// Adds raw HTML to the list and says so where the site refuses it.
    mutating func addHTML(_ text: String, _ node: OpaquePointer) -> Int {
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        let range = isInline ? htmlPosition(of: node, text) : position(of: node)
        if options.html == .error, !isComment(text) {
            diagnostics.add(
                .rawHTML, "raw HTML is not allowed on this site", at: source.location(range),
                help: "write Markdown, or set 'markdown: {html: allow}' in site.yml")
        }
        markup.rawHTML.append(RawHTML(literal: restoringContainerLines(text), range: range))
        return markup.rawHTML.count - 1
    }

    /// Comments and nothing else. A block that begins as a comment may go on with something else on the line that ends it.
    private func isComment(_ text: String) -> Bool {
        var rest = text[...]
        while rest.hasPrefix("<!--"), let end = rest.endOfComment { rest = rest[end...].drop { $0.isWhitespace } }
        return rest.allSatisfy(\.isWhitespace)
    }

    /// Puts the lines back that `findContainers` took out of code or HTML.
    func restoringContainerLines(_ text: String) -> String {
        guard !containers.isEmpty, text.contains("<!--:::") else { return text }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            if let line = ContainerLines.line(of: lines[index].trimmed) { lines[index] = originalLine(line) }
        }
        return lines.joined(separator: "\n")
    }

    private func originalLine(_ number: Int) -> String { String(decoding: source.line(number), as: UTF8.self) }
}

extension Substring {
    /// Behind the `-->` of a comment that stands at the start.
    fileprivate var endOfComment: Index? {
        var index = self.index(startIndex, offsetBy: 2)
        while index < endIndex {
            if self[index...].hasPrefix("-->") { return self.index(index, offsetBy: 3) }
            index = self.index(after: index)
        }
        return nil
    }
}
