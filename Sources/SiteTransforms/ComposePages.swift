import SiteModel

/// Composes the pages that are neither articles nor lists: plain pages, people and FAQ topics.
func composePages(
    _ pages: [PreparedPage], _ around: ArticleSurroundings, crumbs: Breadcrumbs, _ links: inout LinkResolver
) -> Outcome<[Page]> {
    var diagnostics = Diagnostics()
    let quoting = articlesByTopic(pages, around)
    var composed: [Page] = []
    for page in pages {
        guard page.document.role == .page || page.document.role == .person || page.document.role == .topic else { continue }
        let body = links.link(
            page.document.body, headingIDs: page.headingIDs, from: page.document.path, page: page.permalink,
            isShownElsewhere: false)
        let content: PageContent
        switch page.document.role {
        case .person: content = .person(diagnostics.collect(personPage(page, body, around)))
        case .topic:
            let faqs = page.questions.compactMap { around.faqs[$0] }
            content = .topic(Topic(text: body, faqs: faqs, articles: quoting[page.permalink] ?? []))
        default: content = .plain(plainPage(page, body))
        }
        var title = page.fields.title?.value ?? page.document.person.name?.value ?? ""
        if case .person(let person) = content { title = person.person.fullName }
        let bare = Page(permalink: page.permalink, title: title, language: "", content: content)
        composed.append(described(bare, by: page, around.config, crumbs, around.records, &diagnostics))
    }
    return Outcome(composed, diagnostics)
}

private func plainPage(_ page: PreparedPage, _ body: LinkedMarkup) -> PlainPage {
    let outline = buildOutline(page.document.body, ids: page.headingIDs)
    return PlainPage(
        body: body, outline: outline, showsContents: showsContents(outline, page.fields.tableOfContents),
        updated: page.fields.updated?.value)
}

private func personPage(_ page: PreparedPage, _ body: LinkedMarkup, _ around: ArticleSurroundings) -> Outcome<PersonPage> {
    let fields = page.document.person
    let id = DocumentLocation(page.document.path).name
    let link = around.directory.people[id] ?? PersonLink(id: id, name: id, jobTitle: nil, permalink: page.permalink)
    return around.images.published(fields.image, of: page.document).map { image in
        PersonPage(
            person: link, credentials: fields.credentials, image: image, website: fields.url?.value,
            sameAs: fields.sameAs.map(\.value), biography: body,
            written: around.ordered.filter { $0.authors.contains { $0.id == id } },
            reviewed: around.ordered.filter { around.reviews[$0.permalink]?.contains(id) ?? false })
    }
}

/// The articles that quote a question of each topic, newest first.
private func articlesByTopic(_ pages: [PreparedPage], _ around: ArticleSurroundings) -> [Permalink: [ArticleSummary]] {
    let homes = Dictionary(pages.filter { $0.document.role == .article }.map { ($0.permalink, Set($0.questions.map(\.home))) }) {
        first, _ in first
    }
    var quoting: [Permalink: [ArticleSummary]] = [:]
    for summary in around.ordered {
        for home in homes[summary.permalink] ?? [] where home != summary.permalink { quoting[home, default: []].append(summary) }
    }
    return quoting
}
