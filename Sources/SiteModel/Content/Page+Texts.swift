extension Page {
    /// The texts of sources that the page shows, its answers among them.
    package var texts: [LinkedMarkup] {
        var texts: [LinkedMarkup] = []
        forEachText { texts.append($0) }
        return texts
    }

    /// Lends each of them.
    package func forEachText(_ take: (LinkedMarkup) -> Void) {
        switch content {
        case .article(let article):
            take(article.value.body)
            forEachAnswer(of: article.value.faqs, take)
        case .plain(let plain): take(plain.body)
        case .home(let listing, _), .listing(let listing), .term(let listing, _): if let text = listing.text { take(text) }
        case .topic(let topic):
            take(topic.text)
            forEachAnswer(of: topic.faqs, take)
        case .person(let person): take(person.biography)
        case .taxonomy, .questions, .people, .notFound: break
        }
    }

    private func forEachAnswer(of faqs: [FAQ], _ take: (LinkedMarkup) -> Void) {
        faqs.withUnsafeBufferPointer { faqs in
            for index in faqs.indices { take(faqs[index].answer) }
        }
    }

    /// The positions of the sources that they come from, each once and in order.
    package var textSources: [Int] {
        let all = texts.compactMap { $0.markup.id?.source }.sorted()
        return all.enumerated().filter { $0 == 0 || all[$0 - 1] != $1 }.map(\.element)
    }
}
