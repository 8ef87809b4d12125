internal import NIOCore
internal import Synchronization

/// The connections that are open.
final class Connections: Sendable {
    private struct Entry {
        let channel: any Channel
        /// Since when it says nothing; nil while it is answered.
        var silentSince: ContinuousClock.Instant?
    }

    private let limit: Int
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    init(limit: Int) { self.limit = limit }

    /// Adds a connection; the one that has been silent for longest makes room where there are too many.
    func add(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let surplus = entries.withLock { entries -> (any Channel)? in
            let surplus = entries.count < limit ? nil : entries.filter { $0.value.silentSince != nil }.min(by: isOlder)
            if let surplus { entries[surplus.key] = nil }
            entries[id] = Entry(channel: channel, silentSince: ContinuousClock.now)
            return surplus?.value.channel
        }
        surplus?.close(promise: nil)
        channel.closeFuture.whenComplete { _ in self.entries.withLock { $0[id] = nil } }
    }

    /// Notes whether a connection is being answered.
    func set(_ channel: any Channel, isBusy: Bool) {
        entries.withLock { $0[ObjectIdentifier(channel)]?.silentSince = isBusy ? nil : ContinuousClock.now }
    }

    private func isOlder(_ left: (key: ObjectIdentifier, value: Entry), _ right: (key: ObjectIdentifier, value: Entry)) -> Bool {
        guard let left = left.value.silentSince, let right = right.value.silentSince else { return false }
        return left < right
    }
}
