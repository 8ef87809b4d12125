import CCMarkGFM
import SiteModel

/// Repairs libcmark-gfm's positions. Lines are right everywhere; columns, in bytes, are not: they leave out what stands
/// before the text on a paragraph's second and further lines, and nodes of the extensions have none at all.
extension MarkupBuilder {
    /// The place of a block, or of the nearest block around a node that has no place.
    func position(of node: OpaquePointer) -> SourceRange {
        var current: OpaquePointer? = node
        while let placed = current {
            let line = Int(cmark_node_get_start_line(placed))
            if line > 0 {
                let (column, lastLine) = (Int(cmark_node_get_start_column(placed)), Int(cmark_node_get_end_line(placed)))
                // HTML that ends on the line where it begins is said to end on the line before.
                guard lastLine >= line else {
                    return SourceRange(source.offset(line, column), source.rangeOfLine(line).upperBound)
                }
                return withoutLineEnd(source.range(line, column, lastLine, Int(cmark_node_get_end_column(placed))))
            }
            current = cmark_node_parent(placed)
        }
        return SourceRange(source.range.lowerBound, source.range.lowerBound)
    }

    /// The place of a link, image or raw HTML in running text.
    func inlinePosition(of node: OpaquePointer) -> SourceRange {
        let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
        guard cmark_node_get_start_line(node) > 0 else { return autolinkPosition(of: node) }
        let line = openingLine(of: node)
        let column = Int(cmark_node_get_start_column(node))
        let start = repaired(line, column, of: node)
        if !isImage, let bare = bareLink(near: start, node) { return bare }
        let file = source.file
        let found = opening(near: start, onLine: line) { offset, end in
            if isImage { return file[offset] == 0x21 && offset + 1 < end && file[offset + 1] == 0x5B }
            return file[offset] == 0x5B || file[offset] == 0x3C
        }
        guard let found else { return SourceRange(start, start + 1) }
        return SourceRange(found, closing(from: found))
    }

    /// The place of a tag in running text.
    func htmlPosition(of node: OpaquePointer, _ text: String) -> SourceRange {
        let line = Int(cmark_node_get_start_line(node))
        guard line > 0 else { return position(of: node) }
        let start = repaired(line, Int(cmark_node_get_start_column(node)), of: node)
        let mark = Array(text.utf8.prefix { $0 != 0x0A })
        let file = source.file
        guard let found = opening(near: start, onLine: line, where: { file[$0..<$1].starts(with: mark) }) else {
            return position(of: node)
        }
        return SourceRange(found, found + mark.count)
    }

    /// The line on which a link or image opens. Its own is the one on which it closes, but its column and its content are right.
    private func openingLine(of node: OpaquePointer) -> Int {
        let line = Int(cmark_node_get_start_line(node))
        guard let first = cmark_node_first_child(node), cmark_node_get_start_line(first) > 0 else { return line }
        return min(line, openingLine(of: first))
    }

    /// A column that libcmark-gfm counted from the start of the text on its line, made one of the file: the indentation and
    /// the marks of quotes on a continuation line are put back.
    private func repaired(_ line: Int, _ column: Int, of node: OpaquePointer) -> Int {
        guard let block = enclosingBlock(of: node), Int(cmark_node_get_start_line(block)) < line else {
            return source.offset(line, column)
        }
        let prefix = source.line(line).prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        return source.offset(line, column + prefix.count)
    }

    private func enclosingBlock(of node: OpaquePointer) -> OpaquePointer? {
        var current = cmark_node_parent(node)
        while let candidate = current, cmark_node_get_type(candidate).rawValue & 0xC000 == 0xC000 {
            current = cmark_node_parent(candidate)
        }
        return current
    }

    /// The place at or nearest to where it should be at which a link, image or tag begins, as `isOpening` sees it: from an offset to the
    /// end of the line.
    private func opening(near start: Int, onLine line: Int, where isOpening: (Int, Int) -> Bool) -> Int? {
        let range = source.rangeOfLine(line)
        if range.contains(start), isOpening(start, range.upperBound) { return start }
        return range.filter { isOpening($0, range.upperBound) }.min { abs($0 - start) < abs($1 - start) }
    }

    /// The byte behind the link, image or autolink that begins at an offset, as far as its own brackets tell.
    private func closing(from start: Int) -> Int {
        let file = source.file
        let limit = min(source.range.upperBound, start + 4096)
        if file[start] == 0x3C { return (file[start..<limit].firstIndex(of: 0x3E) ?? start) + 1 }
        guard let bracket = matching(from: file[start] == 0x21 ? start + 1 : start, 0x5B, 0x5D, limit) else { return start + 1 }
        guard bracket + 1 < limit else { return bracket + 1 }
        if file[bracket + 1] == 0x28 { return (matching(from: bracket + 1, 0x28, 0x29, limit) ?? bracket) + 1 }
        if file[bracket + 1] == 0x5B { return (matching(from: bracket + 1, 0x5B, 0x5D, limit) ?? bracket) + 1 }
        return bracket + 1
    }

    private func matching(from start: Int, _ open: UInt8, _ close: UInt8, _ limit: Int) -> Int? {
        var depth = 0
        var index = start
        while index < limit {
            let byte = source.file[index]
            if byte == 0x5C {
                index += 1
            } else if byte == open {
                depth += 1
            } else if byte == close {
                depth -= 1
                if depth == 0 { return index }
            }
            index += 1
        }
        return nil
    }

    /// A bare `www.` or `http:` link, which begins at or just behind the place that the library gives; nil for one in brackets.
    private func bareLink(near start: Int, _ node: OpaquePointer) -> SourceRange? {
        let file = source.file
        guard start < file.count, file[start] != 0x5B, file[start] != 0x3C else { return nil }
        let text = literalText(of: node)
        guard ["www.", "http://", "https://", "ftp://"].contains(where: text.hasPrefix) else { return nil }
        let words = Array(text.utf8)
        for offset in start...(start + 1) where offset + words.count <= file.count {
            if file[offset..<(offset + words.count)].elementsEqual(words) { return SourceRange(offset, offset + words.count) }
        }
        return nil
    }

    /// The autolink extension gives addresses of mail no place: they are looked up in their block, in order.
    private func autolinkPosition(of node: OpaquePointer) -> SourceRange {
        let around = position(of: node)
        let words = Array(literalText(of: node).utf8)
        guard !words.isEmpty else { return around }
        let start = max(around.lower, markup.links.last?.range.upper ?? 0)
        let end = min(around.upper, source.file.count)
        guard start + words.count <= end else { return around }
        for offset in start...(end - words.count) where source.file[offset] == words[0] {
            if source.file[offset..<(offset + words.count)].elementsEqual(words) {
                return SourceRange(offset, offset + words.count)
            }
        }
        return around
    }

    private func literalText(of node: OpaquePointer) -> String { children(of: node).map(literal).joined() }

    private func withoutLineEnd(_ range: SourceRange) -> SourceRange {
        var upper = min(range.upper, source.file.count)
        while upper > range.lower, source.file[upper - 1] == 0x0A || source.file[upper - 1] == 0x0D { upper -= 1 }
        return SourceRange(range.lower, upper)
    }
}
