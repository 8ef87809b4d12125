internal import SiteModel

/// HTML that others wrote, made fit to be read outside of its page: what an editor put into a text, and what the theme's blocks
/// bring. Links get scheme and host; ids, classes, styles and everything that needs a script or a form goes, and so do comments
/// and drawings; what is folded away is open.
///
/// Works tag by tag, since an editor's piece may hold only one end of an element.
struct CleanedHTML: ~Copyable {
    private(set) var output = ByteBuffer()
    private let base: PageBase
    private var rest: ArraySlice<UInt8>

    init(_ html: [UInt8], _ base: PageBase) {
        self.base = base
        rest = html[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            output.append(contentsOf: rest[..<start])
            rest = rest[start...]
            markup()
        }
        output.append(contentsOf: rest)
    }

    /// What begins with `<`: a comment or declaration, a tag, or no more than the character. A tag that does not end takes what
    /// is behind it along, as in browsers.
    private mutating func markup() {
        if rest.starts(with: "<!--".utf8) { return skip(past: "-->") }
        if rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) { return skip(past: ">") }
        guard TagReader.isTag(rest) else {
            output.append("&lt;")
            rest = rest.dropFirst()
            return
        }
        var reader = TagReader(rest)
        let read = reader.tag()
        rest = reader.rest
        guard let tag = read else { return }
        if droppedWhole.contains(tag.name), !tag.isEnd, !isWhole(tag) { return skipElement(tag.name) }
        if !dropped.contains(tag.name) { write(tag) }
    }

    private mutating func skip(past mark: StaticString) {
        let mark = Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
        while !rest.isEmpty, !rest.starts(with: mark) { rest = rest.dropFirst() }
        rest = rest.dropFirst(mark.count)
    }

    /// Up to the end of an element, those of the same name in it counted.
    private mutating func skipElement(_ name: String) {
        var depth = 1
        while depth > 0, let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            guard TagReader.isTag(rest) else {
                rest = rest.dropFirst()
                continue
            }
            var reader = TagReader(rest)
            let tag = reader.tag()
            rest = reader.rest
            if let tag, tag.name == name, !isWhole(tag) { depth += tag.isEnd ? -1 : 1 }
        }
        if depth > 0 { rest = [] }
    }

    /// A drawing may end in `/>`; browsers pass that over in an element of HTML.
    private func isWhole(_ tag: Tag) -> Bool { tag.isEmpty && tag.name == "svg" }

    private mutating func write(_ tag: Tag) {
        output.append(tag.isEnd ? "</" : "<")
        output.append(text: tag.name)
        for attribute in tag.isEnd ? [] : tag.attributes where keptAttributes.contains(attribute.name) { write(attribute) }
        if tag.name == "details", !tag.isEnd { output.append(" open") }
        output.append(tag.isEmpty ? " />" : ">")
    }

    private mutating func write(_ attribute: Tag.Attribute) {
        output.append(" ")
        output.append(text: attribute.name)
        guard let value = attribute.value else { return }
        output.append("=\"")
        switch attribute.name {
        case "href", "src", "poster", "cite": output.appendHref(base.absolute(value))
        case "srcset": write(candidates: value)
        default: output.appendEscaped(value)
        }
        output.append("\"")
    }

    /// `a.png 1x, b.png 2x` with every address absolute.
    private mutating func write(candidates value: String) {
        for (index, candidate) in value.utf8.split(separator: 0x2C).enumerated() {
            let words = candidate.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
            if index > 0 { output.append(", ") }
            output.appendHref(base.absolute(words.first ?? ""))
            for word in words.dropFirst() { output.appendEscaped(" " + word) }
        }
    }
}

/// Elements of which nothing is left.
private let droppedWhole: Set<String> = [
    "script", "style", "svg", "template", "noscript", "iframe", "object", "select", "textarea", "title",
]

/// Elements whose content stays.
private let dropped = droppedWhole.union([
    "form", "fieldset", "legend", "label", "input", "button", "output", "option", "embed", "base", "link", "meta", "html", "head",
    "body",
])

private let keptAttributes: Set<String> = [
    "href", "src", "srcset", "sizes", "alt", "title", "width", "height", "lang", "dir", "colspan", "rowspan", "scope", "align",
    "start", "reversed", "value", "datetime", "cite", "poster", "controls", "type", "hreflang",
]
