internal import SiteModel
internal import SitePipeline
internal import SiteServing
internal import Synchronization

/// What a preview says on the terminal: what changed and how long it took, and messages when they are others than before.
final class PreviewLog: Sendable {
    private let site: SiteOptions
    private let said = Mutex<[Diagnostic]?>(nil)

    init(site: SiteOptions) { self.site = site }

    func add(_ news: PreviewNews) {
        let messages = news.update.diagnostics
        let isNew =
            !news.update.isOfWords
            && said.withLock { said in
                let sorted = messages.sorted
                defer { said = sorted }
                return said != sorted
            }
        if isNew { site.report(messages) }
        if !site.quiet { Terminal.message(line(news)) }
    }

    private func line(_ news: PreviewNews) -> String {
        let counts = states(news.update.prepared.states)
        let what =
            switch (news.changed?.sorted(), news.update.isRefused) {
            case (_, true): "\(refusedLine(news.update)); the last site without errors is shown"
            case (let paths?, _) where paths.isEmpty: "a date is reached: \(counts)"
            case (let paths?, _): paths.count == 1 ? "\(paths[0])" : "\(paths[0]) and \(counted(paths.count - 1, "other"))"
            case (nil, _): counts
            }
        return "\(what); \(milliseconds(news.duration)) ms\n"
    }

    private func refusedLine(_ update: LiveUpdate) -> String {
        let counts = MessageCounts(update.diagnostics)
        return "\(counts.text(.error)), \(counts.text(.warning))"
    }
}
