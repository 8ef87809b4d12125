internal import SiteModel

/// What earlier checks found out, in `.martlet/links`: a line a link, with the second in which it was asked for. Links that work are
/// taken for a week, dead ones for a day; who did not answer is asked again. Deleting it, or one that is damaged, costs time alone.
struct KnownLinks {
    private(set) var verdicts: [String: (verdict: LinkVerdict, second: Int)] = [:]

    static let path = ".martlet/links"
    private static let mark = "martlet links 1"

    init() {}

    init(of root: String, now: Int) {
        guard let bytes = contents(of: root + "/" + Self.path, flags: noFollow) else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.mark[...] else { return }
        for line in lines.dropFirst() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let second = Int(parts[1]), let verdict = LinkVerdict(parts[2], parts[3]) else { continue }
            // One of the future comes from another clock.
            if (0..<verdict.lifetime).contains(now - second) { verdicts[parts[0]] = (verdict, second) }
        }
    }

    mutating func add(_ found: [String: LinkVerdict], at second: Int) {
        for (url, verdict) in found where verdict.lifetime > 0 { verdicts[url] = (verdict, second) }
    }

    func keep(at root: String) {
        let lines = verdicts.sorted { $0.key < $1.key }.map { url, known in
            "\(url)\t\(known.second)\t\(known.verdict.word)\t\(known.verdict.detail)\n"
        }
        SitePipeline.keep(Array((Self.mark + "\n" + lines.joined()).utf8), at: Self.path, below: root)
    }
}

extension LinkVerdict {
    fileprivate init?(_ word: String, _ detail: String) {
        switch word {
        case "works": self = .works
        case "moved": self = .moved(to: detail)
        case "dead": self = .dead(detail)
        default: return nil
        }
    }

    fileprivate var word: String {
        switch self {
        case .works: "works"
        case .moved: "moved"
        case .dead: "dead"
        case .unanswered: "unanswered"
        }
    }

    fileprivate var detail: String {
        switch self {
        case .works: ""
        case .moved(let text), .dead(let text), .unanswered(let text): text
        }
    }

    /// In seconds.
    fileprivate var lifetime: Int {
        switch self {
        case .works, .moved: 7 * 86_400
        case .dead: 86_400
        case .unanswered: 0
        }
    }
}
