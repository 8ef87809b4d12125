import SiteModel

/// A placed document with the questions that its page shows and the ids of its headings. Every pass goes through all of them, so
/// they are no values to be copied each time.
final class PreparedPage: Sendable {
    let placed: PlacedDocument
    let questions: [FAQSource]
    let headingIDs: [String]
    /// Every id that a link may lead to on the page.
    let ids: PageIDs

    init(placed: PlacedDocument, questions: [FAQSource], headingIDs: [String], ids: PageIDs) {
        self.placed = placed
        self.questions = questions
        self.headingIDs = headingIDs
        self.ids = ids
    }

    var document: Box<Document> { placed.document }
    var fields: Shared<FrontMatter> { placed.document.fields }
    var permalink: Permalink { placed.permalink }
}

/// Works out, page by page, which questions it shows and which ids it has.
func preparePages(
    _ placed: [PlacedDocument], _ faqs: FAQCollection, reserved: [String], _ options: MarkdownOptions, _ workers: Workers
) async -> Outcome<[PreparedPage]> {
    var diagnostics = Diagnostics()
    let theme = ThemeIDs(reserved)
    let own = placed.filter { !$0.document.role.belongsToArticle }
    let pages = await workers.map(own, &diagnostics) { entry, diagnostics in
        let shown = questions(of: entry, faqs, &diagnostics)
        var register = IDRegister(PageIDs(theme: theme))
        for faq in shown { claimIDs(of: faq, in: &register, &diagnostics) }
        let headingIDs = identifyHeadings(
            of: entry.document.body, path: entry.document.path, isAutomatic: options.headingIDs, &register, &diagnostics)
        var ids = register.ids
        ids.absent = absentIDs(entry.document, shown)
        return PreparedPage(placed: entry, questions: shown, headingIDs: headingIDs, ids: ids)
    }
    return Outcome(pages, diagnostics)
}

/// Ids of the theme that a page does not have: those of sections that there is nothing for.
private func absentIDs(_ document: Box<Document>, _ shown: [FAQSource]) -> [String] {
    let hasQuestions = !shown.isEmpty && document.role == .article
    let absent =
        switch (hasQuestions, document.fields.references.isEmpty) {
        case (true, false): noIDs
        case (true, true): onlyReferences
        case (false, false): onlyFAQs
        case (false, true): bothSections
        }
    let headings = document.body.headings
    return headings.contains { $0.attributes.id.map { absent.contains($0.value) } ?? false }
        ? absent.filter { id in !headings.contains { $0.attributes.id?.value == id } } : absent
}

// Made once, since every page has one of them.
private let noIDs: [String] = []
private let onlyFAQs = ["faqs"]
private let onlyReferences = ["references"]
private let bothSections = ["faqs", "references"]

/// Notes the ids of a question, and of what editors gave an id in its answer.
private func claimIDs(of faq: FAQSource, in register: inout IDRegister, _ diagnostics: inout Diagnostics) {
    let question = faq.question
    register.claim(question.heading.attributes.id ?? Placed(faq.id, at: question.location), &diagnostics)
    for id in question.heading.attributes.aliases { register.claim(id, &diagnostics) }
    guard !question.answer.headings.isEmpty || !question.answer.rawHTML.isEmpty else { return }
    register.claimIDs(in: question.answer, path: question.location.path, &diagnostics)
}
