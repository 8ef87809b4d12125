import SiteModel

/// What articles need to know of the rest of the site.
struct ArticleSurroundings: Sendable {
    let config: SiteConfig
    let directory: Directory
    let images: ImageResolver
    let articles: ArticleList
    let relations: ArticleRelations
    let faqs: FAQIndex
    /// What `share.md` says, by the number of the article's document.
    let shares: [Int: ShareFields]
    /// The topics of the bank, by address.
    let topics: [TopicLink]
    /// Where articles are shared that name no networks.
    let networks: [ShareNetwork]
    let records: RecordFinder
    /// The languages in which each article is, where there are several, by the number of its document.
    let translations: [Int: [Translation]]
}

/// Composes the page of every article.
func composeArticles(
    _ pages: [PreparedPage], _ around: ArticleSurroundings, crumbs: Breadcrumbs, _ links: LinkResolver,
    _ messages: inout PageMessages, _ workers: Workers
) async -> [Page] {
    let articles = around.articles
    let neighbours = Neighbours(articles)
    let own = pages.compactMap { page in articles.position(of: page.placed.number).map { (page: page, position: $0) } }
    return await workers.map(own, &messages) { article, messages in
        let (page, position) = article
        let content = PageContent.article(compose(page, at: position, around, neighbours, links, &messages))
        var composed = Page(
            permalink: page.permalink, title: articles.summaries[position].title, language: "", content: content)
        composed.section = listingAddress(of: page.placed.section)
        describe(&composed, by: page, around.config, crumbs, around.records, &messages.others)
        return composed
    }
}

private func compose(
    _ page: PreparedPage, at position: Int, _ around: ArticleSurroundings, _ neighbours: Neighbours, _ links: LinkResolver,
    _ messages: inout PageMessages
) -> Box<Article> {
    let fields = page.fields
    let summary = around.articles.summaries[position]
    let body = links.link(
        page.document.body, headingIDs: page.headingIDs, from: page.document.path, on: page.placed, isShownElsewhere: false,
        &messages.links)
    var own: [ShareFields] = []
    if let share = around.shares[page.placed.number] { own.append(share) }
    if let share = fields.share { own.append(share) }
    let shareImage = messages.others.collect(sharedImage(own, page, summary, around))
    let share = composeShare(
        own, title: fields.title ?? Placed(summary.title, at: SourceLocation(page.document.path)),
        description: summary.description, image: shareImage,
        url: around.config.baseURL.absolute(page.permalink), around.config, usual: around.networks, &messages.others)
    var article = Article(
        summary: summary, body: body, showsContents: body.showsContents(fields.tableOfContents), share: share)
    article.id = fields.id?.value
    article.updated = fields.updated?.value
    article.reviewers = around.directory.find(fields.reviewedBy, &messages.others)
    article.lastReviewed = fields.lastReviewed?.value
    article.nextReview = fields.nextReview?.value
    article.faqs = around.faqs[page]
    article.faqRendering = fields.faqRendering ?? around.config.faqRendering
    article.moreQuestions = moreQuestions(page, around.topics)
    article.callToAction = around.records.callToAction(of: page.placed, &messages.others).flatMap { call in
        page.document.body.showsCallToAction(call.name) ? nil : call
    }
    article.references = fields.references
    article.translations = around.translations[page.placed.number] ?? []
    article.medical =
        fields.isMedical ?? around.config.isMedical
        ? MedicalFields(specialty: fields.specialty, audience: fields.audience) : nil
    article.disclaimer = fields.disclaimer?.value ?? around.config.disclaimer
    article.previous = neighbours.earlier[position].map { around.articles.summaries[$0].link }
    article.next = neighbours.later[position].map { around.articles.summaries[$0].link }
    article.related = related(to: page, at: position, around, links.book, &messages.others)
    return Box(article)
}

/// The articles that the editor names, else those that share most with it.
private func related(
    to page: PreparedPage, at position: Int, _ around: ArticleSurroundings, _ book: AddressBook, _ diagnostics: inout Diagnostics
) -> [ArticleSummary] {
    let named = page.fields.related
    let found = named.isEmpty ? [] : named.compactMap { relatedArticle($0, around, book, &diagnostics) }
    return found.isEmpty ? around.relations.related(to: position) : found
}

extension LinkedMarkup {
    /// Whether a page shows its table of contents: as the editor says, or from three entries on.
    func showsContents(_ wish: Bool?) -> Bool { wish ?? (outlineCount >= 3) }
}

extension Markup {
    /// Whether a block of the text invites to it already; below the text it would be there twice.
    fileprivate func showsCallToAction(_ name: String) -> Bool {
        containers.contains { $0.name == "cta" && ($0["name"]?.value ?? name) == name }
    }
}

/// The topic of the bank's questions that an article shows, where they come from one topic and it answers others besides.
private func moreQuestions(_ page: PreparedPage, _ topics: [TopicLink]) -> TopicLink? {
    guard let home = page.questions.first(where: { $0.home !== page.placed })?.home else { return nil }
    let quoted = page.questions.filter { $0.home !== page.placed }
    guard quoted.allSatisfy({ $0.home === home }) else { return nil }
    return topics.first { $0.link.permalink == home.permalink && $0.count > quoted.count }
}

private func relatedArticle(
    _ path: Placed<String>, _ around: ArticleSurroundings, _ book: AddressBook, _ diagnostics: inout Diagnostics
) -> ArticleSummary? {
    if let document = book.documents["content/" + path.value], let position = around.articles.position(of: document.page) {
        return around.articles.summaries[position]
    }
    if let state = book.hidden["content/" + path.value] {
        diagnostics.add(
            .unpublishedLink, unpublished(path.value, state), at: path.location, help: unpublishedAdvice(state))
        return nil
    }
    let known = diagnostics.suggestion { book.documents.keys.map { String($0.dropFirst("content/".count)) }.sorted() } ?? []
    // The name alone is what editors think of.
    let named = known.filter { DocumentLocation("content/" + $0).name == path.value }
    let near = named.count == 1 ? NearName(name: named[0], isClear: true) : nearName(to: path.value, among: known)
    diagnostics.add(
        .brokenLink, "no article '\(path.value)'", at: path.location,
        help: near?.question ?? "write a path below 'content/'", fix: near?.fix(path))
    return nil
}

/// The articles before and after each in its section, by date, as positions among all.
private struct Neighbours {
    private(set) var earlier: [Int?]
    private(set) var later: [Int?]

    init(_ articles: ArticleList) {
        earlier = Array(repeating: nil, count: articles.summaries.count)
        later = earlier
        for section in articles.bySection.values {
            for (newer, older) in zip(section, section.dropFirst()) {
                later[older] = newer
                earlier[newer] = older
            }
        }
    }
}
