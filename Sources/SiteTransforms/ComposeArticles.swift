import SiteModel

/// What articles need to know of the rest of the site.
struct ArticleSurroundings: Sendable {
    let config: SiteConfig
    let directory: Directory
    let images: ImageResolver
    let summaries: [Permalink: ArticleSummary]
    /// All articles, newest first.
    let ordered: [ArticleSummary]
    let faqs: FAQIndex
    /// What `share.md` says, by the article's address.
    let shares: [Permalink: ShareFields]
    /// The topics of the bank, by address.
    let topics: [TopicLink]
    /// Where articles are shared that name no networks.
    let networks: [ShareNetwork]
    let records: RecordFinder
    /// The languages in which each article is, where there are several.
    let translations: [Permalink: [Translation]]
    let byAddress: PagesByAddress
}

/// Composes the page of every article.
func composeArticles(
    _ pages: [PreparedPage], _ around: ArticleSurroundings, crumbs: Breadcrumbs, _ links: LinkResolver,
    _ messages: inout PageMessages, _ workers: Workers
) async -> [Page] {
    let relations = ArticleRelations(around.ordered)
    let neighbours = Neighbours(around.ordered, around.byAddress)
    let positions = Dictionary(around.ordered.enumerated().map { ($1.permalink, $0) }) { first, _ in first }
    let articles = pages.filter { $0.document.role == .article }
        .compactMap { page in positions[page.permalink].map { (page: page, position: $0) } }
    return await workers.map(articles, &messages) { article, messages in
        let (page, position) = article
        let summary = around.ordered[position]
        var article = compose(page, summary, around, links, &messages)
        article.previous = neighbours.earlier[position].map { around.ordered[$0].link }
        article.next = neighbours.later[position].map { around.ordered[$0].link }
        article.related = page.fields.related.compactMap { relatedArticle($0, around, links.book, &messages.others) }
        if article.related.isEmpty { article.related = relations.related(to: position) }
        var composed = Page(permalink: page.permalink, title: summary.title, language: "", content: .article(Box(article)))
        composed.section = listingAddress(of: page.placed.section)
        describe(&composed, by: page, around.config, crumbs, around.records, &messages.others)
        return composed
    }
}

private func compose(
    _ page: PreparedPage, _ summary: ArticleSummary, _ around: ArticleSurroundings, _ links: LinkResolver,
    _ messages: inout PageMessages
) -> Article {
    let fields = page.fields
    let body = links.link(
        page.document.body, headingIDs: page.headingIDs, from: page.document.path, page: page.permalink, isShownElsewhere: false,
        &messages.links)
    let outline = buildOutline(page.document.body, ids: page.headingIDs)
    let own = [around.shares[page.permalink], fields.share].compactMap { $0 }
    let shareImage = messages.others.collect(sharedImage(own, page, summary, around))
    let share = composeShare(
        own, title: fields.title ?? Placed(summary.title, at: SourceLocation(page.document.path)),
        description: summary.description, image: shareImage,
        url: around.config.baseURL.absolute(page.permalink), around.config, usual: around.networks, &messages.others)
    var article = Article(
        summary: summary, body: body, outline: outline, showsContents: showsContents(outline, fields.tableOfContents),
        share: share)
    article.id = fields.id?.value
    article.updated = fields.updated?.value
    article.reviewers = around.directory.find(fields.reviewedBy, &messages.others)
    article.lastReviewed = fields.lastReviewed?.value
    article.nextReview = fields.nextReview?.value
    article.image = summary.image
    article.faqs = page.questions.map { around.faqs[$0] }
    article.faqRendering = fields.faqRendering ?? around.config.faqRendering
    article.moreQuestions = moreQuestions(page, around.topics)
    article.callToAction = around.records.callToAction(of: page.placed, &messages.others).flatMap { call in
        page.document.body.showsCallToAction(call) ? nil : call
    }
    article.references = fields.references
    article.translations = around.translations[page.permalink] ?? []
    article.medical =
        fields.isMedical ?? around.config.isMedical
        ? MedicalFields(specialty: fields.specialty, audience: fields.audience) : nil
    article.disclaimer = fields.disclaimer?.value ?? around.config.disclaimer
    return article
}

extension Markup {
    /// Whether a block of the text invites to it already; below the text it would be there twice.
    fileprivate func showsCallToAction(_ call: CallToAction) -> Bool {
        containers.contains { $0.name == "cta" && ($0["name"]?.value ?? call.name) == call.name }
    }
}

/// The topic of the bank's questions that an article shows, where they come from one topic and it answers others besides.
private func moreQuestions(_ page: PreparedPage, _ topics: [TopicLink]) -> TopicLink? {
    let quoted = page.questions.filter { $0.home != page.permalink }
    guard let home = quoted.first?.home, quoted.allSatisfy({ $0.home == home }) else { return nil }
    return topics.first { $0.link.permalink == home && $0.count > quoted.count }
}

private func relatedArticle(
    _ path: Placed<String>, _ around: ArticleSurroundings, _ book: AddressBook, _ diagnostics: inout Diagnostics
) -> ArticleSummary? {
    if let summary = book.documents["content/" + path.value].flatMap({ around.summaries[$0] }) { return summary }
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

    init(_ newestFirst: [ArticleSummary], _ byAddress: PagesByAddress) {
        earlier = Array(repeating: nil, count: newestFirst.count)
        later = earlier
        var newer: [String: Int] = [:]
        for (position, summary) in newestFirst.enumerated() {
            let section = byAddress[summary.permalink]?.placed.section ?? ""
            if let next = newer.updateValue(position, forKey: section) {
                later[position] = next
                earlier[next] = position
            }
        }
    }
}
