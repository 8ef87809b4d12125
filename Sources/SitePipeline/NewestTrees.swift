internal import SiteModel
internal import SiteRendering
internal import Synchronization

/// The trees of the articles that most likely stand whole in the feed of the site, the newest, so that they need not be parsed again
/// once all are known. Takes them from any thread; what it lacks costs time and nothing else.
final class NewestTrees: Sendable {
    private let limit: Int
    private let now: Instant
    private let entries = Mutex<[Entry]>([])

    private struct Entry: Sendable {
        var date: Instant
        var position: Int
        var trees: [Markup]
    }

    /// Articles of a later date than `now` are not shown.
    init(for feeds: FeedOptions, before now: Instant) {
        limit = feeds.content == .full ? feeds.length : 0
        self.now = now
    }

    /// Keeps the trees of a source if it is an article and none of the newest so far is older.
    func add(_ document: Document, at position: Int) {
        guard limit > 0, document.role == .article else { return }
        let fields = document.fields
        guard !fields.isDraft, let date = fields.date?.value, date <= now else { return }
        entries.withLock { entries in
            if entries.count == limit {
                guard let oldest = entries.last, oldest.date < date else { return }
                entries.removeLast()
            }
            let place = entries.firstIndex { $0.date < date } ?? entries.count
            entries.insert(Entry(date: date, position: position, trees: document.texts), at: place)
        }
    }

    /// Gives the trees of sources that are wanted; gives back, in their order, those that it does not have.
    func hand(to texts: inout SiteTexts, of wanted: Set<Int>) -> [Int] {
        let kept = entries.withLock { $0.filter { wanted.contains($0.position) } }
        for entry in kept { texts.keepTrees(entry.trees, at: entry.position) }
        return wanted.subtracting(kept.map(\.position)).sorted()
    }
}
