/// Finds what there is to build: the configuration, the sources and what each is for, the files to copy.

internal import SiteModel
internal import SiteParsing

/// A site before anything in it is parsed, but for its configuration.
struct Inputs: Sendable {
    var config: SiteConfig
    /// By path.
    var sources: [SourcePath]
    /// Files that are published as they are, by path.
    var files: [String]
}

/// A source that has not been read yet.
struct SourcePath: Sendable {
    var path: String
    var role: DocumentRole
}

func discover(_ options: BuildOptions, in files: some FileSystem) -> Outcome<Inputs> {
    var diagnostics = Diagnostics()
    let config = diagnostics.collect(findConfig(options, in: files))
    var walk = Walk(files: files)
    walk.visit("content")
    diagnostics.add(contentsOf: walk.diagnostics)
    return Outcome(Inputs(config: config, sources: walk.sources, files: walk.others), diagnostics)
}

/// The configuration, with what the build asks for in its place.
func findConfig(_ options: BuildOptions, in files: some FileSystem) -> Outcome<SiteConfig> {
    let bytes: [UInt8]
    do {
        bytes = try files.read(SiteConfig.path)
    } catch {
        let diagnostic = Diagnostic(
            .missingConfig, "a site has a file '\(SiteConfig.path)' (\(error.reason))", at: SourceLocation(SiteConfig.path),
            help: "run martlet in the site's folder or give it with --source; 'martlet new DIR' makes a site")
        return Outcome(SiteConfig(), Diagnostics([diagnostic]))
    }
    var outcome = readConfig(bytes, path: SiteConfig.path) { files.timeZoneFile($0) }
    if let baseURL = options.baseURL { outcome.value.baseURL = baseURL }
    return outcome
}

/// Walks `content/` and sorts what stands there.
struct Walk<Files: FileSystem> {
    let files: Files
    var sources: [SourcePath] = []
    var others: [String] = []
    var diagnostics = Diagnostics()

    mutating func visit(_ folder: String) {
        let entries: [FolderEntry]
        do {
            entries = try files.entries(of: folder)
        } catch {
            diagnostics.add(.refusedFile, "the folder cannot be read: \(error.reason)", at: SourceLocation(folder))
            return
        }
        let hasArticle = entries.contains { $0.name == "index.md" }
        let start = folder + "/"
        for entry in entries where !isIgnored(entry.name, in: folder) {
            let path = start + entry.name
            if !isPlain(entry.name) {
                refuse(path, "a name with a control character or bytes that are not UTF-8", "rename it")
                continue
            }
            switch entry.kind {
            case .folder: visit(path)
            case .file: sort(path, besideArticle: hasArticle)
            case .symbolicLink: refuse(path, "a symbolic link", "copy the file here")
            case .other: refuse(path, "neither a file nor a folder", "move it away")
            }
        }
    }

    /// Without control characters and bytes that are not UTF-8.
    private func isPlain(_ name: String) -> Bool {
        name.withBytes { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
            || !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\u{FFFD}" }
    }

    private mutating func refuse(_ path: String, _ what: String, _ help: String) {
        diagnostics.add(.refusedFile, "'\(path)' is \(what)", at: SourceLocation(path), help: help)
    }

    /// `besideArticle` says whether an `index.md` stands in the same folder.
    private mutating func sort(_ path: String, besideArticle: Bool) {
        if path == SiteConfig.path || path == "content/published.lock" { return }
        if path.hasPrefix("content/static/") {
            return others.append(path)
        }
        guard path.hasSuffix(".md") else { return sortOther(path) }
        switch role(of: path, besideArticle: besideArticle) {
        case .success(let role): sources.append(SourcePath(path: path, role: role))
        case .failure(let problem): misplaced(path, problem.message, problem.help)
        }
    }

    private mutating func sortOther(_ path: String) {
        let name = path.lowercased()
        guard path == "content/site.yaml" || name.hasSuffix(".markdown") || name.hasSuffix(".md") else {
            return others.append(path)
        }
        misplaced(
            path, "Martlet does not read this name", "rename it to end in '\(path == "content/site.yaml" ? ".yml" : ".md")'")
    }

    private mutating func misplaced(_ path: String, _ message: String, _ help: String) {
        diagnostics.add(.misplacedFile, message, at: SourceLocation(path), help: help)
    }
}

private struct Misplaced: Error {
    let message: String
    let help: String
}

/// What a Markdown file is for, by its place (DESIGN section 2).
private func role(of path: String, besideArticle: Bool) -> Result<DocumentRole, Misplaced> {
    let parts = Array(pathParts(path).dropFirst())
    let section = parts.count > 1 ? parts[0] : ""
    let name = parts.last ?? ""
    if name == "_index.md" {
        guard parts.count <= 2, section != "pages" else {
            return .failure(
                Misplaced(message: "a listing's text stands at the root or in a section", help: "move '_index.md' up"))
        }
        return .success(.listing)
    }
    switch section {
    case "" where name == "index.md":
        return .failure(Misplaced(message: "the home page's own text is '_index.md'", help: "rename it to '_index.md'"))
    case _ where name == "index.md" && parts.count == 2 && ["pages", "people", "faqs"].contains(section):
        return .failure(
            Misplaced(
                message: "'\(section)/index.md' has no name to make an address of", help: "name the file after what is in it"))
    case "":
        return .failure(
            Misplaced(message: "a page stands in 'pages/', an article in a section", help: "move it to 'content/pages/\(name)'"))
    case "people" where parts.count == 2: return .success(.person)
    case "faqs" where parts.count == 2: return .success(.topic)
    case "people", "faqs": return .failure(Misplaced(message: "'\(section)/' has no folders", help: "move the file up"))
    case "pages": return .success(.page)
    default: return articleRole(name, besideArticle: besideArticle, isInFolder: parts.count > 2)
    }
}

private func articleRole(_ name: String, besideArticle: Bool, isInFolder: Bool) -> Result<DocumentRole, Misplaced> {
    let isCompanion = name == "faq.md" || name == "share.md"
    if isCompanion, besideArticle { return .success(name == "faq.md" ? .articleQuestions : .share) }
    if isCompanion {
        return .failure(
            Misplaced(message: "'\(name)' belongs beside an article's 'index.md'", help: "move it there, or rename it"))
    }
    if name == "index.md", !isInFolder {
        return .failure(
            Misplaced(message: "a section's own text is '_index.md'", help: "rename it, or move it into a folder of its own"))
    }
    return .success(.article)
}
