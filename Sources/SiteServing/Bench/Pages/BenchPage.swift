internal import SiteModel
internal import SitePipeline

/// What all pages of the bench are made of: the site at one moment, and where links lead.
struct BenchPage: Sendable {
    let moment: PreviewMoment
    let survey: SiteSurvey
    var site: Site { moment.update.prepared }
    /// The last site without errors, which is what readers of the preview see.
    var served: ServedSite? { moment.update.site }
    var query: Query { Query(moment.query) }

    init(_ moment: PreviewMoment) {
        self.moment = moment
        survey = SiteSurvey(moment.update)
    }

    /// A whole page. An element with the id `martlet-messages` tells the preview's script that the page says what is wrong itself. `current` is the part of the bench that it belongs to.
    func frame(_ title: String, in current: Part, _ content: HTML) -> HTML {
        let links = Part.allCases.map { part -> HTML in
            let mark: HTML = part == current ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(part.address)\"\(mark)>\(part.name)</a></li>\n"
        }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title) – \(site.config.title) – Martlet preview</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="\(ownFolder)bench.css">
            </head>
            <body class="bench">
            <a class="skip" href="#main">Skip to content</a>
            <header class="top">
            <p class="brand"><a href="\(home)">\(HTML.words(site.config.title))</a> <span>Preview</span></p>
            <nav aria-label="Preview"><ul role="list">
            \(links)</ul></nav>
            </header>
            <main id="main" tabindex="-1">
            <div id="martlet-messages">\(refusal)</div>
            \(content)</main>
            </body>
            </html>

            """
    }

    /// The parts of the bench.
    enum Part: String, CaseIterable, Sendable {
        case pages = ""
        case questions, changes

        var name: String { self == .pages ? "Pages" : rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
        var address: String { ownFolder + rawValue }
    }

    private var home: String { site.config.baseURL.path }

    /// Said on every page of the bench while the site is refused.
    private var refusal: HTML {
        guard moment.update.isRefused else { return .none }
        let counts = MessageCounts(moment.update.diagnostics).text ?? ""
        let shown =
            served == nil
            ? "There is no site to show until they are put right." : "The pages are shown as they were before."
        return "<p class=\"refusal\" role=\"status\"><strong>\(counts).</strong> Nothing would be published. \(shown)</p>\n"
    }
}

extension BenchPage {
    /// The page of the bench about a page of the site.
    func address(of permalink: Permalink) -> String { "\(ownFolder)page?at=\(percentEncodedPath(permalink.path))" }

    func link(to link: PageLink) -> HTML { .link(address(of: link.permalink), .words(link.title)) }

    /// Where a page of the site is in this preview.
    func href(_ permalink: Permalink) -> String { site.config.baseURL.href(permalink) }

    /// A source by its path, as a link that opens it in an editor where one is known.
    func source(_ path: String, line: Int = 1) -> HTML {
        guard let editor = moment.editor else { return "<code>\(path)</code>" }
        return "<a href=\"\(editor.address(path: path, line: line, column: 1))\"><code>\(path)</code></a>"
    }

    /// Messages with their excerpts, and notes below them.
    func messages(_ diagnostics: [Diagnostic]) -> HTML {
        let list = MessageList(root: moment.folders.source, editor: moment.editor)
        let notes = diagnostics.filter { $0.severity == .note }.map { note -> HTML in
            "\(HTML.words(note.message)) <span class=\"quiet\">(\(source(note.location.path)))</span>"
        }
        return
            "<div class=\"messages\">\n\(list.list(of: Diagnostics(diagnostics), heading: "h3"))\(HTML.list(notes, "notes"))</div>\n"
    }
}
