import CCMarkGFM
import SiteModel

/// What Martlet adds to GFM: alerts and heading attributes.
extension MarkupBuilder {
    /// Makes an alert of the quote at a position, the last of the tree, when its first line is `[!NOTE]` and nothing else.
    mutating func readAlert(at position: Int, _ node: OpaquePointer) {
        guard let first = firstLine(ofQuote: position), let mark = AlertMark(markup.tree.words(of: markup.tree[first])) else {
            return
        }
        let paragraph = position + 1
        let content = markup.tree.content(of: paragraph)
        let place = source.location(markerPlace(mark.word, node))
        guard mark.isAlone, content.count == 1 || markup.tree[first + 1].kind.isBreak else {
            return diagnostics.add(
                .unknownAlert, "the mark of an alert stands alone on its line", at: place,
                help: "begin its text on the next line, with '> ' before it")
        }
        guard let kind = AlertKind(rawValue: mark.word.lowercased()) else { return reportAlert(mark.word, at: place) }
        markup.tree.change(position, to: .alert(kind))
        let isAll = content.count <= 2
        markup.tree.remove(isAll ? paragraph..<content.upperBound : first..<first + 2, in: position)
    }

    /// The text with which a quote begins; nil where it begins with something else.
    private func firstLine(ofQuote position: Int) -> Int? {
        let content = markup.tree.content(of: position)
        guard content.count > 1, markup.tree[position + 1].kind == .paragraph, markup.tree[position + 2].kind == .text,
            markup.tree.withWords(of: markup.tree[position + 2], { $0.starts(with: [0x5B, 0x21]) })
        else { return nil }
        return position + 2
    }

    private mutating func reportAlert(_ word: String, at place: SourceLocation) {
        let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
        let near = nearName(to: word, among: known)
        diagnostics.add(
            .unknownAlert, "'\(word)' is not a kind of alert", at: place,
            help: near.map { "did you mean '[!\($0.name)]'?" } ?? "the kinds are \(known.joined(separator: ", "))",
            fix: near?.fix(word, at: place))
    }

    private func markerPlace(_ word: String, _ node: OpaquePointer) -> SourceRange {
        let start = position(of: node).lower
        let bytes = source.file[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        guard let bracket = bytes.firstIndex(of: 0x5B) else { return SourceRange(start, start) }
        return SourceRange(bracket, min(bracket + word.utf8.count + 3, bytes.endIndex))
    }

    /// Takes `{#id .class aka=old}` off the end of the heading at a position, the last of the tree. `\{` keeps it as text.
    mutating func readAttributes(ofHeading position: Int, _ node: OpaquePointer) -> Attributes {
        guard mayEndWithBraces(node) else { return Attributes() }
        let line = headingLine(node)
        var content = line.trimmedEnd
        if source.quotedAt == nil, line.drop(while: { $0 == 0x20 }).first == 0x23 { content = withoutClosingSequence(content) }
        guard content.last == 0x7D, let brace = content.lastIndex(of: 0x7B), brace > content.startIndex,
            content[brace - 1] != 0x5C
        else { return Attributes() }
        let list = content[(brace + 1)..<(content.endIndex - 1)]
        guard let first = list.drop(while: { $0 == 0x20 }).first, first == 0x23 || first == 0x2E || list.contains(0x3D),
            cutAtBrace(position)
        else { return Attributes() }
        return attributes(list)
    }

    /// Whether a brace, or the `#` that may follow one, ends a line of the heading: most have none.
    private func mayEndWithBraces(_ node: OpaquePointer) -> Bool {
        let (start, end) = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
        return (start...max(start, end)).contains { number in
            let range = source.rangeOfLine(number)
            var last = range.upperBound
            while last > range.lowerBound, source.file[last - 1] == 0x20 || source.file[last - 1] == 0x09 { last -= 1 }
            return last > range.lowerBound && (source.file[last - 1] == 0x7D || source.file[last - 1] == 0x23)
        }
    }

    /// Where `{#id}` can be added to a heading that has no braces.
    func idPlace(of node: OpaquePointer) -> Int? {
        guard options.attributes, source.quotedAt == nil else { return nil }
        let line = headingLine(node)
        let content = line.trimmedEnd
        let isMarked = line.drop { $0 == 0x20 }.first == 0x23
        let words = isMarked ? withoutClosingSequence(content) : content
        return words.isEmpty || words.last == 0x7D || words.last == 0x5C ? nil : words.endIndex
    }

    /// The source line that holds the end of a heading's text: that above the underline of a setext heading.
    private func headingLine(_ node: OpaquePointer) -> ArraySlice<UInt8> {
        let start = Int(cmark_node_get_start_line(node))
        let end = Int(cmark_node_get_end_line(node))
        // The library ends such a heading on its underline or, before more text, on the line behind it.
        for number in (start + 1)..<max(start + 1, end + 1) where isUnderline(source.line(number)) {
            return source.line(number - 1)
        }
        return source.line(start)
    }

    private func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = line.trimmedEnd.drop { $0 == 0x20 || $0 == 0x3E }
        return !marks.isEmpty && (marks.allSatisfy { $0 == 0x3D } || marks.allSatisfy { $0 == 0x2D })
    }

