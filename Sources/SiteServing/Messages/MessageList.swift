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
    func page(of diagnostics: Diagnostics, isSiteGone: Bool) -> HTML {
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
            <main id="martlet-messages" class="martlet-messages" data-errors="\(MessageCounts(diagnostics)[.error])">
            <h1>\(title)</h1>
            <p>\(state) The page appears here by itself.</p>
            \(list(of: diagnostics, heading: "h2"))
            </main>
            </body>
            </html>

            """
    }

    /// The messages, what keeps the site from being published first.
    func list(of diagnostics: Diagnostics, heading: HTML) -> HTML {
        let shown = diagnostics.sorted.filter { $0.severity > .note }
        // Sorting keeps the order by file and place within a severity.
        let ordered = shown.filter { $0.severity == .error } + shown.filter { $0.severity == .warning }
        let files = files
        var texts = SourceTexts { sourceText($0, in: files) }
        let items = ordered.prefix(Self.most).map { item($0, heading, &texts) }
        let rest = ordered.count - items.count
        let more: HTML = rest > 0 ? "<p>And \(rest) more, which the terminal shows.</p>\n" : .none
        return "<ol>\n\(items)</ol>\n\(more)"
    }

    private func item(_ diagnostic: Diagnostic, _ heading: HTML, _ texts: inout SourceTexts) -> HTML {
        let source = texts.source(diagnostic.location.path)
        let place = source.place(of: diagnostic.location.range)
        let severity = diagnostic.severity.rawValue
        let kind: HTML = "<span class=\"kind\">\(severity)[<span class=\"code\">\(diagnostic.code.rawValue)</span>]</span>"
        let excerpt = source.bytes?.isEmpty == false ? Excerpt(place).html : .none
        let notes = diagnostic.notes.map { "<p class=\"note\"><b>note:</b> \(note($0, &texts))</p>\n" as HTML }
        let help = diagnostic.help.map { "<p class=\"help\"><b>help:</b> \(HTML.words($0))</p>\n" as HTML } ?? .none
        return """
            <li class="\(severity)">
            <p class="place">\(link(diagnostic.location.path, place))</p>
            <\(heading)>\(kind) \(HTML.words(diagnostic.message))</\(heading)>
            \(excerpt)\(notes)\(help)</li>

            """
    }

    private func note(_ note: Diagnostic.Note, _ texts: inout SourceTexts) -> HTML {
        let text = HTML.words(note.text)
        guard let location = note.location else { return text }
        return "\(text): \(link(location.path, texts.source(location.path).place(of: location.range)))"
    }

    /// `content/articles/a.md:3:5`, as a link to the editor where one is known and can open it: files of the built-in theme stand nowhere.
    private func link(_ path: String, _ place: HumanPlace) -> HTML {
        let text: HTML = "\(path):\(place.line):\(place.column)"
        guard let editor, (try? files.read(path, upTo: 1)) != nil else { return "<span>\(text)</span>" }
        return .link(editor.address(path: path, line: place.line, column: place.column), text)
    }

    private var files: DiskFileSystem { DiskFileSystem(root: root) }
}
