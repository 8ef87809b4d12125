import SiteModel

/// Typed values. Each reads one key, says what is wrong with it, and gives nil then.
extension FieldReader {
    mutating func text(_ key: String) -> Placed<String>? { value(key).flatMap { text($0, key) } }

    mutating func bool(_ key: String) -> Bool? {
        guard let node = value(key) else { return nil }
        if node.kind == .plain, let flag = Bool(text(of: node)) { return flag }
        let written = node.isSingle ? text(of: node) : nil
        let isQuoted = written == "true" || written == "false"
        let meant = written.flatMap { booleanWords[$0.lowercased()] }
        diagnostics.add(
            .badBoolean, "'\(key)' is 'true' or 'false'\(written.map { ", not '\($0)'" } ?? "")", at: location(node.range),
            help: meant.map { "write '\($0)'\(isQuoted ? " without quotes" : "")" } ?? "write 'true' or 'false', without quotes",
            fix: meant.map { Fix(at: location(node.range), with: $0) })
        return nil
    }

    mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = value(key) else { return nil }
        let number = node.isSingle ? Int(text(of: node)).flatMap { range.contains($0) ? $0 : nil } : nil
        if node.kind == .plain, let number { return number }
        diagnostics.add(
            .badValue, "'\(key)' is a whole number from \(range.lowerBound) to \(range.upperBound)", at: location(node.range),
            help: number.map { "write '\($0)' without quotes" },
            fix: number.map { Fix(at: location(node.range), with: String($0)) })
        return nil
    }

    /// One of a closed list of words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let word = text(key) else { return nil }
        if let choice = Choice(rawValue: word.value) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let near = nearName(to: word.value, among: known)
        diagnostics.add(
            .badValue, "'\(word.value)' is not a value of '\(key)'", at: word.location,
            help: near?.question ?? "the values are \(known.joined(separator: ", "))", fix: near?.fix(word))
        return nil
    }

    /// `2026-09-01`, midnight in the site's time zone, or RFC 3339.
    mutating func instant(_ key: String) -> Placed<Instant>? {
        guard let node = value(key), let word = text(node, key) else { return nil }
        if let instant = parseInstant(word.value, in: options.timeZone) { return Placed(instant, at: word.location) }
        reportDate(word, "write '2026-09-01' or '2026-09-01T09:00:00+05:30'")
        return nil
    }

    mutating func day(_ key: String) -> Placed<Day>? {
        guard let node = value(key), let word = text(node, key) else { return nil }
        if let day = parseDay(word.value) { return Placed(day, at: word.location) }
        reportDate(word, "write '2026-09-01'")
        return nil
    }

    /// A list of words; a single word counts as a list of one.
    mutating func texts(_ key: String) -> [Placed<String>]? {
        guard let node = value(key) else { return nil }
        guard node.kind == .sequence else { return text(node, key).map { [$0] } }
        var words: [Placed<String>] = []
        words.reserveCapacity(node.content.count)
        for child in children(of: node) {
            if let word = text(child, key) { words.append(word) }
        }
        return words
    }

    /// A group of keys under a key.
    mutating func group<Result>(_ key: String, _ read: (inout FieldReader) -> Result) -> Result? {
        value(key).flatMap { group($0, read) }
    }

    /// A list of groups of keys under a key.
    mutating func groups<Result>(_ key: String, _ read: (inout FieldReader) -> Result?) -> [Result] {
        guard let node = value(key) else { return [] }
        guard node.kind == .sequence else {
            diagnostics.add(.wrongType, "'\(key)' is a list, not \(node.kindName)", at: location(node.range))
            return []
        }
        return children(of: node).compactMap { group($0, read) ?? nil }
    }

    /// Groups of keys under names that the editor chooses, in the order of the file.
    mutating func named<Result>(_ key: String, _ read: (Placed<String>, inout FieldReader) -> Result?) -> [Result] {
        guard let node = value(key) else { return [] }
        guard node.kind == .mapping else {
            diagnostics.add(.wrongType, "'\(key)' is a group of named records, not \(node.kindName)", at: location(node.range))
            return []
        }
        return children(of: node).compactMap { entry in
            let name = Placed(self.key(of: entry), at: location(entry.key.range))
            return group(entry) { read(name, &$0) } ?? nil
        }
    }

    mutating func freeData(_ key: String) -> FreeData { value(key).map { freeData($0) } ?? .none }

    private func freeData(_ node: YAMLNode) -> FreeData {
        switch node.kind {
        case .null: return .none
        case .quoted: return .string(text(of: node))
        case .sequence: return .list(children(of: node).map { freeData($0) })
        case .mapping: return .object(children(of: node).map { .init(key: key(of: $0), value: freeData($0)) })
        case .plain:
            let text = text(of: node)
            return Bool(text).map { .bool($0) } ?? Int(text).map { .int($0) } ?? .string(text)
        }
    }

    /// An address of the web, of mail or telephone, or a path of this site.
    mutating func url(_ key: String) -> Placed<String>? { text(key).flatMap { checkURL($0) } }

    mutating func urls(_ key: String) -> [Placed<String>]? { texts(key)?.compactMap { checkURL($0) } }

    /// A BCP 47 tag with codes that there are: `en`, `pt-BR`, `zh-Hans`.
    mutating func language(_ key: String) -> Placed<String>? {
        guard let word = text(key) else { return nil }
        guard let fault = languageFault(word.value) else { return word }
        diagnostics.add(
            .badLanguage, fault.message, at: word.location,
            help: fault.correction.map { "write '\($0)'" } ?? "write a language, and a country where it matters: 'hi', 'pt-BR'",
            fix: fault.correction.map { Fix(word.value, with: $0, in: word.location) })
        return nil
    }

    private mutating func checkURL(_ word: Placed<String>) -> Placed<String>? {
        if word.value.hasPrefix("/") && !word.value.hasPrefix("//") { return word }
        if let scheme = urlScheme(word.value), ["https", "http", "mailto", "tel"].contains(scheme),
            !word.value.utf8.contains(where: { $0 <= 0x20 })
        {
            return word
        }
        diagnostics.add(
            .badURL, "'\(word.value)' is not an address", at: word.location,
            help: "write 'https://…', or '/path/' for a page of this site")
        return nil
    }

    mutating func text(_ node: YAMLNode, _ key: String) -> Placed<String>? {
        guard node.isSingle else {
            diagnostics.add(.wrongType, "'\(key)' is text, not \(node.kindName)", at: location(node.range))
            return nil
        }
        let trimmed = trimmedText(of: node)
        if trimmed.isEmpty {
            diagnostics.add(.badValue, "'\(key)' is empty", at: location(node.range), help: "write a value, or delete the line")
            return nil
        }
        return Placed(trimmed, at: location(node.range))
    }

    private mutating func reportDate(_ word: Placed<String>, _ help: String) {
        let text = word.value
        let isForm = text.utf8.count == 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
        let day = String(text.map { $0 == "/" || $0 == "." ? "-" : $0 })
        var advice = help
        var fix: Fix?
        if parseDay(day) != nil {
            advice = "write '\(day)'"
            fix = Fix(text, with: day, in: word.location)
        }
        if parseInstant(text + "Z", in: .utc) != nil { advice = "add the time zone: '\(text)Z' or '\(text)+05:30'" }
        let message = isForm ? "the calendar has no day '\(text)'" : "'\(text)' is not a date"
        diagnostics.add(.badDate, message, at: word.location, help: advice, fix: fix)
    }
}

private let booleanWords = [
    "yes": "true", "on": "true", "y": "true", "1": "true", "true": "true",
    "no": "false", "off": "false", "n": "false", "0": "false", "false": "false",
]

/// The scheme of a URL in lower case, or nil where the text does not begin with one (RFC 3986 section 3.1).
func urlScheme(_ text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else { return nil }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20),
        scheme.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) })
    else { return nil }
    return String(text[..<colon]).lowercased()
}

extension String {
    /// Without blanks and line ends on either side.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
        guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
