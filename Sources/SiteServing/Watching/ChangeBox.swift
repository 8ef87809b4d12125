internal import Synchronization

/// Where the watcher leaves what changed, and the preview takes it: what comes while an update is made waits for the next.
final class ChangeBox: Sendable {
    private struct State {
        var paths: Set<String> = []
        /// Whether anything may have changed.
        var isAny = false
        var isFull = false
    }

    private let state = Mutex(State())
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    init() { (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Adds changes; nil stands for any.
    func add(_ paths: Set<String>?) {
        state.withLock {
            if let paths { $0.paths.formUnion(paths) } else { $0.isAny = true }
            $0.isFull = true
        }
        signal.yield()
    }

    func finish() { signal.finish() }

    /// Waits for changes and takes them, until `finish`.
    func next() async -> Changes? {
        for await _ in signals {
            let taken: Changes? = state.withLock { state in
                guard state.isFull else { return nil }
                defer { state = State() }
                return Changes(paths: state.isAny ? nil : state.paths)
            }
            if let taken { return taken }
        }
        return nil
    }

    struct Changes: Sendable {
        /// Nil stands for any.
        var paths: Set<String>?
    }
}
