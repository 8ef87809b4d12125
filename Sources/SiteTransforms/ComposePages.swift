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
            page.document.body, headingIDs: page.headingIDs, from: page.document.path, on: page.placed,
            isShownElsewhere: false, &linkMessages)
        let content: PageContent
        switch page.document.role {
        case .person: content = .person(diagnostics.collect(personPage(page, body, works, around)))
        case .topic: content = .topic(topic(page, body, quoting[page.placed.number] ?? [:], around))
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
    PlainPage(
        body: body, showsContents: body.showsContents(page.fields.tableOfContents), updated: page.fields.updated?.value)
}

/// What everybody wrote and reviewed, newest first: one look at each article, however many people there are.
private struct Works {
    private(set) var written: [String: [ArticleSummary]] = [:]
    private(set) var reviewed: [String: [ArticleSummary]] = [:]

    init(_ around: ArticleSurroundings) {
        for (article, page) in zip(around.articles.summaries, around.articles.pages) {
            add(article, to: &written, of: article.authors, named: \.id)
            add(article, to: &reviewed, of: page.fields.reviewedBy, named: \.value)
        }
    }
}

private func add<Person>(
    _ article: ArticleSummary, to works: inout [String: [ArticleSummary]], of people: [Person], named id: (Person) -> String
) {
    if people.count == 1 { return works[id(people[0]), default: []].append(article) }
    for id in Set(people.map(id)) { works[id, default: []].append(article) }
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
    _ page: PreparedPage, _ text: LinkedMarkup, _ quoting: [String: [Int]], _ around: ArticleSurroundings
) -> Topic {
    let faqs = page.questions.map { source in
        around.faqs[source].used(in: quoting[source.id, default: []].map { around.articles.summaries[$0].link })
    }
    let articles = Set(quoting.values.joined()).sorted().map { around.articles.summaries[$0] }
    var topic = Topic(text: text, faqs: faqs, articles: articles)
    topic.faqRendering = page.fields.faqRendering ?? around.config.faqRendering
    return topic
}

/// The articles that quote each question of the bank, newest first, by the number of the topic and the question's id.
private func quotingArticles(_ around: ArticleSurroundings) -> [Int: [String: [Int]]] {
    var quoting: [Int: [String: [Int]]] = [:]
    for (position, page) in around.articles.pages.enumerated() {
        for question in page.questions where question.home !== page.placed {
            quoting[question.home.number, default: [:]][question.id, default: []].append(position)
        }
    }
    return quoting
}
