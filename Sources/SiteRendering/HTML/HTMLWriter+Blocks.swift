import SiteModel

/// The blocks with parts of their own: raw HTML, tables, alerts and figures.
extension HTMLWriter {
    mutating func rawBlock(_ literal: String) {
        line("")
        switch style.rawHTML {
        case .kept: foreign(literal)
        case .escaped:
            put("<p>")
            output.appendEscaped(literal)
            put("</p>")
        case .filtered: filtered(Array(literal.utf8)[...])
        }
        line("")
    }

    private mutating func filtered(_ html: ArraySlice<UInt8>) {
        var rest = html
        while let tag = rest.firstIndex(of: 0x3C) {
            output.append(contentsOf: rest[..<tag])
            put(isFilteredTag(rest[tag...]) ? "&lt;" : "<")
            rest = rest[(tag + 1)...]
        }
        output.append(contentsOf: rest)
    }

    mutating func table(_ rows: Range<Int>) {
        let header = rows.isEmpty ? rows : tree.content(of: rows.lowerBound)
        if style.isForReading {
            line("<div class=\"table-frame\" role=\"region\" tabindex=\"0\"")
            put(" aria-label=\"")
            gap(.table)
            nameColumns(header)
            put("\">")
        }
        line("<table>")
        line("<thead>")
        row(header, "th")
        line("</thead>")
        if header.upperBound < rows.upperBound {
            line("<tbody>")
            forEach(header.upperBound..<rows.upperBound) { $0.row($2, "td") }
            line("</tbody>")
        }
        line("</table>")
        line(style.isForReading ? "</div>\n" : "")
    }

    /// The words of the header tell a table from the others of a page.
    private mutating func nameColumns(_ header: Range<Int>) {
        var isFirst = true
        forEach(header) { writer, _, content in
            let words = writer.tree.plainText(of: content, images: writer.lists.value.images)
            guard !words.isEmpty else { return }
            writer.put(isFirst ? ": " : ", ")
            writer.output.appendEscaped(words)
            isFirst = false
        }
    }

    private mutating func row(_ cells: Range<Int>, _ name: StaticString) {
        line("<tr>")
        forEach(cells) { writer, cell, content in
            writer.line("<")
            writer.put(name)
            if writer.style.isForReading, name.utf8Start[1] == UInt8(ascii: "h") { writer.put(" scope=\"col\"") }
            if case .cell(let alignment) = cell.kind { writer.align(alignment) }
            writer.put(">")
            writer.write(content)
            writer.put("</")
            writer.put(name)
            writer.put(">")
        }
        line("</tr>")
    }

    private mutating func align(_ alignment: MarkupNode.Alignment) {
        let word: StaticString
        switch alignment {
        case .none: return
        case .left: word = "left"
        case .center: word = "center"
        case .right: word = "right"
        }
        put(style.alignment == .attribute ? " align=\"" : " class=\"align-")
        put(word)
        put("\"")
    }

    mutating func alert(_ kind: AlertKind, _ blocks: Range<Int>) {
        if style.base != nil { return alertElsewhere(kind, blocks) }
        line("<div class=\"alert alert-")
        output.append(text: kind.rawValue)
        put("\" role=\"note\">\n<p class=\"alert-title\">")
        gap(kind.word)
        put("</p>\n")
        write(blocks)
        line("</div>\n")
    }

    /// An image, or a link that holds one.
    mutating func figure(_ content: Range<Int>) {
        guard let last = content.last, case .image(let image) = tree[last].kind else { return }
        let caption = lists.value.images[image].title
        line("<figure>\n")
        if case .link(let link) = tree[content.lowerBound].kind { startLink(link) }
        self.image(image, hasTitle: false)
        if content.count > 1 { put("</a>") }
        if !caption.isEmpty {
            line("<figcaption>")
            output.appendEscaped(caption)
            put("</figcaption>")
        }
        line("</figure>\n")
    }
}

/// Whether HTML begins with one of the nine tags that GFM's tag filter takes the edge off (GFM 0.29 section 6.11).
func isFilteredTag(_ html: ArraySlice<UInt8>) -> Bool {
    var rest = html.dropFirst()
    if rest.first == 0x2F { rest = rest.dropFirst() }
    let name = rest.prefix { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) }
    guard filteredTags.contains(where: { tag in tag.utf8.count == name.count && tag.utf8.elementsEqual(name.map { $0 | 0x20 }) })
    else { return false }
    guard let next = html[name.endIndex...].first else { return false }
    let follows = html[name.endIndex...].dropFirst().first
    return next == 0x3E || next == 0x20 || (0x09...0x0D).contains(next) || (next == 0x2F && follows == 0x3E)
}

private let filteredTags = ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"]
