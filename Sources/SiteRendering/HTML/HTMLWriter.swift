package import SiteModel

/// Writes a text as HTML. With `HTMLStyle.specification` the bytes are those of libcmark-gfm's own renderer.
package struct HTMLWriter {
    package internal(set) var output: [UInt8] = []
    let text: LinkedMarkup
    let style: HTMLStyle
    /// Renders a container from its name, values and inner HTML.
    let container: (Container, [UInt8]) -> [UInt8]
    var footnoteCount = 0

    package init(_ text: LinkedMarkup, _ style: HTMLStyle, container: @escaping (Container, [UInt8]) -> [UInt8] = { $1 }) {
        self.text = text
        self.style = style
        self.container = container
        output.reserveCapacity(4096)
    }

    /// The HTML of a whole text.
    package static func html(
        _ text: LinkedMarkup, _ style: HTMLStyle, container: @escaping (Container, [UInt8]) -> [UInt8] = { $1 }
    ) -> [UInt8] {
        var writer = HTMLWriter(text, style, container: container)
        writer.write(text.markup.blocks)
        writer.endFootnotes()
        return writer.output
    }

    package mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let content): paragraph(content)
        case .heading(let index): heading(index)
        case .thematicBreak: line("<hr />\n")
        case .blockQuote(let blocks): quote(blocks)
        case .list(let list): write(list)
        case .code(let info, let literal): code(info, literal)
        case .html(let index): rawBlock(text.markup.rawHTML[index].literal)
        case .table(let table): write(table)
        case .alert(let kind, let blocks): alert(kind, blocks)
        case .figure(let image, let link): figure(image, link)
        case .container(let index, let blocks): write(container: index, blocks)
        case .footnote(let footnote): write(footnote)
        case .more: break
        }
    }

    /// Begins a new line unless one has just begun.
    mutating func line(_ literal: StaticString) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        output.append(literal)
    }

    mutating func put(_ literal: StaticString) { output.append(literal) }

    private mutating func paragraph(_ content: [Inline]) {
        line("<p>")
        write(content)
        put("</p>\n")
    }

    private mutating func heading(_ index: Int) {
        let heading = text.markup.headings[index]
        line("<h")
        output.append(0x30 + UInt8(heading.level))
        if style.base == nil { marks(of: heading, text.headingIDs[index]) } else { put(">") }
        write(heading.content)
        put("</h")
        output.append(0x30 + UInt8(heading.level))
        put(">\n")
    }

    /// The id and the classes of a heading, the end of its tag, and its former ids.
    private mutating func marks(of heading: Heading, _ id: String) {
        if !id.isEmpty { attribute(" id=\"", id) }
        if !heading.attributes.classes.isEmpty { attribute(" class=\"", heading.attributes.classes.joined(separator: " ")) }
        put(">")
        for alias in heading.attributes.aliases {
            attribute("<span id=\"", alias.value)
            put("></span>")
        }
    }

    mutating func attribute(_ start: StaticString, _ value: String) {
        put(start)
        output.appendEscaped(value)
        put("\"")
    }

    private mutating func quote(_ blocks: [Block]) {
        line("<blockquote>\n")
        write(blocks)
        line("</blockquote>\n")
    }

    private mutating func code(_ info: String, _ literal: String) {
        line("<pre><code")
        let language = info.prefix { !$0.isASCIISpace }
        if !info.isEmpty, style.base == nil {
            put(" class=\"language-")
            output.appendEscaped(String(language))
            put("\"")
        }
        put(">")
        output.appendEscaped(literal)
        put("</code></pre>\n")
    }

    private mutating func write(container index: Int, _ blocks: [Block]) {
        var inner = HTMLWriter(text, style, container: container)
        inner.write(blocks)
        line("")
        let html = container(text.markup.containers[index], inner.output)
        output.append(contentsOf: style.base.map { CleanedHTML(html, $0).output } ?? html)
        line("")
    }

    private mutating func write(_ list: Block.List) {
        if let start = list.start {
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
        for item in list.items { write(item, isTight: list.isTight) }
        put(list.start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func write(_ item: Block.Item, isTight: Bool) {
        line("<li>")
        if let isDone = item.isDone, style.base != nil {
            put(isDone ? "☑ " : "☐ ")
        } else if let isDone = item.isDone {
            put(isDone ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
            if style.isForReading { attribute(" aria-label=\"", isDone ? style.words.taskDone : style.words.taskOpen) }
            put(" /> ")
        }
        for block in item.blocks {
            if isTight, case .paragraph(let content) = block { write(content) } else { write(block) }
        }
        put("</li>\n")
    }

    private mutating func write(_ footnote: Block.Footnote) {
        if style.base != nil { return writeElsewhere(footnote) }
        if footnoteCount == 0 { put("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
        footnoteCount += 1
        put("<li id=\"fn-")
        output.appendHref(footnote.name)
        put("\">\n")
        for block in footnote.blocks.dropLast() { write(block) }
        if case .paragraph(let content)? = footnote.blocks.last {
            line("<p>")
            write(content)
            put(" ")
            backReferences(footnote)
            put("</p>\n")
        } else {
            if let last = footnote.blocks.last { write(last) }
            backReferences(footnote)
            put("\n")
        }
        put("</li>\n")
    }

    private mutating func backReferences(_ footnote: Block.Footnote) {
        for occurrence in 1...footnote.references {
            put(occurrence == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
            output.appendHref(footnote.name)
            if occurrence > 1 { output.append(text: "-\(occurrence)") }
            put("\" class=\"footnote-backref\" data-footnote-backref")
            attribute(" aria-label=\"", style.words.backToContent)
            put(">↩")
            if occurrence > 1 { output.append(text: "<sup class=\"footnote-ref\">\(occurrence)</sup>") }
            put("</a>")
        }
    }

    mutating func endFootnotes() {
        if footnoteCount > 0 { put(style.base == nil ? "</ol>\n</section>\n" : "</ol>\n") }
    }
}

extension Character {
    fileprivate var isASCIISpace: Bool {
        self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\u{0B}" || self == "\u{0C}"
    }
}
