import SiteModel

/// The questions of the site with their answers' links resolved, each under its one address.
struct FAQIndex: Sendable {
    /// By the number of the document that holds them.
    fileprivate let faqs: [[FAQ]]
    let count: Int

    subscript(source: FAQSource) -> FAQ { faqs[source.place.document][source.place.index] }

    /// Those that a page shows.
    subscript(page: PreparedPage) -> [FAQ] {
        // Most show what stands in one document, all of it.
        guard let first = page.questions.first else { return [] }
        let row = faqs[first.place.document]
        let isWhole =
            row.count == page.questions.count
            && page.questions.indices.allSatisfy { index in
                page.questions[index].place == (first.place.document, index)
            }
        return isWhole ? row : page.questions.map { self[$0] }
    }
}

/// Resolves the links in every answer once, at the question's own place.
func linkFAQs(
    _ collection: FAQCollection, _ links: LinkResolver, _ diagnostics: inout Diagnostics, _ workers: Workers
) async -> FAQIndex {
    let faqs = await workers.map(collection.byDocument, &diagnostics) { sources, diagnostics in
        sources.map { link($0, links, &diagnostics) }
    }
    return FAQIndex(faqs: faqs, count: faqs.reduce(0) { $0 + $1.count })
}

private func link(_ source: FAQSource, _ links: LinkResolver, _ diagnostics: inout Diagnostics) -> FAQ {
    let question = source.question
    let answer = question.answer
    let linked = links.link(
        answer, headingIDs: answer.headings.map { $0.attributes.id?.value ?? "" }, from: question.location.path, on: source.home,
        isShownElsewhere: source.home.document.role == .topic, &diagnostics)
    return FAQ(question, id: source.id, plainQuestion: source.plainQuestion, answer: linked, home: source.home.permalink)
}
