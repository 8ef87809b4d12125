import CCMarkGFM
import SiteModel

extension MarkupBuilder {
    /// Adds the block of a node; some leave nothing behind.
    mutating func block(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_THEMATIC_BREAK: markup.tree.add(.thematicBreak)
        case CMARK_NODE_BLOCK_QUOTE: quote(node)
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_CODE_BLOCK: code(node)
        case CMARK_NODE_HTML_BLOCK: html(node)
        case CMARK_NODE_FOOTNOTE_DEFINITION: footnote(node)
        default: table(node)
        }
    }

    private mutating func paragraph(_ node: OpaquePointer) {
        let position = markup.tree.open(.paragraph)
        inlines(of: node)
        markup.tree.close(position)
        let content = markup.tree.content(of: position)
        checkReferences(content, in: node)
        if options.notesProse {
            markup.prose.append(
                Prose(markup.tree.plainText(of: content, images: markup.images), at: self.position(of: node)))
        }
        if options.figures, content.count <= 2, markup.tree.isImage(content), isTopLevel(node) {
            markup.tree.change(position, to: .figure)
        }
    }

    // A tight list's paragraphs have no element of their own that a figure could take the place of.
    private func isTopLevel(_ node: OpaquePointer) -> Bool {
        guard let parent = cmark_node_parent(node) else { return true }
        return cmark_node_get_type(parent) != CMARK_NODE_ITEM
    }

    private mutating func heading(_ node: OpaquePointer) {
        let index = markup.headings.count
        if index == 0 { markup.headings.reserveCapacity(source.headingCount) }
        let position = markup.tree.open(.heading(index))
        inlines(of: node)
        let attributes = options.attributes ? readAttributes(ofHeading: position, node) : Attributes()
        markup.tree.close(position)
        let content = markup.tree.runningText(markup.tree.content(of: position))
        markup.headings.append(
            Heading(
                level: Int(cmark_node_get_heading_level(node)), content: content, attributes: attributes,
                range: self.position(of: node)))
    }

    private mutating func quote(_ node: OpaquePointer) {
        let position = markup.tree.open(.blockQuote)
        descend(node) { $0.block($1) }
        markup.tree.close(position)
        if options.alerts { readAlert(at: position, node) }
    }

    private mutating func list(_ node: OpaquePointer) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let start = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
        let position = markup.tree.open(.list(start: start, isTight: cmark_node_get_list_tight(node) == 1))
        for child in children(of: node) {
            let isTask = cmark_node_get_syntax_extension(child) != nil
            add(.item(isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(child) : nil), child) { $0.block($1) }
        }
        markup.tree.close(position)
    }

    private mutating func code(_ node: OpaquePointer) {
        checkFence(of: node)
        withBytes(of: cmark_node_get_fence_info(node)) { info in
            markup.tree.add(.codeBlock(info: info.count), words: info)
        }
        let literal = literalBytes(of: node)
        if containers.isEmpty { return markup.tree.extendLast(by: literal) }
        let restored = restoringContainerLines(String(decoding: literal, as: UTF8.self))
        restored.withBytes { markup.tree.extendLast(by: $0) }
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

    // The definitions come in the order of their numbers.
    private mutating func footnote(_ node: OpaquePointer) {
        let index = markup.footnotes.count
        markup.footnotes.append(Footnote(name: footnoteNames[index], references: 1))
        add(.footnote(index), node) { $0.block($1) }
    }

    private mutating func table(_ node: OpaquePointer) {
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        guard columns > 0, let letters = cmark_gfm_extensions_get_table_alignments(node) else { return }
        let position = markup.tree.open(.table)
        for row in children(of: node) {
            let start = markup.tree.open(.row)
            for (column, cell) in children(of: row).enumerated() {
                let cellStart = markup.tree.open(.cell(column < columns ? MarkupNode.Alignment(letters[column]) : .none))
                inlines(of: cell)
                markup.tree.close(cellStart)
            }
            markup.tree.close(start)
        }
        markup.tree.close(position)
        let header = position + 1
        if header == markup.tree.end(of: position) || markup.tree.isBlank(markup.tree.content(of: header), images: markup.images)
        {
            markup.headlessTables.append(self.position(of: node))
        }
    }
}

extension MarkupTree {
    /// An image and nothing else, or one in a link.
    fileprivate func isImage(_ content: Range<Int>) -> Bool {
        guard let last = content.last, case .image = self[last].kind else { return false }
        if content.count == 1 { return true }
        if case .link = self[content.lowerBound].kind { return end(of: content.lowerBound) == content.upperBound }
        return false
    }
}

extension MarkupNode.Alignment {
    /// From the letter that libcmark-gfm uses.
    fileprivate init(_ letter: UInt8) {
        switch letter {
        case UInt8(ascii: "l"): self = .left
        case UInt8(ascii: "c"): self = .center
        case UInt8(ascii: "r"): self = .right
        default: self = .none
        }
    }
}
