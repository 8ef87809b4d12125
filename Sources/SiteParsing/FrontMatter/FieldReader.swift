import SiteModel

/// Reads the keys of a mapping one by one. A key that nobody asked for is unknown, so the keys that a file may have are
/// exactly those that its reader asks for.
struct FieldReader {
    /// The mapping itself, for messages about what it lacks.
    let range: SourceRange
    var diagnostics = Diagnostics()
    private let file: File
    // Beside the file, not in it, so that looking into it counts no references.
    private let tree: YAMLTree
    private let mapping: YAMLNode
    private let keyMarks: YAMLTree.KeyMarks
    private var asked: [String] = []
    /// Those of the first 64 entries that were asked for, a bit each.
    private var found: UInt64 = 0

    /// What all groups of a file share.
    private final class File: Sendable {
        let path: String
        let options: ParseOptions

        init(path: String, options: ParseOptions) {
            self.path = path
            self.options = options
        }
    }

    /// Nil, with a message, where the document is not a mapping. An empty one is an empty mapping.
    static func reading(
        _ tree: YAMLTree, path: String, options: ParseOptions, into diagnostics: inout Diagnostics
    ) -> FieldReader? {
        reading(tree.root, in: tree, of: File(path: path, options: options), into: &diagnostics)
    }

    private static func reading(
        _ node: YAMLNode, in tree: YAMLTree, of file: File, into diagnostics: inout Diagnostics
    ) -> FieldReader? {
        if node.kind == .mapping || node.kind == .null { return FieldReader(node, in: tree, of: file) }
        diagnostics.add(
            .wrongType, "expected keys with values, found \(node.kindName)", at: SourceLocation(file.path, node.range),
            help: "write 'key: value' lines")
        return nil
    }

    private init(_ node: YAMLNode, in tree: YAMLTree, of file: File) {
        self.file = file
        self.tree = tree
        range = node.range
        mapping = node
        keyMarks = tree.keyMarks(in: node.content)
        asked.reserveCapacity(node.content.count > 16 ? 48 : 4)
    }

    var path: String { file.path }
    var options: ParseOptions { file.options }

    func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file.path, range) }

    /// The value of a key that may be missing; an empty one counts as wrong, since its line is likely unfinished.
    mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let place = tree.place(of: key, in: mapping.content, keyMarks) else { return nil }
        if place.number < 64 { found |= 1 << place.number }
        let node = tree.nodes[place.position]
        guard node.kind == .null else { return node }
        diagnostics.add(
            .badValue, "'\(key)' has no value", at: location(node.key.range), help: "write a value, or delete the line")
        return nil
    }

    /// Reads a group of keys, unless it is something else.
    mutating func group<Result>(_ node: YAMLNode, _ read: (inout FieldReader) -> Result) -> Result? {
        guard var reader = FieldReader.reading(node, in: tree, of: file, into: &diagnostics) else { return nil }
        let result = read(&reader)
        diagnostics.add(contentsOf: reader.diagnostics)
        return result
    }

    /// What stands in a list or a group.
    func children(of node: YAMLNode) -> YAMLTree.Children { tree.children(of: node) }

    /// The words of a single value as they are.
    func text(of node: YAMLNode) -> String { tree.text(of: node) }

    /// The words of a single value, without blanks and line ends on either side.
    func trimmedText(of node: YAMLNode) -> String { tree.trimmedText(of: node) }

    /// The key under which a value stands.
    func key(of node: YAMLNode) -> String { tree.key(of: node) }

    private var entries: YAMLTree.Children { children(of: mapping) }

    /// Every key that is there.
    var keys: [String] { entries.map { key(of: $0) } }

    /// The value of a key as it is written.
    func node(_ key: String) -> YAMLNode? { tree.place(of: key, in: mapping.content, keyMarks).map { tree.nodes[$0.position] } }

    /// Where a key stands.
    func keyRange(_ key: String) -> SourceRange? { node(key)?.key.range }

    /// Reports that a key must be there. Comes after all keys were asked for: one that is there under a wrong name is said to have
    /// that.
    mutating func require(_ key: String, in what: String) {
        guard node(key) == nil, !keys.contains(where: { isMeant($0, as: key) }) else { return }
        diagnostics.add(
            .missingKey, "\(what) has no '\(key)'", at: location(SourceRange(range.lower, range.lower)),
            help: "add '\(key): …'")
    }

    private func isMeant(_ name: String, as key: String) -> Bool {
        !asked.contains(name) && (currentNames[name] ?? nearestName(to: name, among: asked)) == key
    }

    /// Reports each key that was not asked for. `here` says what the keys belong to: "an article".
    mutating func finish(_ here: String) {
        guard entries.count(where: { _ in true }) > found.nonzeroBitCount else { return }
        for entry in entries where !asked.contains(key(of: entry)) { reportUnknown(entry, here) }
    }

    private mutating func reportUnknown(_ entry: YAMLNode, _ here: String) {
        let (key, place) = (key(of: entry), location(entry.key.range))
        if let current = currentNames[key],
            current.split(separator: " ").allSatisfy({ asked.contains(String($0)) || $0.count < 3 })
        {
            diagnostics.add(
                .renamedKey, "'\(key)' is another generator's name", at: place,
                help: "write '\(current)'", fix: sameMeaning.contains(key) ? rename(key, current, at: place) : nil)
            return
        }
        let nearest = nearName(to: key, among: asked)
        let own = asked.contains("extra") ? "keys of your own stand below 'extra:'; " : ""
        diagnostics.add(
            .unknownKey, "'\(key)' is not a key of \(here)", at: place,
            help: nearest?.question ?? "\(own)the keys are \(asked.joined(separator: ", "))",
            fix: nearest.flatMap { $0.isClear ? rename(key, $0.name, at: place) : nil })
    }

    /// Gives an entry another key, unless that is there already, or could be meant by another entry as well.
    private func rename(_ name: String, _ key: String, at place: SourceLocation) -> Fix? {
        let isFree = keys.allSatisfy { other in
            other == name
                || other != key && currentNames[other] != key
                    && (asked.contains(other) || nearName(to: other, among: asked)?.name != key)
        }
        return isFree ? Fix(name, with: key, in: place) : nil
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
