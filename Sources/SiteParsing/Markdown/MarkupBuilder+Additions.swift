import CCMarkGFM
import SiteModel

/// What Martlet adds to GFM: alerts and heading attributes.
extension MarkupBuilder {
    /// The alert that a quote is when its first line is `[!NOTE]` and nothing else; nil for an ordinary quote.
    mutating func alert(_ blocks: [Block], _ node: OpaquePointer) -> Block? {
        guard case .paragraph(var content) = blocks.first, case .text(let marker) = content.first, marker.hasPrefix("[!"),
            let bracket = marker.firstIndex(of: "]")
        else { return nil }
        let word = String(marker[marker.index(marker.startIndex, offsetBy: 2)..<bracket])
        guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
        let place = markerPlace(word, node)
        guard marker[marker.index(after: bracket)...].allSatisfy({ $0 == " " }), content.count == 1 || content[1].isBreak else {
            diagnostics.add(
                .unknownAlert, "the mark of an alert stands alone on its line", at: source.location(place),
                help: "begin its text on the next line, with '> ' before it")
            return nil
        }
        guard let kind = AlertKind(rawValue: word.lowercased()) else {
            let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
            let near = nearName(to: word, among: known)
            diagnostics.add(
                .unknownAlert, "'\(word)' is not a kind of alert", at: source.location(place),
                help: near.map { "did you mean '[!\($0.name)]'?" } ?? "the kinds are \(known.joined(separator: ", "))",
                fix: near?.fix(word, at: source.location(place)))
            return nil
        }
        content.removeFirst(min(2, content.count))
        return .alert(kind, (content.isEmpty ? [] : [.paragraph(content)]) + blocks.dropFirst())
    }

    private func markerPlace(_ word: String, _ node: OpaquePointer) -> SourceRange {
        let start = position(of: node).lower
        let bytes = source.file[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        guard let bracket = bytes.firstIndex(of: 0x5B) else { return SourceRange(start, start) }
        return SourceRange(bracket, min(bracket + word.utf8.count + 3, bytes.endIndex))
    }

    /// Takes `{#id .class aka=old}` off the end of a heading. `\{` keeps it as text.
    mutating func readAttributes(of heading: inout Heading, _ node: OpaquePointer) {
        let line = headingLine(node)
        var content = line.trimmedEnd
        if source.quotedAt == nil, line.drop(while: { $0 == 0x20 }).first == 0x23 { content = withoutClosingSequence(content) }
        guard content.last == 0x7D, let brace = content.lastIndex(of: 0x7B), brace > content.startIndex,
            content[brace - 1] != 0x5C
        else { return }
        let list = content[(brace + 1)..<(content.endIndex - 1)]
        guard let first = list.drop(while: { $0 == 0x20 }).first, first == 0x23 || first == 0x2E || list.contains(0x3D) else {
            return
        }
        guard cut(&heading.content) else { return }
        heading.attributes = attributes(list)
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

    /// Cuts a heading's text at its last brace; false where there is none.
    private func cut(_ content: inout [Inline]) -> Bool {
        for index in content.indices.reversed() {
            guard case .text(let text) = content[index], let brace = text.lastIndex(of: "{") else { continue }
            content.removeSubrange(index...)
            let kept = String(text[..<brace].reversed().drop { $0 == " " }.reversed())
            if !kept.isEmpty { content.append(.text(kept)) }
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

extension Inline {
    fileprivate var isBreak: Bool {
        switch self {
        case .softBreak, .lineBreak: true
        default: false
        }
    }
}
