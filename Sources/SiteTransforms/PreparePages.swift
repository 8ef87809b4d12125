import SiteModel

/// A placed document with the questions that its page shows and the ids of its headings. Every pass goes through all of them, so
/// they are no values to be copied each time.
final class PreparedPage: Sendable {
    let placed: PlacedDocument
    let questions: [FAQSource]
    let headingIDs: [String]
    /// Every id that a link may lead to on the page.
    let anchors: Set<String>

    init(placed: PlacedDocument, questions: [FAQSource], headingIDs: [String], anchors: Set<String>) {
        self.placed = placed
        self.questions = questions
        self.headingIDs = headingIDs
        self.anchors = anchors
    }

    var document: Box<Document> { placed.document }
    var fields: Shared<FrontMatter> { placed.document.fields }
    var permalink: Permalink { placed.permalink }
}

/// The pages that have a source, by their address.
typealias PagesByAddress = [Permalink: PreparedPage]

/// Works out, page by page, which questions it shows and which ids it has.
func preparePages(
    _ placed: [PlacedDocument], _ faqs: FAQCollection, reserved: [String], _ options: MarkdownOptions, _ workers: Workers
) async -> Outcome<[PreparedPage]> {
    var diagnostics = Diagnostics()
    let theme = Dictionary(reserved.map { ($0, SourceLocation?.none) }) { first, _ in first }
    let own = placed.filter { !$0.document.role.belongsToArticle }
    let pages = await workers.map(own, &diagnostics) { entry, diagnostics in
        let shown = questions(of: entry, faqs, &diagnostics)
        var taken = theme
        for faq in shown { take(faq, in: &taken, &diagnostics) }
        let anchors = diagnostics.collect(
            identifyAnchors(entry.document.body, path: entry.document.path, taken: taken, isAutomatic: options.headingIDs))
        return PreparedPage(
            placed: entry, questions: shown, headingIDs: anchors.headingIDs,
            anchors: anchors.all.subtracting(absentIDs(entry.document, shown)))
    }
    return Outcome(pages, diagnostics)
}

/// Ids of the theme that a page does not have: those of sections that there is nothing for.
private func absentIDs(_ document: Box<Document>, _ shown: [FAQSource]) -> Set<String> {
    var absent: Set<String> = []
    if shown.isEmpty || document.role != .article { absent.insert("faqs") }
    if document.fields.references.isEmpty { absent.insert("references") }
    return absent.subtracting(document.body.headings.compactMap { $0.attributes.id?.value })
}

/// Notes the ids of a question, and of what editors gave an id in its answer.
private func take(_ faq: FAQSource, in taken: inout [String: SourceLocation?], _ diagnostics: inout Diagnostics) {
    let question = faq.question
    claim(Placed(faq.id, at: question.heading.attributes.id?.location ?? question.location), in: &taken, &diagnostics)
    for id in question.heading.attributes.aliases { claim(id, in: &taken, &diagnostics) }
    for heading in question.answer.headings {
        if let id = heading.attributes.id { claim(id, in: &taken, &diagnostics) }
        for id in heading.attributes.aliases { claim(id, in: &taken, &diagnostics) }
    }
    for html in question.answer.rawHTML {
        for id in ids(in: html, path: question.location.path) { claim(id, in: &taken, &diagnostics) }
    }
}
