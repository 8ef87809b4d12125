import CCMarkGFM
import SiteModel

extension MarkupBuilder {
    /// The block of a node; nil for what leaves nothing behind.
    mutating func block(_ node: OpaquePointer) -> Block? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_BLOCK_QUOTE: quote(node)
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_CODE_BLOCK: code(node)
        case CMARK_NODE_HTML_BLOCK: html(node)
        case CMARK_NODE_FOOTNOTE_DEFINITION: footnote(node)
        default: table(node)
        }
    }

    mutating func childBlocks(of node: OpaquePointer) -> [Block] {
        descend(node, otherwise: []) { builder in
            var blocks: [Block] = []
            for child in children(of: node) {
                if let block = builder.block(child) { blocks.append(block) }
            }
            return blocks
        }
    }

    private mutating func paragraph(_ node: OpaquePointer) -> Block {
        let content = inlines(of: node)
        checkReferences(content, in: node)
        if options.notesProse {
            markup.prose.append(Prose(content.plainText(images: markup.images), at: position(of: node)))
        }
        guard options.figures, content.count == 1, isTopLevel(node) else { return .paragraph(content) }
        switch content[0] {
        case .image(let image): return .figure(image: image, link: nil)
        case .link(let link, let inner):
            guard inner.count == 1, case .image(let image) = inner[0] else { return .paragraph(content) }
            return .figure(image: image, link: link)
        default: return .paragraph(content)
        }
    }

    // A tight list's paragraphs have no element of their own that a figure could take the place of.
    private func isTopLevel(_ node: OpaquePointer) -> Bool {
        guard let parent = cmark_node_parent(node) else { return true }
        return cmark_node_get_type(parent) != CMARK_NODE_ITEM
    }

    private mutating func heading(_ node: OpaquePointer) -> Block {
        let content = inlines(of: node)
        let range = position(of: node)
        var heading = Heading(
            level: Int(cmark_node_get_heading_level(node)), content: content, attributes: Attributes(), range: range)
        if options.attributes { readAttributes(of: &heading, node) }
        markup.headings.append(heading)
        return .heading(markup.headings.count - 1)
    }

    private mutating func quote(_ node: OpaquePointer) -> Block {
        let blocks = childBlocks(of: node)
        return options.alerts ? alert(blocks, node) ?? .blockQuote(blocks) : .blockQuote(blocks)
    }

    private mutating func list(_ node: OpaquePointer) -> Block {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        var items: [Block.Item] = []
        for child in children(of: node) {
            let isTask = cmark_node_get_syntax_extension(child) != nil
            let isDone = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(child) : nil
            items.append(Block.Item(isDone: isDone, blocks: childBlocks(of: child)))
        }
        let start = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
        return .list(Block.List(start: start, isTight: cmark_node_get_list_tight(node) == 1, items: items))
    }

    private mutating func code(_ node: OpaquePointer) -> Block {
        checkFence(of: node)
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        return .code(info: info, literal: restoringContainerLines(literal(of: node)))
    }

    /// Says where fenced code has no closing line: the rest of the text would be shown as code.
    private mutating func checkFence(of node: OpaquePointer) {
        var length: Int32 = 0
        var offset: Int32 = 0
        var mark: CChar = 0
        guard cmark_node_get_fenced(node, &length, &offset, &mark) == 1 else { return }
        let start = Int(cmark_node_get_start_line(node))
        let end = Int(cmark_node_get_end_line(node))
        let last = source.line(end).trimmedEnd.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        if end > start, last.count >= Int(length), last.allSatisfy({ $0 == UInt8(bitPattern: mark) }) { return }
        let place = position(of: node).lower
        diagnostics.add(
            .unclosedCode, "the code that begins here does not end", at: source.location(SourceRange(place, place + Int(length))),
            help:
                "add a line '\(String(repeating: Character(Unicode.Scalar(UInt8(bitPattern: mark))), count: Int(length)))' behind it"
        )
    }

    private mutating func html(_ node: OpaquePointer) -> Block? {
        let text = literal(of: node)
        if text.trimmed == "<!--more-->" { return .more }
        if let line = ContainerLines.line(of: text) { return .paragraph([.text(originalLine(line))]) }
        return .html(addHTML(text, node))
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

    private mutating func footnote(_ node: OpaquePointer) -> Block {
        .footnote(Block.Footnote(name: "", blocks: childBlocks(of: node), references: 1))
    }

    private mutating func table(_ node: OpaquePointer) -> Block? {
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        guard columns > 0, let letters = cmark_gfm_extensions_get_table_alignments(node) else { return nil }
        let alignments = (0..<columns).map { alignment(letters[$0]) }
        var rows: [[[Inline]]] = []
        for row in children(of: node) {
            var cells: [[Inline]] = []
            for cell in children(of: row) { cells.append(inlines(of: cell)) }
            rows.append(cells)
        }
        let header = rows.isEmpty ? [] : rows.removeFirst()
        if header.allSatisfy({ $0.isBlank(images: markup.images) }) { markup.headlessTables.append(position(of: node)) }
        return .table(Block.Table(alignments: alignments, header: header, rows: rows))
    }

    private func alignment(_ letter: UInt8) -> Block.Table.Alignment {
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
    }

    /// Puts the lines back that `findContainers` took out of code or HTML.
    private func restoringContainerLines(_ text: String) -> String {
        guard !containers.openings.isEmpty || !containers.closings.isEmpty, text.contains("<!--:::") else { return text }
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
