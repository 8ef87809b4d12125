internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Watches the sources of a site on a thread of its own, and says what changed when it has been quiet for a moment.
///
/// The system's events come first where there are any (`EventSource`). Because they can be lost, the folders are also looked at in
/// turn, a few at a time, so that a change that no event told of is found within seconds.
struct Watcher {
    private var tree: SourceTree
    private var events: EventSource?
    private let changes: ChangeBox
    private let pace: Pace
    /// What changed, and whether it was there before.
    private var pending: [String: Bool] = [:]
    private var pendingIsAny = false
    /// When the first of what is pending was noticed, and when it is handed on if nothing more comes.
    private var since: ContinuousClock.Instant?
    private var due: ContinuousClock.Instant?
    private var round = Round()

    /// How long the watcher waits for what.
    struct Pace: Sendable {
        /// After a file that is complete.
        var settled = Duration.milliseconds(4)
        /// After one that is gone or being written: most programs save by putting another in its place.
        var unsettled = Duration.milliseconds(30)
        /// After the first change, whatever comes.
        var longest = Duration.milliseconds(250)
        /// Between two looks at all folders, where events tell of changes.
        var rescan = Duration.seconds(3)
        /// And where nothing does.
        var polling = Duration.milliseconds(300)
    }

    /// A look at all folders, in steps.
    private struct Round {
        var rest: [String] = []
        var next = ContinuousClock.now
        var began = ContinuousClock.now
    }

    init(root: String, changes: ChangeBox, pace: Pace, usesEvents: Bool) {
        tree = SourceTree(root: root)
        events = usesEvents ? EventSource(root: root) : nil
        self.changes = changes
        self.pace = pace
    }

    /// Takes note of what is there now; what changes from here on is told.
    mutating func begin() {
        lookAtAll()
        pending = [:]
        (since, due) = (nil, nil)
        round.next = ContinuousClock.now + rescanPause
    }

    /// Watches until `isStopped`.
    mutating func run(until isStopped: borrowing Atomic<Bool>) {
        while !isStopped.load(ordering: .relaxed) {
            wait()
            if let events { take(events.read()) }
            let now = ContinuousClock.now
            if let due, let since, now >= min(due, since + pace.longest) { handOn() }
            if now >= round.next { step() }
        }
        events?.close()
    }

    private var rescanPause: Duration { events == nil ? pace.polling : pace.rescan }

    private func wait() {
        let now = ContinuousClock.now
        var pause = min(Duration.milliseconds(200), round.next - now)
        if let due, let since { pause = min(pause, min(due, since + pace.longest) - now) }
        let milliseconds = max(0, Int32((pause / .milliseconds(1)).rounded(.up)))
        if let events { events.wait(milliseconds: milliseconds) } else { usleep(UInt32(milliseconds) * 1000) }
    }

    private mutating func handOn() {
        // A file that came and went is none: many programs save by way of one.
        let paths = Set(pending.filter { path, wasThere in wasThere || tree.isThere(path) }.keys)
        if pendingIsAny || !paths.isEmpty { changes.add(pendingIsAny ? nil : paths) }
        pending = [:]
        pendingIsAny = false
        (since, due) = (nil, nil)
    }

    /// Notes changes. `isSettled` says whether they are complete by themselves.
    private mutating func note(_ paths: Set<String>, isSettled: Bool, wasThere: (String) -> Bool) {
        guard !paths.isEmpty else { return }
        for path in paths {
            guard let index = pending.index(forKey: path) else {
                pending[path] = wasThere(path)
                continue
            }
            // To Swift, two ways to write the same letters are one path; to the system they are two files.
            if !pending[index].key.utf8.elementsEqual(path.utf8) { pendingIsAny = true }
        }
        let now = ContinuousClock.now
        since = since ?? now
        let pause = now + (isSettled ? pace.settled : pace.unsettled)
        due = due.map { isSettled ? pause : max($0, pause) } ?? pause
    }

    private mutating func take(_ news: [Event]) {
        for event in news {
            switch event {
            case .overflow:
                pendingIsAny = true
                note(Set(SourceTree.roots), isSettled: false) { _ in true }
                lookAtAll()
            case .entry(let entry):
                guard !SourceTree.isIgnored(entry.name, in: entry.folder) else { continue }
                let path = entry.folder.isEmpty ? entry.name : entry.folder + "/" + entry.name
                // Also where the file looks as it did: it may have changed twice within one tick of the file system's clock.
                let wasThere = tree.isKnown(entry.name, in: entry.folder)
                if !entry.isFolder { note([path], isSettled: entry.isSettled) { _ in wasThere } }
                var found = tree.look(at: entry.name, in: entry.folder, isAnother: entry.isFolder && entry.isOther)
                // It is noted already, with how complete it is.
                if !entry.isFolder { found.paths.remove(path) }
                take(found)
            }
        }
    }

    /// Notes what a look gave, and looks at folders that are new. Each is watched before it is looked at, so that nothing falls
    /// between.
    private mutating func take(_ found: SourceTree.Changes) {
        note(found.paths, isSettled: false) { !found.newPaths.contains($0) }
        for gone in found.goneFolders { events?.unwatch(gone) }
        for folder in found.newFolders { look(at: folder) }
    }

    private mutating func look(at folder: String) {
        if let events, !events.watch(folder) {
            // The system has no more watches to give.
            events.close()
            self.events = nil
        }
        take(tree.look(at: folder))
    }

    private mutating func lookAtAll() {
        for folder in [""] + tree.folders where folder.isEmpty || tree.isKnown(folder) { look(at: folder) }
    }

    /// A few more folders of the round.
    private mutating func step() {
        if round.rest.isEmpty {
            round.rest = [""] + tree.folders
            round.began = ContinuousClock.now
        }
        let until = ContinuousClock.now + .milliseconds(2)
        while let folder = round.rest.popLast() {
            if folder.isEmpty || tree.isKnown(folder) { look(at: folder) }
            if ContinuousClock.now >= until { break }
        }
        // A round takes a thirtieth of the time at most, whatever the size of the site.
        guard round.rest.isEmpty else { return }
        let now = ContinuousClock.now
        round.next = now + max(rescanPause, (now - round.began) * 30)
    }
}
