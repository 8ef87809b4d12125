internal import SiteModel
internal import SitePipeline
internal import Synchronization

/// What the preview shows at one moment: the last update, under a name by which open pages know whether they have it.
final class Shown: Sendable {
    let update: LiveUpdate
    let version: String
    private let counts: MessageCounts
    private let knownRules = Mutex<ServedRules?>(nil)

    /// What was shown before lends its rules, and the number of its messages, where only words have changed since.
    init(_ update: LiveUpdate, version: String, after earlier: Shown? = nil) {
        self.update = update
        self.version = version
        if update.isOfWords, let earlier {
            counts = earlier.counts
            let rules = earlier.knownRules.withLock { $0 }
            knownRules.withLock { $0 = rules }
        } else {
            counts = MessageCounts(update.diagnostics)
        }
    }

    /// The rules of the site that is shown; made when the first page is asked for, so that an update waits for nothing.
    func rules(of site: ServedSite) -> ServedRules {
        knownRules.withLock { known in
            if let known { return known }
            let rules = ServedRules(site)
            known = rules
            return rules
        }
    }

    /// What open pages are told of it, as JSON.
    var news: String {
        "{\"version\":\"\(version)\",\"errors\":\(counts[.error]),\"warnings\":\(counts[.warning])}"
    }
}
