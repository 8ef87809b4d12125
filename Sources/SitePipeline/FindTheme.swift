internal import SiteModel
internal import SiteParsing
internal import SiteRendering

/// Reads the site's theme: `themes/NAME` in the site, and for what that does not have, the theme built into the program. That
/// stands in for `plain` itself and for a theme that says `extends: plain`; of its strings, key by key.
func findTheme(_ name: Placed<String>, in files: some FileSystem) -> Outcome<ThemeSources> {
    var diagnostics = Diagnostics()
    // A name, and no path out of 'themes/'.
    let isName = !name.value.contains("/") && !name.value.hasPrefix(".")
    let own = isName ? diagnostics.collect(readFolder("themes/\(name.value)", in: files)) : []
    if own.isEmpty, name.value != "plain" { diagnostics.add(unknownTheme(name, in: files)) }
    let theme = diagnostics.collect(readTheme(own, isWhole: name.value != "plain"))
    guard name.value == "plain" || theme.manifest.base != nil || own.isEmpty else { return Outcome(theme, diagnostics) }
    let builtIn = files.builtInTheme
    let base = readTheme(builtIn, isWhole: true)
    var whole = theme.extending(base.value)
    whole.isBuiltIn = own.isEmpty && builtIn == embeddedTheme()
    return Outcome(whole, diagnostics)
}

private func unknownTheme(_ name: Placed<String>, in files: some FileSystem) -> Diagnostic {
    let known = (try? files.entries(of: "themes"))?.filter { $0.kind == .folder }.map(\.name) ?? []
    let near = nearName(to: name.value, among: known + ["plain"])
    return Diagnostic(
        .unknownTheme, "there is no theme '\(name.value)'", at: name.location,
        help: near?.question ?? "the built-in theme is 'plain'; others stand in 'themes/'", fix: near?.fix(name))
}

extension ThemeSources {
    /// With the files and strings of another theme for what this one does not have.
    fileprivate func extending(_ other: ThemeSources) -> ThemeSources {
        var merged = self
        merged.manifest = manifest.extending(other.manifest)
        merged.templates = united(templates, other.templates)
        merged.assets = united(assets, other.assets)
        for (language, strings) in other.strings {
            let own = self.strings[language] ?? []
            let keys = Set(own.map(\.key))
            merged.strings[language] = own + strings.filter { !keys.contains($0.key) }
        }
        return merged
    }

    private func united(_ own: [ThemeFile], _ others: [ThemeFile]) -> [ThemeFile] {
        let names = Set(own.map(\.name))
        return (own + others.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
    }
}

/// Every file below a folder of the site.
private func readFolder(_ folder: String, in files: some FileSystem) -> Outcome<[ThemeFile]> {
    var diagnostics = Diagnostics()
    var found: [ThemeFile] = []
    var folders = [folder]
    while let current = folders.popLast() {
        do {
            for entry in try files.entries(of: current) where !entry.name.hasPrefix(".") && !entry.name.hasSuffix("~") {
                let path = current + "/" + entry.name
                switch entry.kind {
                case .folder: folders.append(path)
                case .file:
                    let bytes = try files.read(path)
                    found.append(ThemeFile(name: String(path.dropFirst(folder.count + 1)), path: path, bytes: bytes))
                case .symbolicLink, .other:
                    diagnostics.add(.refusedFile, "'\(path)' is no ordinary file", at: SourceLocation(path), help: "move it away")
                }
            }
        } catch {
            diagnostics.add(.refusedFile, "cannot be read: \(error.reason)", at: SourceLocation(error.path))
        }
    }
    return Outcome(found, diagnostics)
}

/// Sorts a theme's files by what they are for. A whole theme has a `theme.yml`.
private func readTheme(_ files: [ThemeFile], isWhole: Bool) -> Outcome<ThemeSources> {
    var diagnostics = Diagnostics()
    if isWhole, let first = files.first, !files.contains(where: { $0.name == "theme.yml" }) {
        let path = first.path.dropLast(first.name.count) + "theme.yml"
        diagnostics.add(
            .themeFile, "the theme has no 'theme.yml'", at: SourceLocation(String(path)), help: "add it with 'name: …' in it")
    }
    var theme = ThemeSources(manifest: ThemeManifest(), templates: [], assets: [], strings: [:])
    for file in files {
        let folder = file.name.prefix { $0 != "/" }
        switch folder {
        case "theme.yml": theme.manifest = diagnostics.collect(readThemeManifest(file.bytes, path: file.path))
        case "templates", "blocks":
            diagnostics.add(contentsOf: checkBytes(file.bytes, path: file.path))
            theme.templates.append(file)
        case "assets": theme.assets.append(file)
        case "strings" where file.name.hasSuffix(".yml"):
            let language = String(file.name.dropFirst("strings/".count).dropLast(".yml".count))
            theme.strings[language] = diagnostics.collect(readStrings(file.bytes, path: file.path))
        case "README.md", "LICENSE": break
        default:
            diagnostics.add(
                .themeFile, "'\(file.name)' has no place in a theme", at: SourceLocation(file.path),
                help: "a theme has theme.yml, templates/, blocks/, assets/ and strings/")
        }
    }
    return Outcome(theme, diagnostics)
}

/// The text that a message's path stands for: a file of the site, or else of the theme that is built into the program.
package func sourceText(_ path: String, in files: some FileSystem) -> [UInt8]? {
    if let bytes = try? files.read(path) { return bytes }
    return files.builtInTheme.first { $0.path == path }?.bytes
}
