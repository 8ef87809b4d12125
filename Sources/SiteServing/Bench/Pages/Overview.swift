internal import SiteModel
internal import SitePipeline

extension BenchPage {
    /// Every page with its state and messages.
    var overview: HTML {
        let filter = SurveyFilter(query)
        let found = survey.entries.filter(filter.holds)
        let pages = max(1, (found.count + Self.length - 1) / Self.length)
        let number = min(filter.number, pages)
        let shown = found.dropFirst((number - 1) * Self.length).prefix(Self.length)
        let content: HTML = """
            <h1>Pages</h1>
            \(tallies)\(form(filter))\(result(found.count, filter))
            \(HTML.list(shown.map(row), "pages"))\(turning(number, of: pages))\(elsewhere)
            """
        return frame("Pages", in: .pages, content)
    }

    /// Pages that are listed at once.
    private static let length = 100

    /// How many there are of each state, each a link to them.
    private var tallies: HTML {
        let states = PublicationState.allCases.map { state -> HTML in
            tally(survey.count(state), state.rawValue, "state=\(state.rawValue)", "\(state.rawValue)")
        }
        let errors = survey.entries.count { $0.severity == .error }
        let warnings = survey.entries.count { entry in entry.messages.contains { $0.severity == .warning } }
        let messages = [
            tally(errors, "with errors", "messages=errors", "error"),
            tally(warnings, "with warnings", "messages=warnings", "warning"),
        ]
        return .list(states + messages, "tallies")
    }

    private func tally(_ count: Int, _ name: String, _ query: String, _ kind: String) -> HTML {
        let kind = count == 0 ? "zero" : kind
        return "<a class=\"tally \(kind)\" href=\"\(ownFolder)?\(query)\"><b>\(count)</b> \(name)</a>"
    }

    private func form(_ filter: SurveyFilter) -> HTML {
        """
        <form class="filter" action="\(ownFolder)" method="get" role="search" aria-label="Pages">
        <p><label for="q">Title, address or file</label> <input id="q" name="q" type="search" value="\(filter.text)"></p>
        \(choice("state", "State", PublicationState.allCases.map { ($0.rawValue, $0.rawValue) }, filter.state?.rawValue))\
        \(choice("kind", "Kind", SiteSurvey.Kind.allCases.map { ($0.rawValue, $0.plural) }, filter.kind?.rawValue))\
        \(choice("messages", "Messages", [("any", "any"), ("errors", "errors"), ("warnings", "warnings")], filter.messages?.rawValue))\
        <p><button type="submit">Show</button></p>
        </form>

        """
    }

    private func choice(_ name: String, _ label: String, _ options: [(String, String)], _ chosen: String?) -> HTML {
        let items = options.map { value, text -> HTML in
            let mark: HTML = value == chosen ? " selected" : ""
            return "<option value=\"\(value)\"\(mark)>\(text)</option>"
        }
        return """
            <p><label for="\(name)">\(label)</label> <select id="\(name)" name="\(name)"><option value="">all</option>\(items)</select></p>

            """
    }

    private func result(_ count: Int, _ filter: SurveyFilter) -> HTML {
        let all: HTML = filter.isEmpty ? "" : " <a href=\"\(ownFolder)\">Show all</a>"
        return "<p class=\"result\">\(counted(count, "page"))\(all)</p>\n"
    }

    private func row(_ entry: SiteSurvey.Entry) -> HTML {
        let title = entry.title.isEmpty ? "(without a title)" : entry.title
        let words = HTML.words(title)
        let name = entry.permalink.map { HTML.link(address(of: $0), words) } ?? words
        let place = entry.permalink.map { permalink -> HTML in "<a class=\"at\" href=\"\(href(permalink))\">\(permalink.path)</a>"
        }
        let file: HTML =
            entry.source.map { "<span class=\"file\">\(source($0))</span>" }
            ?? "<span class=\"file quiet\">made by Martlet</span>"
        return """
            <p class="name">\(name)</p>
            <p class="where">\(place ?? .none)\(file)</p>
            <p class="badges">\(stateMark(entry))\(messageMarks(entry.messages))</p>

            """
    }

    private func turning(_ number: Int, of pages: Int) -> HTML {
        guard pages > 1 else { return .none }
        func link(_ to: Int, _ words: HTML) -> HTML {
            guard (1...pages).contains(to) else { return .none }
            var query = query
            query["page"] = String(to)
            return "<a href=\"\(ownFolder)\(query.text)\">\(words)</a> "
        }
        return """
            <nav class="turning" aria-label="More pages">\(link(number - 1, "Before"))<span>\(number) of \(pages)</span> \
            \(link(number + 1, "Next"))</nav>

            """
    }

    /// Messages about the configuration and the theme.
    private var elsewhere: HTML {
        guard !survey.otherMessages.isEmpty else { return .none }
        return "<section class=\"elsewhere\"><h2>Messages about other files</h2>\n\(messages(survey.otherMessages))</section>\n"
    }
}

extension BenchPage {
    /// Whether readers see a page, and from when on.
    func stateMark(_ entry: SiteSurvey.Entry) -> HTML {
        guard let state = entry.state else { return .none }
        let moment = entry.moment.map { $0.rfc3339.prefix(10) }
        let words =
            switch state {
            case .published: "published"
            case .draft: "draft"
            case .scheduled: "scheduled" + (moment.map { " for \($0)" } ?? "")
            case .expired: "expired" + (moment.map { " on \($0)" } ?? "")
            }
        return "<span class=\"badge \(state.rawValue)\">\(words)</span> "
    }

    func messageMarks(_ messages: [Diagnostic]) -> HTML {
        let kinds: [Severity] = [.error, .warning, .note]
        let marks = kinds.compactMap { kind -> HTML? in
            let count = messages.count { $0.severity == kind }
            return count == 0 ? nil : "<span class=\"badge \(kind.rawValue)\">\(counted(count, kind.rawValue))</span> "
        }
        return "\(marks)"
    }
}

extension SiteSurvey.Kind {
    /// As the form lists it.
    var plural: String {
        switch self {
        case .article: "articles"
        case .page: "plain pages"
        case .topic: "topics of questions"
        case .person: "people"
        case .list: "lists, made by Martlet"
        case .source: "sources without a page"
        }
    }
}
