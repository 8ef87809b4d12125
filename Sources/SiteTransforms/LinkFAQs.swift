import SiteModel

/// The questions of the site with their answers' links resolved, each under its one address.
struct FAQIndex: Sendable {
    private var faqs: [Permalink: [String: FAQ]] = [:]
    private(set) var count = 0

    init() {}

    fileprivate mutating func add(_ faq: FAQ) {
        faqs[faq.home, default: [:]][faq.id] = faq
        count += 1
    }

    subscript(source: FAQSource) -> FAQ? { faqs[source.home]?[source.id] }
}

/// Resolves the links in every answer once, at the question's own place.
func linkFAQs(_ collection: FAQCollection, bankHomes: Set<Permalink>, _ links: inout LinkResolver) -> FAQIndex {
    var index = FAQIndex()
    for (home, sources) in collection.byHome.sorted(by: { $0.key < $1.key }) {
        for source in sources {
            let answer = source.question.answer
            let ids = answer.headings.map { $0.attributes.id?.value ?? "" }
            let linked = links.link(
                answer, headingIDs: ids, from: source.question.location.path, page: home,
                isShownElsewhere: bankHomes.contains(home))
            index.add(
                FAQ(
                    id: source.id, aliases: source.question.heading.attributes.aliases.map(\.value),
                    question: source.question.heading.content, plainQuestion: source.plainQuestion, answer: linked, home: home,
                    location: source.question.location))
        }
    }
    return index
}
