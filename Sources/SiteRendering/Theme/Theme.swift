package import SiteModel
internal import Templates

/// A theme ready to render pages.
package struct Theme: Sendable {
    let sources: ThemeSources
    package let assets: [PublishedAsset]
    let templates: Templates
    let schema: Schema
    /// The entry points by kind, or by kind and the name of a template that pages ask for.
    let entries: [String: Templates.Entry]
    let catalogues: [String: MessageCatalogue]
    /// The messages of a language: its own, else those of the language without its region, else English.
    func strings(_ language: String) -> MessageCatalogue {
        catalogues[language] ?? catalogues[String(language.prefix { $0 != "-" })] ?? catalogues["en"]
            ?? MessageCatalogue(language: "en", messages: [:])
    }

    func entry(_ kind: PageKind, _ template: String?) -> Templates.Entry? {
        entries[template.map { "\(kind.rawValue) \($0)" } ?? kind.rawValue]
    }
}

/// A template that pages ask for with `template:`, and where one does.
package struct TemplateWish: Sendable {
    package let kind: PageKind
    package let name: Placed<String>

    package init(kind: PageKind, name: Placed<String>) {
        self.kind = kind
        self.name = name
    }
}

/// Compiles a theme: fingerprints its assets and checks every template against the page model.
package func loadTheme(_ sources: ThemeSources, wishes: [TemplateWish]) -> Outcome<Theme> {
    var diagnostics = Diagnostics()
    let assets = sources.assets.map(PublishedAsset.init)
    let assetRecord = PageModel.assets(sources.assets.map { identifier(of: $0.name) })
    let catalogues = sources.strings.reduce(into: [String: MessageCatalogue]()) { catalogues, entry in
        catalogues[entry.key] = catalogue(entry.key, entry.value)
    }
    let templates = sources.templates.map { TemplateSource(path: $0.path, name: templateName($0.name), text: $0.bytes) }
    let known = Set(templates.map(\.name))
    let granted = wishes.filter { isThere($0, known, &diagnostics) }
    reportMissingBlocks(sources.manifest, known, &diagnostics)
    let points = entryPoints(granted, sources.manifest, known, assetRecord)
    let schema = PageModel.schema(assetRecord)
    let english = catalogues["en"] ?? MessageCatalogue(language: "en", messages: [:])
    let compiled =
        sources.isBuiltIn && granted.isEmpty
        ? compileLater(templates, entryPoints: points.map(\.point), schema: schema, messages: english)
        : diagnostics.collect(compile(templates, entryPoints: points.map(\.point), schema: schema, messages: english))
    let entries = Dictionary(zip(points.map(\.key), compiled.entries)) { first, _ in first }
    let theme = Theme(
        sources: sources, assets: assets, templates: compiled, schema: schema, entries: entries, catalogues: catalogues)
    return Outcome(theme, diagnostics)
}

/// The name under which templates know an asset: `assets/style.css` is `style_css`.
private func identifier(of name: String) -> String {
    String(name.dropFirst("assets/".count).map { $0.isLetter || $0.isNumber ? $0 : "_" })
}

/// The name under which templates know each other: `templates/base.html` is `base.html`, blocks keep their folder.
private func templateName(_ name: String) -> String {
    name.hasPrefix("templates/") ? String(name.dropFirst("templates/".count)) : name
}

private func catalogue(_ language: String, _ strings: [UIString]) -> MessageCatalogue {
    let messages = strings.map { string -> (String, Message) in
        if let text = string.forms["other"], string.forms.count == 1 { return (string.key, Message(text)) }
        let plurals = string.forms.compactMap { form in PluralCategory(rawValue: form.key).map { ($0, form.value) } }
        return (string.key, Message(plurals: Dictionary(plurals) { first, _ in first }))
    }
    return MessageCatalogue(language: language, messages: Dictionary(messages) { first, _ in first })
}

private func isThere(_ wish: TemplateWish, _ known: Set<String>, _ diagnostics: inout Diagnostics) -> Bool {
    if known.contains(wish.name.value) { return true }
    let whole = wish.name.value + ".html"
    let near = nearName(to: wish.name.value, among: known.sorted())
    diagnostics.add(
        .unknownTemplate, "the theme has no template '\(wish.name.value)'", at: wish.name.location,
        help: known.contains(whole) ? "write '\(whole)'" : near?.question,
        fix: known.contains(whole) ? Fix(wish.name.value, with: whole, in: wish.name.location) : near?.fix(wish.name))
    return false
}

private func reportMissingBlocks(_ manifest: ThemeManifest, _ known: Set<String>, _ diagnostics: inout Diagnostics) {
    for (block, location) in manifest.blockLocations where !known.contains("blocks/\(block).html") {
        diagnostics.add(
            .templateInclude, "the block '\(block)' has no template", at: location,
            help: "add 'blocks/\(block).html' to the theme")
    }
}

private func entryPoints(
    _ wishes: [TemplateWish], _ manifest: ThemeManifest, _ known: Set<String>, _ assets: RecordType
) -> [(key: String, point: EntryPoint)] {
    var points = PageKind.allCases.map { kind in
        (kind.rawValue, EntryPoint(template: kind.template, variables: PageModel.variables(of: kind, assets)))
    }
    points.append(("redirect", EntryPoint(template: "redirect.html", variables: PageModel.redirectVariables(assets))))
    for (block, parameters) in manifest.blocks.sorted(by: { $0.key < $1.key }) where known.contains("blocks/\(block).html") {
        let name = "blocks/\(block).html"
        points.append((name, EntryPoint(template: name, variables: PageModel.blockVariables(block, parameters))))
    }
    for wish in wishes {
        let variables = PageModel.variables(of: wish.kind, assets)
        points.append(("\(wish.kind.rawValue) \(wish.name.value)", EntryPoint(template: wish.name.value, variables: variables)))
    }
    return points
}
