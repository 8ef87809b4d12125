internal import Dispatch
internal import Synchronization

/// The thread of a watcher.
final class WatchThread: Sendable {
    private let isStopped = Atomic(false)

    /// Begins to watch. The first that `changes` gets, once all that is there is noted, is that anything may have changed.
    init(root: String, changes: ChangeBox, pace: Watcher.Pace, usesEvents: Bool) {
        DispatchQueue(label: "martlet.watch", qos: .userInitiated).async { [self] in
            var watcher = Watcher(root: root, changes: changes, pace: pace, usesEvents: usesEvents)
            watcher.begin()
            changes.add(nil)
            watcher.run(until: isStopped)
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }
}
