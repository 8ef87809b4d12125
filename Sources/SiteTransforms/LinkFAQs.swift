import SiteModel

/// The questions of the site with their answers' links resolved, each under its one address.
struct FAQIndex: Sendable {
    /// By `FAQSource.number`.
    fileprivate let faqs: [FAQ]

    var count: Int { faqs.count }

    subscript(source: FAQSource) -> FAQ { faqs[source.number] }
}

/// Resolves the links in every answer once, at the question's own place.
func linkFAQs(
    _ collection: FAQCollection, bankHomes: Set<Permalink>, _ links: LinkResolver, _ diagnostics: inout Diagnostics,
    _ workers: Workers
) async -> FAQIndex {
    let faqs = await workers.map(collection.all, &diagnostics) { source, diagnostics in
        let question = source.question
        let linked = links.link(
            question.answer, headingIDs: question.answer.headings.map { $0.attributes.id?.value ?? "" },
            from: question.location.path, page: source.home, isShownElsewhere: bankHomes.contains(source.home), &diagnostics)
        return FAQ(
            id: source.id, aliases: question.heading.attributes.aliases.map(\.value), question: question.heading.content,
            plainQuestion: source.plainQuestion, answer: linked, home: source.home, location: question.location)
    }
    return FAQIndex(faqs: faqs)
}
