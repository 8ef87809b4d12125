import SiteModel

/// How many related articles a page shows where its editor names none.
private let relatedCount = 3
/// How many neighbours by date under each term are considered, so that a term on every article costs no more.
private let neighbourCount = 20

/// Finds articles that share terms with an article: those that share most first, then the nearest in the order of dates.
struct ArticleRelations: Sendable {
    private let articles: [ArticleSummary]
    /// The terms of each article, as indices into `byTerm`.
    private var terms: [[Int]] = []
    /// The positions of the articles under each term, ascending.
    private var byTerm: [[Int]] = []

    /// `articles` are all of the site, newest first.
    init(_ articles: [ArticleSummary]) {
        self.articles = articles
        var numbers: [Permalink: Int] = [:]
        for (position, article) in articles.enumerated() {
            terms.append(
                article.terms.map { term in
                    if let known = numbers[term.permalink] { return known }
                    numbers[term.permalink] = byTerm.count
                    byTerm.append([])
                    return byTerm.count - 1
                })
            for term in terms[position] { byTerm[term].append(position) }
        }
    }

    func related(to position: Int) -> [ArticleSummary] {
        // All ascending, so that the next one stands at the front of one of them.
        var rows = terms[position].map { Row(term: $0, range: neighbours(of: position, in: byTerm[$0])) }
        var best: [Candidate] = []
        while let other = rows.lazy.compactMap({ self.first(of: $0) }).min() {
            var shared = 0
            for index in rows.indices where first(of: rows[index]) == other {
                shared += 1
                rows[index].range.removeFirst()
            }
            if other != position {
                keep(Candidate(position: other, shared: shared, distance: abs(other - position)), among: &best)
            }
        }
        return best.map { articles[$0.position] }
    }

    /// Articles under a term, as places in its list.
    private struct Row {
        let term: Int
        var range: Range<Int>
    }

    private func first(of row: Row) -> Int? { row.range.isEmpty ? nil : byTerm[row.term][row.range.lowerBound] }

    private struct Candidate {
        let position: Int
        /// How many terms it shares.
        let shared: Int
        let distance: Int

        func isBefore(_ other: Candidate) -> Bool {
            (-shared, distance, position) < (-other.shared, other.distance, other.position)
        }
    }

    /// Puts a candidate where it belongs among the best so far.
    private func keep(_ candidate: Candidate, among best: inout [Candidate]) {
        let place = best.firstIndex { candidate.isBefore($0) } ?? best.count
        guard place < relatedCount else { return }
        best.insert(candidate, at: place)
        if best.count > relatedCount { best.removeLast() }
    }

    /// The places around an article in the list of a term.
    private func neighbours(of position: Int, in positions: [Int]) -> Range<Int> {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle] < position { low = middle + 1 } else { high = middle }
        }
        return max(0, low - neighbourCount)..<min(positions.count, low + neighbourCount + 1)
    }
}
