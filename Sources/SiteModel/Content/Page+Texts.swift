extension Page {
    /// The texts of sources that the page shows, its answers among them.
    package var texts: [LinkedMarkup] {
        switch content {
        case .article(let article): [article.value.body] + article.value.faqs.map(\.answer)
        case .plain(let plain): [plain.body]
        case .home(let listing, _), .listing(let listing), .term(let listing, _): [listing.text].compactMap { $0 }
        case .topic(let topic): [topic.text] + topic.faqs.map(\.answer)
        case .person(let person): [person.biography]
        case .taxonomy, .questions, .people, .notFound: []
        }
    }

    /// The positions of the sources that they come from, each once and in order.
    package var textSources: [Int] {
        let all = texts.compactMap { $0.markup.id?.source }.sorted()
        return all.enumerated().filter { $0 == 0 || all[$0 - 1] != $1 }.map(\.element)
    }
}
