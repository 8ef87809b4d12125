import SiteModel

/// The lines `:::name {key=value}` and `:::` of a text.
///
/// libcmark-gfm does not know them. Each goes through it as an HTML comment on the same line: that ends what stands before,
/// keeps every line number, and comes back as a block of its own where a container can begin or end. Where it does not (in
/// code, in a list), the original line is put back.
struct ContainerLines: Sendable {
    /// By the line of the text, counted from 1.
    fileprivate(set) var openings: [Int: Container] = [:]
    fileprivate(set) var closings: Set<Int> = []
    /// The text with comments in place of these lines; nil where there are none.
    fileprivate var replaced: [UInt8]?

    var isEmpty: Bool { openings.isEmpty && closings.isEmpty }

    /// What stands in place of a line; the blank-free form keeps it one HTML block.
    static func placeholder(_ line: Int) -> String { "<!--:::\(line)-->" }

    /// The line that a placeholder stands for, or nil for other HTML.
    static func line(of html: String) -> Int? {
        guard html.hasPrefix("<!--:::") else { return nil }
        return Int(html.dropFirst(7).prefix { $0.isNumber })
    }

    func withText<Result>(
        _ original: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        replaced.map { $0.withUnsafeBufferPointer(body) } ?? body(original)
    }
}

/// Finds the container lines of a text: at the start of a line, three colons or more, outside fenced code. Every opening
/// has a closing, and the other way round.
func findContainers(_ source: MarkdownSource) -> Outcome<ContainerLines> {
    var found = ContainerLines()
    var diagnostics = Diagnostics()
    guard source.marks.mayHaveContainers else { return Outcome(found) }
    var open: [(name: String, range: SourceRange)] = []
    var fence: ArraySlice<UInt8>?
    var text: [UInt8] = []
    var hasLines = false
    for number in 1...source.lines.starts.count {
        let line = source.line(number)
        if updateFence(&fence, line) || fence != nil || !line.starts(with: [0x3A, 0x3A, 0x3A]) {
            text.append(contentsOf: line)
            text.append(0x0A)
            continue
        }
        hasLines = true
        text.append(contentsOf: "\(ContainerLines.placeholder(number))\n".utf8)
        let place = SourceRange(line.startIndex, line.endIndex)
        guard let container = readContainer(line, source, &diagnostics) else {
            if open.popLast() == nil {
                diagnostics.add(.unclosedContainer, "':::' closes nothing", at: source.location(place), help: "delete it")
            }
            found.closings.insert(number)
            continue
        }
        open.append((container.name, place))
        if open.count == nestingLimit + 1 {
            diagnostics.add(
                .nestedTooDeep, "containers stand in each other more than \(nestingLimit) deep", at: source.location(place),
                help: "split or simplify this part")
            return Outcome(ContainerLines(), diagnostics)
        }
        found.openings[number] = container
    }
    for container in open {
        diagnostics.add(
            .unclosedContainer, "':::\(container.name)' is not closed", at: source.location(container.range),
            help: "add a line ':::' behind its content")
    }
    if hasLines { found.replaced = text }
    return Outcome(found, diagnostics)
}

/// Follows fenced code: true for a line that opens or closes it.
private func updateFence(_ fence: inout ArraySlice<UInt8>?, _ line: ArraySlice<UInt8>) -> Bool {
    let indent = line.prefix { $0 == 0x20 }.count
    let content = line.dropFirst(indent)
    guard indent < 4, let mark = content.first, mark == 0x60 || mark == 0x7E else { return false }
    let run = content.prefix { $0 == mark }
    guard run.count >= 3 else { return false }
    guard let opened = fence else {
        fence = run
        return true
    }
    let isClosing =
        opened.first == mark && run.count >= opened.count && content.dropFirst(run.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if isClosing { fence = nil }
    return isClosing
}

/// A container's opening line; nil for a closing one.
private func readContainer(
    _ line: ArraySlice<UInt8>, _ source: MarkdownSource, _ diagnostics: inout Diagnostics
) -> Container? {
    let rest = line.drop { $0 == 0x3A }.drop { $0 == 0x20 || $0 == 0x09 }
    guard !rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    let nameBytes = rest.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x7B }
    let name = String(decoding: nameBytes, as: UTF8.self)
    var container = Container(name: name, parameters: [], range: SourceRange(line.startIndex, line.endIndex))
    if nameBytes.isEmpty || name != pathSlug(name) {
        diagnostics.add(
            .unknownContainer, "'\(name)' is not the name of a block", at: source.location(container.range),
            help: "write ':::name' or ':::name {key=value}'")
    }
    let list = rest[nameBytes.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    guard !list.isEmpty else { return container }
    container.parameters = readParameters(list, source, &diagnostics)
    return container
}

/// `{key=value other="two words"}`
private func readParameters(
    _ list: ArraySlice<UInt8>, _ source: MarkdownSource, _ diagnostics: inout Diagnostics
) -> [Container.Parameter] {
    let trimmed = list.trimmedEnd
    guard trimmed.first == 0x7B, trimmed.last == 0x7D else {
        diagnostics.add(
            .badAttributes, "a block's values stand in braces",
            at: source.location(SourceRange(list.startIndex, trimmed.endIndex)),
            help: "write ':::name {key=value}'")
        return []
    }
    var parameters: [Container.Parameter] = []
    for word in AttributeWords(trimmed.dropFirst().dropLast()) {
        guard let equals = word.firstIndex(of: 0x3D), equals > word.startIndex else {
            diagnostics.add(
                .badAttributes, "'\(String(decoding: word, as: UTF8.self))' is not 'key=value'",
                at: source.location(SourceRange(word.startIndex, word.endIndex)))
            continue
        }
        let value = String(decoding: word[(equals + 1)...], as: UTF8.self)
        parameters.append(
            .init(
                key: String(decoding: word[..<equals], as: UTF8.self),
                value: value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
                    ? String(value.dropFirst().dropLast()) : value,
                range: SourceRange(word.startIndex, word.endIndex)))
    }
    return parameters
}

/// The words of an attribute list, set apart by blanks; blanks within double quotes belong to their word.
struct AttributeWords: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ list: ArraySlice<UInt8>) { rest = list }

    mutating func next() -> ArraySlice<UInt8>? {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard !rest.isEmpty else { return nil }
        var isQuoted = false
        let word = rest.prefix { byte in
            if byte == 0x22 { isQuoted.toggle() }
            return isQuoted || (byte != 0x20 && byte != 0x09)
        }
        rest = rest[word.endIndex...]
        return word
    }
}

extension ArraySlice<UInt8> {
    var trimmedEnd: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
        return slice
    }
}
