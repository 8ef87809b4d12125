import SiteModel

/// Every article with the day of its next review, the most pressing first: overdue, due, then those without a day.
func reviewTable(_ site: Site, on today: Day) -> Table {
    let reviews = site.pages.compactMap { page -> Review? in
        guard case .article(let article) = page.content, let path = page.source else { return nil }
        return Review(path: path, article: article, today: today)
    }
    return Table(
        header: ["next review", "state", "last review", "source", "reviewed by"],
        rows: reviews.sorted { ($0.rank, $0.path) < ($1.rank, $1.path) }.map(\.row))
}

/// When an article is to be reviewed again.
private struct Review {
    let path: String
    let article: Box<Article>
    let today: Day

    private var daysLeft: Int? { article.value.nextReview.map { $0.daysSince1970 - today.daysSince1970 } }

    /// The fewer the more pressing; an article that was never reviewed comes last.
    var rank: Int { daysLeft ?? (article.value.lastReviewed == nil ? Int.max : Int.max - 1) }

    var row: [Table.Cell] {
        [
            cell(article.value.nextReview), .text(state), cell(article.value.lastReviewed), .text(path),
            .list(article.value.reviewers.map(\.fullName)),
        ]
    }

    private func cell(_ day: Day?) -> Table.Cell { day.map { .text($0.description) } ?? .missing }

    private var state: String {
        guard let daysLeft else { return article.value.lastReviewed == nil ? "never reviewed" : "no next review" }
        if daysLeft == 0 { return "due today" }
        return daysLeft < 0 ? "overdue by \(days(-daysLeft))" : "due in \(days(daysLeft))"
    }

    private func days(_ count: Int) -> String { counted(count, "day") }
}
