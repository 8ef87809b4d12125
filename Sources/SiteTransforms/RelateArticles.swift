import SiteModel

/// How many related articles a page shows where its editor names none.
private let relatedCount = 3
/// How many neighbours by date under each term are considered, so that a term on every article costs no more.
private let neighbourCount = 20

/// Finds articles that share terms with an article: those that share most first, then the nearest in the order of dates.
struct ArticleRelations: Sendable {
    private let articles: [ArticleSummary]
    /// The positions of the articles under each term, ascending.
    private var byTerm: [Permalink: [Int]] = [:]

    /// `articles` are all of the site, newest first.
    init(_ articles: [ArticleSummary]) {
        self.articles = articles
        for (position, article) in articles.enumerated() {
            for term in article.terms { byTerm[term.permalink, default: []].append(position) }
        }
    }

    func related(to position: Int) -> [ArticleSummary] {
        var shared: [Int: Int] = [:]
        for term in articles[position].terms {
            for other in neighbours(of: position, in: byTerm[term.permalink] ?? []) { shared[other, default: 0] += 1 }
        }
        let best = shared.sorted { left, right in
            (-left.value, abs(left.key - position), left.key) < (-right.value, abs(right.key - position), right.key)
        }
        return best.prefix(relatedCount).map { articles[$0.key] }
    }

    private func neighbours(of position: Int, in positions: [Int]) -> [Int] {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle] < position { low = middle + 1 } else { high = middle }
        }
        let range = max(0, low - neighbourCount)..<min(positions.count, low + neighbourCount + 1)
        return positions[range].filter { $0 != position }
    }
}
