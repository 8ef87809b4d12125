internal import NIOPosix
internal import SiteModel
package import SitePipeline
internal import Synchronization

/// The site that is previewed: what is shown of it, and who is told when that changes.
final class Preview: Sendable {
    let answerer: Answerer
    private let live: LiveSite
    private let now: @Sendable () -> Instant
    private let report: @Sendable (PreviewNews) -> Void
    private let state: Mutex<State>
    private let answers = NIOThreadPool(numberOfThreads: 8)

    private struct State {
        var shown: Shown
        var count = 0
        var listeners: [Int: @Sendable (String) -> Void] = [:]
        var nextListener = 0
    }

    init(_ options: PreviewOptions) async {
        answers.start()
        answerer = Answerer(folders: options.folders, editor: options.editor) { options.publishing }
        live = LiveSite(options.build, root: options.folders.source)
        now = options.now
        report = options.report
        let clock = ContinuousClock()
        let start = clock.now
        let update = await live.update(changed: nil, now: now())
        state = Mutex(State(shown: Shown(update, version: versionName(0))))
        report(PreviewNews(update: update, changed: nil, duration: clock.now - start))
    }

    /// Brings the site up to date and tells the open pages.
    func update(_ changed: Set<String>?) async {
        let clock = ContinuousClock()
        let start = clock.now
        let update = await live.update(changed: changed, now: now())
        let (news, listeners) = state.withLock { state in
            state.count += 1
            state.shown = Shown(update, version: versionName(state.count), after: state.shown)
            return (state.shown.news, Array(state.listeners.values))
        }
        for tell in listeners { tell(news) }
        report(PreviewNews(update: update, changed: changed, duration: clock.now - start))
    }

    /// Whether dates of the site are reached since it was brought up to date.
    var isOutdated: Bool {
        let update = state.withLock { $0.shown.update }
        return !update.prepared.moments.contains(now().seconds)
    }

    /// Answers a request, on threads of its own: those of builds may all be busy.
    func answer(_ request: PreviewRequest, _ take: @escaping @Sendable (PreviewResponse) -> Void) {
        answers.submit { [self] _ in
            let shown = shown
            guard let later = answerer.later(request, shown) else { return take(answerer.answer(request, shown)) }
            Task(priority: .high) { take(await later()) }
        }
    }

    var shown: Shown { state.withLock { $0.shown } }

    /// Tells a page what is shown, now and whenever that changes, until it is dropped by the number that it gets.
    func listen(_ tell: @escaping @Sendable (String) -> Void) -> Int {
        let (number, news) = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = tell
            return (state.nextListener, state.shown.news)
        }
        tell(news)
        return number
    }

    func stop() async { try? await answers.shutdownGracefully() }

    func drop(_ listener: Int) { state.withLock { $0.listeners[listener] = nil } }
}

/// What one update of the preview gave, for whoever watches it from the terminal.
package struct PreviewNews: Sendable {
    package var update: LiveUpdate
    /// What had changed; nil at the start, and where anything may have.
    package var changed: Set<String>?
    package var duration: Duration
}
