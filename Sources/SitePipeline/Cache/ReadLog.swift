internal import SiteModel
internal import Synchronization

/// Notes what a build reads: the digest of each file, as it was read. From any thread.
package final class ReadLog: Sendable {
    private let digests = Mutex<[String: Digest]>([:])

    package init() {}

    func note(_ path: String, _ digest: Digest) { digests.withLock { $0[path] = digest } }

    var all: [String: Digest] { digests.withLock { $0 } }
}
