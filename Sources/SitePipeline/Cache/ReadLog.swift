internal import SiteModel
internal import Synchronization

/// Notes what a build reads: the digest of each file, as it was read. From any thread.
package final class ReadLog: Sendable {
    private let state = Mutex(State())

    private struct State {
        var digests: [String: Digest] = [:]
        var isConsistent = true
    }

    /// `count` is how many files there may be.
    package init(expecting count: Int = 0) { state.withLock { $0.digests.reserveCapacity(count) } }

    func note(_ path: String, _ digest: Digest) {
        state.withLock { state in
            if let earlier = state.digests.updateValue(digest, forKey: path), earlier != digest { state.isConsistent = false }
        }
    }

    var all: [String: Digest] { state.withLock { $0.digests } }

    /// Not where a file changed between two readings of it: then the site is made of both.
    var isConsistent: Bool { state.withLock { $0.isConsistent } }
}
