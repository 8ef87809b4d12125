import SiteModel
import Synchronization

/// A clock that a test turns.
final class TestClock: Sendable {
    private let moment = Mutex(TestPreview.now)

    var now: Instant {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }
}
