import SiteModel

/// How many related articles a page shows where its editor names none.
private let relatedCount = 3
/// How many neighbours by date under each term are considered, so that a term on every article costs no more.
private let neighbourCount = 20
/// How many of an article's terms are looked at.
private let termCount = 50

/// Finds articles that share terms with an article: those that share most first, then the nearest in the order of dates.
struct ArticleRelations: Sendable {
    private let articles: ArticleList
    private let terms: Terms
    private let byTerm: TermGroups

    init(_ articles: ArticleList, _ terms: Terms, _ byTerm: TermGroups) {
        self.articles = articles
        self.terms = terms
        self.byTerm = byTerm
    }

    func related(to position: Int) -> [ArticleSummary] {
        // All ascending, so that the next one stands at the front of some of them. Nobody reads more terms than `termCount`.
        var rows = terms.spellings(of: articles.pages[position].placed).prefix(termCount).map { spelling in
            Row(neighbours(of: position, in: byTerm.articles[terms.number(spelling)]))
        }
        var best: [Candidate] = []
        best.reserveCapacity(relatedCount + 1)
        while true {
            var other = Int.max
            // How many terms it shares.
            var shared = 0
            for index in rows.indices where rows[index].first <= other {
                shared = rows[index].first < other ? 1 : shared + 1
                other = rows[index].first
            }
            guard other < Int.max else { return best.map { articles.summaries[$0.position] } }
            for index in rows.indices where rows[index].first == other { rows[index].removeFirst() }
            guard other != position else { continue }
            keep(Candidate(position: other, shared: shared, distance: abs(other - position)), among: &best)
        }
    }

    /// Positions of articles under one term.
    private struct Row {
        private let positions: ArraySlice<Int>
        private var index: Int
        /// The largest number where there is none any more.
        private(set) var first = Int.max

        init(_ positions: ArraySlice<Int>) {
            self.positions = positions
            index = positions.startIndex
            if let first = positions.first { self.first = first }
        }

        mutating func removeFirst() {
            index += 1
            first = index < positions.endIndex ? positions[index] : Int.max
        }
    }

    private struct Candidate {
        let position: Int
        /// How many terms it shares.
        let shared: Int
        let distance: Int

        func isBefore(_ other: Candidate) -> Bool {
            if shared != other.shared { return shared > other.shared }
            return distance == other.distance ? position < other.position : distance < other.distance
        }
    }

    /// Puts a candidate where it belongs among the best so far.
    private func keep(_ candidate: Candidate, among best: inout [Candidate]) {
        if best.count == relatedCount, !candidate.isBefore(best[relatedCount - 1]) { return }
        let place = best.firstIndex { candidate.isBefore($0) } ?? best.count
        best.insert(candidate, at: place)
        if best.count > relatedCount { best.removeLast() }
    }

    /// The positions around an article's among those of a term.
    private func neighbours(of position: Int, in positions: [Int]) -> ArraySlice<Int> {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle] < position { low = middle + 1 } else { high = middle }
        }
        return positions[max(0, low - neighbourCount)..<min(positions.count, low + neighbourCount + 1)]
    }
}
