internal import SiteModel
internal import SiteParsing

/// Collects the files of the site's theme: those of `themes/NAME` in the site, and for each that it does not have, the one
/// built into the program. A theme of another name than `plain` thus overrides file by file.
func findTheme(_ name: Placed<String>, in files: some FileSystem) -> Outcome<ThemeSources> {
    var diagnostics = Diagnostics()
    let embedded = files.builtInTheme
    // A name, and no path out of 'themes/'.
    let isName = !name.value.contains("/") && !name.value.hasPrefix(".")
    let own = isName ? diagnostics.collect(readFolder("themes/\(name.value)", in: files)) : []
    if own.isEmpty, name.value != "plain" {
        let known = (try? files.entries(of: "themes"))?.filter { $0.kind == .folder }.map(\.name) ?? []
        diagnostics.add(
            .unknownTheme, "there is no theme '\(name.value)'", at: name.location,
            help: nearestName(to: name.value, among: known + ["plain"]).map { "did you mean '\($0)'?" }
                ?? "the built-in theme is 'plain'; others stand in 'themes/'")
    }
    var byName = Dictionary(embedded.map { ($0.name, $0) }) { first, _ in first }
    for file in own { byName[file.name] = file }
    return Outcome(diagnostics.collect(readTheme(byName.values.sorted { $0.name < $1.name })), diagnostics)
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

/// Sorts a theme's files by what they are for.
private func readTheme(_ files: [ThemeFile]) -> Outcome<ThemeSources> {
    var diagnostics = Diagnostics()
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