    /// Without the `##` that may close an ATX heading.
    private func withoutClosingSequence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        while rest.last == 0x23 { rest.removeLast() }
        return rest.count < line.count && (rest.last == 0x20 || rest.last == 0x09) ? rest.trimmedEnd : line
    }

    /// Cuts the text of the heading at a position at its last brace; false where there is none.
    private mutating func cutAtBrace(_ heading: Int) -> Bool {
        for position in Array(markup.tree.level(heading + 1..<markup.tree.all.upperBound)).reversed() {
            guard markup.tree[position].kind == .text else { continue }
            let text = markup.tree.words(of: markup.tree[position])
            guard let brace = text.lastIndex(of: "{") else { continue }
            markup.tree.cut(from: position)
            let kept = String(text[..<brace].reversed().drop { $0 == " " }.reversed())
            if !kept.isEmpty { markup.tree.add(.text, words: kept) }
            return true
        }
        return false
    }

    private mutating func attributes(_ list: ArraySlice<UInt8>) -> Attributes {
        var attributes = Attributes()
        for word in AttributeWords(list) {
            let place = SourceRange(word.startIndex, word.endIndex)
            let text = String(decoding: word, as: UTF8.self)
            if text.hasPrefix("#"), let id = checkedID(String(text.dropFirst()), at: SourceRange(place.lower + 1, place.upper)) {
                if attributes.id != nil { reportAttribute("a heading has one id", place) }
                attributes.id = id
            } else if text.hasPrefix(".") {
                attributes.classes.append(String(text.dropFirst()))
            } else if text.hasPrefix("aka=") {
                addAliases(String(text.dropFirst(4)), at: place.lower + 4, to: &attributes)
            } else if !text.hasPrefix("#") {
                // A space within an id makes two words of it.
                let joined = attributes.id.map { "join the words of an id: '#\($0.value)-\(text)'" }
                let help = isValidID(text) ? joined : nil
                // The blank between the two.
                let isBeside = help != nil && attributes.id?.location.range.upper == place.lower - 1 && source.quotedAt == nil
                let blank = SourceRange(place.lower - 1, place.lower)
                reportAttribute(
                    "'\(text)' is not '#id', '.class' or 'aka=old-id'", place, help,
                    fix: isBeside ? Fix(at: source.location(blank), with: "-") : nil)
            }
        }
        return attributes
    }

    private mutating func addAliases(_ list: String, at start: Int, to attributes: inout Attributes) {
        var offset = start
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            let place = SourceRange(offset, offset + part.utf8.count)
            if let id = checkedID(String(part), at: place) { attributes.aliases.append(id) }
            offset = place.upper + 1
        }
    }

    private mutating func checkedID(_ id: String, at place: SourceRange) -> Placed<String>? {
        if isValidID(id) { return Placed(normalized(id), at: source.location(place)) }
        reportAttribute("'\(id)' is not an id", place)
        return nil
    }

    private mutating func reportAttribute(
        _ message: String, _ place: SourceRange, _ help: String? = nil, fix: Fix? = nil
    ) {
        diagnostics.add(
            .badAttributes, message, at: source.location(place),
            help: help ?? "write '{#id .class aka=old-id}' with letters, digits and '-'", fix: fix)
    }
}

/// The mark with which an alert begins, and whether anything stands behind it.
private struct AlertMark {
    let word: String
    let isAlone: Bool

    init?(_ text: String) {
        guard text.hasPrefix("[!"), let bracket = text.firstIndex(of: "]") else { return nil }
        word = String(text[text.index(text.startIndex, offsetBy: 2)..<bracket])
        isAlone = text[text.index(after: bracket)...].allSatisfy { $0 == " " }
        guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    }
}

extension MarkupNode.Kind {
    fileprivate var isBreak: Bool { self == .softBreak || self == .lineBreak }
}
