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
            output.append(contentsOf: Array(rest[..<tag]))
            put(isFilteredTag(rest[tag...]) ? "&lt;" : "<")
            rest = rest[(tag + 1)...]
        }
        output.append(contentsOf: Array(rest))
    }

    mutating func write(_ table: Block.Table) {
        if style.isForReading {
            line("<div class=\"table-frame\" role=\"region\" tabindex=\"0\"")
            put(" aria-label=\"")
            gap(.table)
            columns(of: table)
            put("\">")
        }
        line("<table>")
        line("<thead>")
        row(table.header, "th", table)
        line("</thead>")
        if !table.rows.isEmpty {
            line("<tbody>")
            for cells in table.rows { row(cells, "td", table) }
            line("</tbody>")
        }
        line("</table>")
        line(style.isForReading ? "</div>\n" : "")
    }

    /// They tell a table from the others of a page.
    private mutating func columns(of table: Block.Table) {
        let columns = table.header.map { $0.plainText(images: markup.images) }.filter { !$0.isEmpty }
        guard !columns.isEmpty else { return }
        put(": ")
        output.appendEscaped(columns.joined(separator: ", "))
    }

    private mutating func row(_ cells: [[Inline]], _ name: StaticString, _ table: Block.Table) {
        line("<tr>")
        for (column, cell) in cells.enumerated() {
            line("<")
            put(name)
            if style.isForReading, name.utf8Start[1] == UInt8(ascii: "h") { put(" scope=\"col\"") }
            if column < table.alignments.count { align(table.alignments[column]) }
            put(">")
            write(cell)
            put("</")
            put(name)
            put(">")
        }
        line("</tr>")
    }

    private mutating func align(_ alignment: Block.Table.Alignment) {
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

    mutating func alert(_ kind: AlertKind, _ blocks: [Block]) {
        if style.base != nil { return alertElsewhere(kind, blocks) }
        line("<div class=\"alert alert-")
        output.append(text: kind.rawValue)
        put("\" role=\"note\">\n<p class=\"alert-title\">")
        gap(kind.word)
        put("</p>\n")
        write(blocks)
        line("</div>\n")
    }

    mutating func figure(_ image: Int, _ link: Int?) {
        let caption = markup.images[image].title
        line("<figure>\n")
        if let link { startLink(link) }
        self.image(image, hasTitle: false)
        if link != nil { put("</a>") }
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
