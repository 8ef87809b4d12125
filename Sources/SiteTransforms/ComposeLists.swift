import SiteModel

/// Composes the pages of lists, each with the text of its folder's `_index.md`, and the page for addresses that lead nowhere.
func composeLists(
    _ lists: [ListPage], _ pages: [PreparedPage], _ around: ArticleSurroundings, groups: [QuestionGroup], crumbs: Breadcrumbs,
    titles: GeneratedTitles, _ links: LinkResolver, _ linkMessages: inout Diagnostics
) -> Outcome<[Page]> {
    var diagnostics = Diagnostics()
    let texts = Dictionary(pages.filter { $0.document.role == .listing }.map { ($0.permalink, $0) }) { first, _ in first }
    var composed: [Page] = []
    for list in lists {
        let source = texts[list.pagination.list]
        let text = source.map { page in
            links.link(
                page.document.body, headingIDs: page.headingIDs, from: page.document.path, on: page.placed,
                isShownElsewhere: list.pagination.count > 1, &linkMessages)
        }
        let content = content(of: list, list.pagination.number == 1 ? text : nil, around, groups)
        var page = Page(permalink: list.permalink, title: list.title, language: around.config.language, content: content)
        page.breadcrumbs = crumbs.leading(to: list.permalink)
        if case .section(let section) = list.kind { page.section = listingAddress(of: section) }
        if let source {
            describe(&page, by: source, around.config, crumbs, around.records, &diagnostics)
        } else {
            page.contact = around.records.contact(&diagnostics)
        }
        if case .home = list.kind {
            page.title = source?.fields.title?.value ?? around.config.title
            page.description = page.description ?? around.config.description
        }
        page.changed = list.entries.map(\.published).max()
        composed.append(page)
    }
    composed.append(notFound(titles, around, crumbs, &diagnostics))
    return Outcome(composed, diagnostics)
}

private func notFound(
    _ titles: GeneratedTitles, _ around: ArticleSurroundings, _ crumbs: Breadcrumbs, _ diagnostics: inout Diagnostics
) -> Page {
    var page = Page(
        permalink: Permalink("/404.html"), title: titles.notFound, language: around.config.language, content: .notFound)
    page.isHiddenFromSearch = true
    page.breadcrumbs = [crumbs.home]
    page.contact = around.records.contact(&diagnostics)
    return page
}

private func content(
    of list: ListPage, _ text: LinkedMarkup?, _ around: ArticleSurroundings, _ groups: [QuestionGroup]
) -> PageContent {
    let listing = Listing(text: text, entries: list.entries, pagination: list.pagination)
    switch list.kind {
    case .home: return .home(listing, topics: around.topics)
    case .section: return .listing(listing)
    case .taxonomy(let terms): return .taxonomy(terms)
    case .term(_, let taxonomy):
        let title = taxonomy.prefix(1).uppercased() + taxonomy.dropFirst()
        return .term(listing, taxonomy: PageLink(title: title, permalink: Permalink("/\(taxonomy)/")))
    case .questions:
        let length = around.config.pageLength
        let part = groups.dropFirst((list.pagination.number - 1) * length).prefix(length)
        return .questions(Array(part), count: around.faqs.count, list.pagination)
    case .people: return .people(around.directory.people.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) })
    }
}

/// The topics of the bank, by their address.
func topicLinks(_ pages: [PreparedPage]) -> [TopicLink] {
    pages.filter { $0.document.role == .topic }.sorted { $0.permalink < $1.permalink }.map { page in
        TopicLink(
            link: PageLink(title: page.fields.title?.value ?? "", permalink: page.permalink),
            description: page.fields.description?.value, count: page.questions.count)
    }
}

/// Groups every question under the page where it is answered: topics by address, then articles, newest first.
func groupQuestions(_ pages: [PreparedPage], _ collection: FAQCollection, _ articles: ArticleList) -> [QuestionGroup] {
    let topics = pages.filter { $0.document.role == .topic }.sorted { $0.permalink < $1.permalink }
    return (topics + articles.pages).compactMap { page in
        let own = collection.own(page.placed)
        guard !own.isEmpty else { return nil }
        return QuestionGroup(
            link: PageLink(title: page.fields.title?.value ?? "", permalink: page.permalink),
            questions: own.map { .init(text: $0.plainQuestion, id: $0.id) })
    }
}
