package import SiteModel

/// Reads `theme.yml`.
package func readThemeManifest(_ bytes: [UInt8], path: String) -> Outcome<ThemeManifest> {
    read(bytes, path: path, otherwise: ThemeManifest()) { reader in
        var manifest = ThemeManifest()
        manifest.name = reader.text("name")?.value ?? ""
        manifest.base = reader.text("extends").flatMap { reader.checkBase($0) }
        manifest.ids = (reader.texts("ids") ?? []).map(\.value)
        for block in reader.blocks() {
            manifest.blocks[block.name.value] = block.keys
            manifest.blockLocations[block.name.value] = block.name.location
        }
        reader.require("name", in: "a theme")
        reader.finish("a theme")
        return manifest
    }
}

/// Reads `strings/LANGUAGE.yml`: `key: text`, or `key: {one: …, other: …}`.
package func readStrings(_ bytes: [UInt8], path: String) -> Outcome<[UIString]> {
    read(bytes, path: path, otherwise: []) { $0.strings() }
}

private func read<Result: Sendable>(
    _ bytes: [UInt8], path: String, otherwise fallback: Result, _ build: (inout FieldReader) -> Result
) -> Outcome<Result> {
    var diagnostics = checkBytes(bytes, path: path)
    guard !diagnostics.hasErrors else { return Outcome(fallback, diagnostics) }
    let tree = diagnostics.collect(readYAML(bytes, in: 0..<bytes.count, path: path))
    guard !diagnostics.hasErrors else { return Outcome(fallback, diagnostics) }
    guard var reader = FieldReader.reading(tree ?? .empty(at: 0), path: path, options: ParseOptions(), into: &diagnostics) else {
        return Outcome(fallback, diagnostics)
    }
    let result = build(&reader)
    diagnostics.add(contentsOf: reader.diagnostics)
    return Outcome(result, diagnostics)
}

extension FieldReader {
    fileprivate mutating func checkBase(_ name: Placed<String>) -> Placed<String>? {
        if name.value == "plain" { return name }
        diagnostics.add(
            .unknownTheme, "a theme extends 'plain' or none, not '\(name.value)'", at: name.location,
            help: "write 'extends: plain'", fix: nearName(to: name.value, among: ["plain"])?.fix(name))
        return nil
    }

    /// `blocks: {care: [level, title]}`
    fileprivate mutating func blocks() -> [(name: Placed<String>, keys: [String])] {
        guard let node = value("blocks") else { return [] }
        guard node.kind == .mapping else {
            diagnostics.add(.wrongType, "'blocks' is a group of names, not \(node.kindName)", at: location(node.range))
            return []
        }
        return children(of: node).map { entry in
            let name = Placed(key(of: entry), at: location(entry.key.range))
            if entry.kind == .null { return (name, []) }
            guard entry.kind == .sequence else {
                diagnostics.add(
                    .wrongType, "the values of the block '\(name.value)' are a list of names, not \(entry.kindName)",
                    at: location(entry.range), help: "write '[one, two]', or '[]' for none")
                return (name, [])
            }
            return (name, children(of: entry).compactMap { text($0, name.value)?.value })
        }
    }

    fileprivate mutating func strings() -> [UIString] {
        keys.compactMap { key in
            guard let node = value(key) else { return nil }
            guard node.kind == .mapping else {
                return words(node, key).map { UIString(key: key, forms: ["other": $0]) }
            }
            return UIString(key: key, forms: pluralForms(children(of: node)))
        }
    }

    private mutating func pluralForms(_ entries: YAMLTree.Children) -> [String: String] {
        let categories = ["zero", "one", "two", "few", "many", "other"]
        var forms: [String: String] = [:]
        for entry in entries {
            let (key, place) = (key(of: entry), location(entry.key.range))
            guard categories.contains(key) else {
                let near = nearName(to: key, among: categories)
                diagnostics.add(
                    .badValue, "'\(key)' is not a plural category", at: place,
                    help: near?.question ?? "the categories are \(categories.joined(separator: ", "))",
                    fix: near?.fix(key, at: place))
                continue
            }
            forms[key] = words(entry, key)
        }
        return forms
    }

    /// A message's text; blanks at its ends count where it stands in quotes.
    private mutating func words(_ node: YAMLNode, _ key: String) -> String? {
        node.kind == .quoted && !node.words.isEmpty ? text(of: node) : text(node, key)?.value
    }
}
