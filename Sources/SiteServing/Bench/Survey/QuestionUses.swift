internal import SiteModel

/// Every question of a site with the pages that show it.
struct QuestionUses: Sendable {
    /// Those of the bank and of articles, by where they are answered and then in the order of the file.
    private(set) var questions: [Question] = []
    private var positions: [String: Int] = [:]

    struct Question: Sendable {
        var faq: FAQ
        /// The page where it is answered.
        var home: PageLink
        /// The articles that quote it, by address.
        var quoting: [PageLink]
    }

    init(_ site: Site) {
        for page in site.pages {
            for faq in page.questions where faq.home == page.permalink {
                positions[key(faq)] = questions.count
                questions.append(Question(faq: faq, home: page.link, quoting: []))
            }
        }
        for page in site.pages {
            for faq in page.questions where faq.home != page.permalink {
                if let position = positions[key(faq)] { questions[position].quoting.append(page.link) }
            }
        }
    }

    /// The questions that a page shows, in its order.
    func shown(by page: Page) -> [Question] { page.questions.compactMap { faq in positions[key(faq)].map { questions[$0] } } }
}

private func key(_ faq: FAQ) -> String { faq.home.path + "#" + faq.id }

extension Page {
    /// The questions that the page answers.
    var questions: [FAQ] {
        switch content {
        case .article(let article): article.value.faqs
        case .topic(let topic): topic.faqs
        default: []
        }
    }
}
