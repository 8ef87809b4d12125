package import SiteModel

/// When an article is to be reviewed again, as `martlet list reviews` shows it.
package struct ReviewEntry: Sendable, Equatable {
    package var path: String
    package var title: String
    package var reviewers: [String]
    package var lastReviewed: Day?
    package var nextReview: Day?
    package var state: State

    package enum State: Sendable, Equatable {
        /// Due before the day of the list.
        case overdue(days: Int)
        case due(inDays: Int)
        /// Reviewed, but nobody said when it is to be reviewed again.
        case unplanned
        case never
    }
}

extension Site {
    /// Every article with its review, the most pressing first: overdue by day, then due by day, then those without a day.
    package func reviews(on today: Day) -> [ReviewEntry] {
        let entries = pages.compactMap { page -> ReviewEntry? in
            guard case .article(let article) = page.content, let path = page.source else { return nil }
            return ReviewEntry(
                path: path, title: page.title, reviewers: article.reviewers.map(\.fullName), lastReviewed: article.lastReviewed,
                nextReview: article.nextReview, state: state(of: article, on: today))
        }
        return entries.sorted {
            ($0.rank, $0.nextReview?.daysSince1970 ?? 0, $0.path) < ($1.rank, $1.nextReview?.daysSince1970 ?? 0, $1.path)
        }
    }

    private func state(of article: Article, on today: Day) -> ReviewEntry.State {
        if let next = article.nextReview {
            let days = next.daysSince1970 - today.daysSince1970
            return days < 0 ? .overdue(days: -days) : .due(inDays: days)
        }
        return article.lastReviewed == nil ? .never : .unplanned
    }
}

extension ReviewEntry {
    fileprivate var rank: Int {
        switch state {
        case .overdue: 0
        case .due: 1
        case .unplanned: 2
        case .never: 3
        }
    }
}
