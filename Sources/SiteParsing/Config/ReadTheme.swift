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
    let root = diagnostics.collect(readYAML(bytes, in: 0..<bytes.count, path: path))
    guard !diagnostics.hasErrors else { return Outcome(fallback, diagnostics) }
    let node = root ?? YAMLNode(content: .mapping([]), range: .start)
    guard var reader = FieldReader.reading(node, path: path, options: ParseOptions(), into: &diagnostics) else {
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
        guard case .mapping(let entries) = node.content else {
            diagnostics.add(.wrongType, "'blocks' is a group of names, not \(node.kindName)", at: location(node.range))
            return []
        }
        return entries.map { entry in
            let name = Placed(entry.key, at: location(entry.keyRange))
            if entry.value.isNull { return (name, []) }
            guard case .sequence(let items) = entry.value.content else {
                diagnostics.add(
                    .wrongType, "the values of the block '\(entry.key)' are a list of names, not \(entry.value.kindName)",
                    at: location(entry.value.range), help: "write '[one, two]', or '[]' for none")
                return (name, [])
            }
            return (name, items.compactMap { text($0, entry.key)?.value })
        }
    }

    fileprivate mutating func strings() -> [UIString] {
        keys.compactMap { key in
            guard let node = value(key) else { return nil }
            guard case .mapping(let forms) = node.content else {
                return words(node, key).map { UIString(key: key, forms: ["other": $0]) }
            }
            return UIString(key: key, forms: pluralForms(forms))
        }
    }

    private mutating func pluralForms(_ entries: [YAMLNode.Entry]) -> [String: String] {
        let categories = ["zero", "one", "two", "few", "many", "other"]
        var forms: [String: String] = [:]
        for entry in entries {
            guard categories.contains(entry.key) else {
                let near = nearName(to: entry.key, among: categories)
                diagnostics.add(
                    .badValue, "'\(entry.key)' is not a plural category", at: location(entry.keyRange),
                    help: near?.question ?? "the categories are \(categories.joined(separator: ", "))",
                    fix: near?.fix(entry.key, at: location(entry.keyRange)))
                continue
            }
            forms[entry.key] = words(entry.value, entry.key)
        }
        return forms
    }

    /// A message's text; blanks at its ends count where it stands in quotes.
    private mutating func words(_ node: YAMLNode, _ key: String) -> String? {
        guard case .scalar(let scalar) = node.content, !scalar.isPlain, !scalar.text.isEmpty else {
            return text(node, key)?.value
        }
        return scalar.text
    }
}
