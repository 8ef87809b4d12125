import SiteModel

/// Composes the pages that are neither articles nor lists: plain pages, people and FAQ topics.
func composePages(
    _ pages: [PreparedPage], _ around: ArticleSurroundings, crumbs: Breadcrumbs, _ links: LinkResolver,
    _ linkMessages: inout Diagnostics
) -> Outcome<[Page]> {
    var diagnostics = Diagnostics()
    let quoting = quotingArticles(around)
    let works = Works(around)
    var composed: [Page] = []
    for page in pages {
        guard page.document.role == .page || page.document.role == .person || page.document.role == .topic else { continue }
        let body = links.link(
            page.document.body, headingIDs: page.headingIDs, from: page.document.path, page: page.permalink,
            isShownElsewhere: false, &linkMessages)
        let content: PageContent
        switch page.document.role {
        case .person: content = .person(diagnostics.collect(personPage(page, body, works, around)))
        case .topic: content = .topic(topic(page, body, quoting[page.permalink] ?? [:], around))
        default: content = .plain(plainPage(page, body))
        }
        var title = page.fields.title?.value ?? page.document.person.name?.value ?? ""
        if case .person(let person) = content { title = person.person.fullName }
        var finished = Page(permalink: page.permalink, title: title, language: "", content: content)
        describe(&finished, by: page, around.config, crumbs, around.records, &diagnostics)
        composed.append(finished)
    }
    return Outcome(composed, diagnostics)
}

private func plainPage(_ page: PreparedPage, _ body: LinkedMarkup) -> PlainPage {
    let outline = buildOutline(page.document.body, ids: page.headingIDs)
    return PlainPage(
        body: body, outline: outline, showsContents: showsContents(outline, page.fields.tableOfContents),
        updated: page.fields.updated?.value)
}

/// What everybody wrote and reviewed, newest first: one look at each article, however many people there are.
private struct Works {
    private(set) var written: [String: [ArticleSummary]] = [:]
    private(set) var reviewed: [String: [ArticleSummary]] = [:]

    init(_ around: ArticleSurroundings) {
        for article in around.ordered {
            for id in Set(article.authors.map(\.id)) { written[id, default: []].append(article) }
            let reviewers = around.byAddress[article.permalink]?.fields.reviewedBy ?? []
            for id in Set(reviewers.map(\.value)) { reviewed[id, default: []].append(article) }
        }
    }
}

private func personPage(
    _ page: PreparedPage, _ body: LinkedMarkup, _ works: Works, _ around: ArticleSurroundings
) -> Outcome<PersonPage> {
    let fields = page.document.person
    let id = DocumentLocation(page.document.path).name
    let link = around.directory.people[id] ?? PersonLink(id: id, name: id, jobTitle: nil, permalink: page.permalink)
    return around.images.published(fields.image, of: page.document).map { image in
        PersonPage(
            person: link, credentials: fields.credentials, image: image, website: fields.url?.value,
            sameAs: fields.sameAs.map(\.value), biography: body,
            written: works.written[id] ?? [], reviewed: works.reviewed[id] ?? [])
    }
}

private func topic(
    _ page: PreparedPage, _ text: LinkedMarkup, _ quoting: [String: [ArticleSummary]], _ around: ArticleSurroundings
) -> Topic {
    let faqs = page.questions.map { source in
        var faq = around.faqs[source]
        faq.usedIn = quoting[faq.id, default: []].map(\.link)
        return faq
    }
    var seen: Set<Permalink> = []
    let articles = quoting.values.joined().filter { seen.insert($0.permalink).inserted }
    var topic = Topic(text: text, faqs: faqs, articles: newestFirst(articles))
    topic.faqRendering = page.fields.faqRendering ?? around.config.faqRendering
    return topic
}

/// The articles that quote each question of the bank, newest first, by the topic's address and the question's id.
private func quotingArticles(_ around: ArticleSurroundings) -> [Permalink: [String: [ArticleSummary]]] {
    var quoting: [Permalink: [String: [ArticleSummary]]] = [:]
    for summary in around.ordered {
        for question in around.byAddress[summary.permalink]?.questions ?? [] where question.home != summary.permalink {
            quoting[question.home, default: [:]][question.id, default: []].append(summary)
        }
    }
    return quoting
}
