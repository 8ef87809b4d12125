import SiteModel

/// Reads the keys of a mapping one by one. A key that nobody asked for is unknown, so the keys that a file may have are
/// exactly those that its reader asks for.
struct FieldReader {
    let path: String
    let options: ParseOptions
    /// The mapping itself, for messages about what it lacks.
    let range: SourceRange
    var diagnostics = Diagnostics()
    private let entries: [YAMLNode.Entry]
    private var asked: [String] = []

    /// Nil, with a message, where the node is not a mapping. An empty node is an empty mapping.
    static func reading(
        _ node: YAMLNode, path: String, options: ParseOptions, into diagnostics: inout Diagnostics
    ) -> FieldReader? {
        if case .mapping(let entries) = node.content {
            return FieldReader(path: path, options: options, range: node.range, entries: entries)
        }
        if node.isNull { return FieldReader(path: path, options: options, range: node.range, entries: []) }
        diagnostics.add(
            .wrongType, "expected keys with values, found \(node.kindName)", at: SourceLocation(path, node.range),
            help: "write 'key: value' lines")
        return nil
    }

    init(path: String, options: ParseOptions, range: SourceRange, entries: [YAMLNode.Entry]) {
        self.path = path
        self.options = options
        self.range = range
        self.entries = entries
        asked.reserveCapacity(entries.count + 1)
    }

    func location(_ range: SourceRange) -> SourceLocation { SourceLocation(path, range) }

    /// The value of a key that may be missing; an empty one counts as wrong, since its line is likely unfinished.
    mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
        if entries[index].value.isNull {
            diagnostics.add(
                .badValue, "'\(key)' has no value", at: location(entries[index].keyRange),
                help: "write a value, or delete the line")
            return nil
        }
        return entries[index].value
    }

    /// Every key that is there.
    var keys: [String] { entries.map(\.key) }

    /// The value of a key as it is written.
    func node(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

    /// Where a key stands.
    func keyRange(_ key: String) -> SourceRange? { entries.first { $0.key == key }?.keyRange }

    /// Reports that a key must be there. Comes after all keys were asked for: one that is there under a wrong name is said to have
    /// that.
    mutating func require(_ key: String, in what: String) {
        guard !entries.contains(where: { $0.key == key || isMeant($0.key, as: key) }) else { return }
        diagnostics.add(
            .missingKey, "\(what) has no '\(key)'", at: location(SourceRange(range.lower, range.lower)),
            help: "add '\(key): …'")
    }

    private func isMeant(_ name: String, as key: String) -> Bool {
        !asked.contains(name) && (currentNames[name] ?? nearestName(to: name, among: asked)) == key
    }

    /// Reports each key that was not asked for. `here` says what the keys belong to: "an article".
    mutating func finish(_ here: String) {
        for entry in entries where !asked.contains(entry.key) { reportUnknown(entry, here) }
    }

    private mutating func reportUnknown(_ entry: YAMLNode.Entry, _ here: String) {
        if let current = currentNames[entry.key],
            current.split(separator: " ").allSatisfy({ asked.contains(String($0)) || $0.count < 3 })
        {
            diagnostics.add(
                .renamedKey, "'\(entry.key)' is another generator's name", at: location(entry.keyRange),
                help: "write '\(current)'", fix: sameMeaning.contains(entry.key) ? rename(entry, current) : nil)
            return
        }
        let nearest = nearName(to: entry.key, among: asked)
        let own = asked.contains("extra") ? "keys of your own stand below 'extra:'; " : ""
        diagnostics.add(
            .unknownKey, "'\(entry.key)' is not a key of \(here)", at: location(entry.keyRange),
            help: nearest?.question ?? "\(own)the keys are \(asked.joined(separator: ", "))",
            fix: nearest.flatMap { $0.isClear ? rename(entry, $0.name) : nil })
    }

    /// Gives an entry another key, unless that is there already, or could be meant by another entry as well.
    private func rename(_ entry: YAMLNode.Entry, _ key: String) -> Fix? {
        let isFree = entries.allSatisfy { other in
            other.key == entry.key
                || other.key != key && currentNames[other.key] != key
                    && (asked.contains(other.key) || nearName(to: other.key, among: asked)?.name != key)
        }
        return isFree ? Fix(entry.key, with: key, in: location(entry.keyRange)) : nil
    }
}

/// Those of the names below whose values mean the same under ours: `published: true` is not `draft: true`.
private let sameMeaning: Set<String> = [
    "lastmod", "modified", "last_modified_at", "redirect_from", "publishDate", "pubDate", "expiryDate", "author", "tag",
    "summary",
    "excerpt", "lang", "locale", "base_url", "baseurl", "baseUrl", "timezone", "languageCode",
]

/// Names that other generators use, and ours for the same thing.
private let currentNames = [
    "lastmod": "updated", "modified": "updated", "last_modified_at": "updated", "permalink": "slug", "url": "slug",
    "redirect_from": "aliases", "published": "draft", "publishDate": "date", "pubDate": "date", "expiryDate": "expires",
    "author": "authors", "tag": "tags", "keywords": "tags", "summary": "description", "excerpt": "description",
    "layout": "template", "cover": "image", "thumbnail": "image", "lang": "language", "locale": "language",
    "base_url": "baseURL", "baseurl": "baseURL", "baseUrl": "baseURL", "timezone": "timeZone", "languageCode": "language",
]
