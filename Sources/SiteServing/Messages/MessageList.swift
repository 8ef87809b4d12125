internal import SiteModel
internal import SitePipeline

/// Messages as HTML: for the panel over a page, and for a page that has nothing else to show.
struct MessageList {
    /// The site's root, for excerpts.
    let root: String
    let editor: EditorLink?

    /// More than an editor reads at once; the terminal has all.
    private static let most = 100

    /// A page of messages. `isSiteGone` tells whether there is no page of the site to show at all.
    func page(of diagnostics: Diagnostics, isSiteGone: Bool) -> String {
        let title = MessageCounts(diagnostics).text ?? "No messages"
        let state =
            isSiteGone
            ? "There is nothing to show until they are put right." : "This page cannot be shown until they are put right."
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="\(ownFolder)preview.css">
            </head>
            <body class="martlet-page">
            <main id="martlet-messages" class="martlet-messages" data-errors="\(MessageCounts(diagnostics).errors)">
            <h1>\(title)</h1>
            <p>\(state) The page appears here by itself.</p>
            \(list(of: diagnostics, heading: "h2"))
            </main>
            </body>
            </html>

            """
    }

    /// The messages, what keeps the site from being published first.
    func list(of diagnostics: Diagnostics, heading: String) -> String {
        let shown = diagnostics.sorted.filter { $0.severity > .note }
        // Sorting keeps the order by file and place within a severity.
        let ordered = shown.filter { $0.severity == .error } + shown.filter { $0.severity == .warning }
        var texts = SourceTexts(files: DiskFileSystem(root: root))
        let items = ordered.prefix(Self.most).map { item($0, heading, &texts) }
        let rest = ordered.count - items.count
        return "<ol>\n" + items.joined() + "</ol>\n" + (rest > 0 ? "<p>And \(rest) more, which the terminal shows.</p>\n" : "")
    }

    private func item(_ diagnostic: Diagnostic, _ heading: String, _ texts: inout SourceTexts) -> String {
        let bytes = texts.bytes(of: diagnostic.location.path)
        let place = HumanPlace(diagnostic.location.range, in: bytes ?? [])
        let code = diagnostic.code.rawValue
        var html = "<li class=\"\(diagnostic.severity.rawValue)\">\n"
        html +=
            "<p class=\"place\">\(link(diagnostic.location.path, place, isThere: texts.isOnDisk(diagnostic.location.path)))</p>\n"
        html += "<\(heading)><span class=\"kind\">\(diagnostic.severity.rawValue)[<span class=\"code\">\(code)</span>]</span> "
        html += "<bdi>\(escaped(visible(diagnostic.message)))</bdi></\(heading)>\n"
        if bytes?.isEmpty == false { html += Excerpt(place).html }
        for note in diagnostic.notes { html += "<p class=\"note\"><b>note:</b> \(self.note(note, &texts))</p>\n" }
        if let help = diagnostic.help { html += "<p class=\"help\"><b>help:</b> <bdi>\(escaped(visible(help)))</bdi></p>\n" }
        return html + "</li>\n"
    }

    private func note(_ note: Diagnostic.Note, _ texts: inout SourceTexts) -> String {
        let text = "<bdi>\(escaped(visible(note.text)))</bdi>"
        guard let location = note.location else { return text }
        let place = HumanPlace(location.range, in: texts.bytes(of: location.path) ?? [])
        return text + ": " + link(location.path, place, isThere: texts.isOnDisk(location.path))
    }

    /// `content/articles/a.md:3:5`, as a link to the editor where one is known.
    private func link(_ path: String, _ place: HumanPlace, isThere: Bool) -> String {
        let text = escaped("\(visible(path)):\(place.line):\(place.column)")
        guard let editor, isThere else { return "<span>\(text)</span>" }
        let address = editor.address(path: path, line: place.line, column: place.column)
        return "<a href=\"\(escaped(address))\">\(text)</a>"
    }
}

/// The texts that messages speak of; each is read once.
private struct SourceTexts {
    let files: DiskFileSystem
    private var known: [String: [UInt8]?] = [:]

    init(files: DiskFileSystem) { self.files = files }

    mutating func bytes(of path: String) -> [UInt8]? {
        if let known = known[path] { return known }
        let bytes = sourceText(path, in: files)
        known[path] = .some(bytes)
        return bytes
    }

    /// Whether an editor can open the file; one of the built-in theme stands nowhere.
    func isOnDisk(_ path: String) -> Bool { (try? files.read(path, upTo: 1)) != nil }
}

/// Text with nothing in it that turns the text around it, or that nobody sees.
func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
}
