internal import SiteModel
internal import SitePipeline

extension BenchPage {
    /// One page of the site: its messages, its cards, its outline, how it reads, its questions. Nil where there is no such page.
    var pageView: HTML? {
        guard let path = query["at"], let entry = survey.entry(at: Permalink(path)) else { return nil }
        guard let page = site.pages.first(where: { $0.permalink.path == path }) else { return nil }
        let sections = sections(of: page, entry)
        let contents = sections.map { section -> HTML in "<li><a href=\"#\(section.id)\">\(section.title)</a></li>\n" }
        let content: HTML = """
            <nav class="crumbs" aria-label="Breadcrumb"><ol role="list"><li><a href="\(ownFolder)">Pages</a></li>\
            <li aria-current="page">\(HTML.words(page.title))</li></ol></nav>
            <h1>\(HTML.words(page.title))</h1>
            <p class="badges">\(stateMark(entry))\(messageMarks(entry.messages))</p>
            \(facts(of: page, entry))
            <nav class="contents" aria-label="On this page"><ul role="list">
            \(contents)</ul></nav>
            \(sections.map { section -> HTML in
                "<section id=\"\(section.id)\"><h2>\(section.title)</h2>\n\(section.content)</section>\n"
            })
            """
        return frame(page.title, in: .pages, content)
    }

    private struct Section {
        var id: String
        var title: String
        var content: HTML
    }

    private func sections(of page: Page, _ entry: SiteSurvey.Entry) -> [Section] {
        var sections: [Section] = []
        if !entry.messages.isEmpty {
            sections.append(Section(id: "messages", title: "Messages", content: messages(entry.messages)))
        }
        if let served, let content = served.card(of: page.permalink) {
            sections.append(Section(id: "cards", title: "Shared links", content: cards(content)))
        } else {
            let reason: HTML = "<p>Cards can be drawn when the errors of the site are put right.</p>\n"
            sections.append(Section(id: "cards", title: "Shared links", content: reason))
        }
        if let outline = outline(of: page) { sections.append(Section(id: "outline", title: "Outline", content: outline)) }
        if let reading = reading(of: page) { sections.append(Section(id: "reading", title: "Reading", content: reading)) }
        let questions = QuestionUses(site).shown(by: page)
        if !questions.isEmpty {
            sections.append(Section(id: "questions", title: "Questions", content: table(of: questions, on: page.permalink)))
        }
        return sections
    }

    /// Where the page is, and what it is made of.
    private func facts(of page: Page, _ entry: SiteSurvey.Entry) -> HTML {
        var rows: [HTML] = [
            "<dt>Address</dt><dd><a href=\"\(href(page.permalink))\">\(page.permalink.path)</a></dd>\n"
        ]
        if let path = entry.source {
            let files = [path] + companions(of: path)
            rows.append("<dt>Source</dt><dd>\(HTML.list(files.map { source($0) }))</dd>\n")
        }
        if let changed = page.changed { rows.append("<dt>Changed</dt><dd>\(changed.day.description)</dd>\n") }
        rows.append("<dt>Language</dt><dd>\(page.language)</dd>\n")
        if page.isHiddenFromSearch {
            rows.append("<dt>Search engines</dt><dd>are asked not to list it (<code>noindex</code>)</dd>\n")
        }
        return "<dl class=\"facts\">\n\(rows)</dl>\n"
    }

    /// `faq.md` and `share.md` beside an article that is a folder.
    private func companions(of path: String) -> [String] {
        guard fileName(of: path) == "index.md" else { return [] }
        let present = (try? DiskFileSystem(root: moment.folders.source).entries(of: folder(of: path)).map(\.name)) ?? []
        return ["faq.md", "share.md"].filter(present.contains).map { folder(of: path) + "/" + $0 }
    }
}
