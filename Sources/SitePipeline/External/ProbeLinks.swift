#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How links to other sites are checked.
package struct ExternalOptions: Sendable {
    /// How many sites are asked at once.
    package var concurrency = 8
    /// Between two requests to one site.
    package var pauseMilliseconds = 1000
    /// For one request.
    package var timeoutSeconds = 20
    /// The program that asks.
    package var program = "curl"
    /// Whether links into the own machine or network are followed; readers cannot.
    package var reachesOwnNetwork = false

    package init() {}
}

/// Asks for addresses, several sites at once and each site for one thing at a time. The result does not depend on the order.
struct LinkProber {
    private let options: ExternalOptions
    private var requests: CurlRequests
    /// Waiting, by host.
    private var waiting: [String: [LinkProbe]] = [:]
    private var busy: [WebRequest: [LinkProbe]] = [:]
    /// When a host may be asked again. The one place below the command line that looks at a clock, and only to wait.
    private var free: [String: Int] = [:]
    private var busyHosts: Set<String> = []
    private var verdicts: [String: LinkVerdict] = [:]

    init(_ options: ExternalOptions) {
        self.options = options
        requests = CurlRequests(program: options.program, timeout: options.timeoutSeconds)
    }

    mutating func verdicts(of urls: [String]) throws(PublishError) -> [String: LinkVerdict] {
        for url in urls { queue(LinkProbe(url)) }
        defer { requests.stop() }
        while !waiting.isEmpty || requests.count > 0 {
            try startWhatMay()
            for (request, answer) in requests.finished(within: waitingTime) { take(answer, of: request) }
        }
        return withoutDoubt(verdicts)
    }

    private mutating func queue(_ probe: LinkProbe) {
        let parts = WebAddress(url: probe.request.url)
        if parts.isPrivate, !options.reachesOwnNetwork {
            verdicts[probe.url] = .dead("it leads into a network of its own, which readers cannot reach")
        } else {
            waiting[parts.host, default: []].append(probe)
        }
    }

    private mutating func startWhatMay() throws(PublishError) {
        let now = milliseconds()
        for host in waiting.keys.sorted() where !busyHosts.contains(host) && free[host, default: 0] <= now {
            guard requests.count < options.concurrency, var queue = waiting[host], !queue.isEmpty else { continue }
            let probe = queue.removeFirst()
            waiting[host] = queue.isEmpty ? nil : queue
            try requests.start(probe.request)
            busy[probe.request, default: []].append(probe)
            busyHosts.insert(host)
        }
    }

    private mutating func take(_ answer: WebAnswer, of request: WebRequest) {
        let host = WebAddress(url: request.url).host
        busyHosts.remove(host)
        free[host] = milliseconds() + options.pauseMilliseconds
        for var probe in busy.removeValue(forKey: request) ?? [] {
            if let verdict = probe.take(answer) { verdicts[probe.url] = verdict } else { queue(probe) }
        }
    }

    /// Until a site may be asked again, where one could be.
    private var waitingTime: Int {
        guard requests.count < options.concurrency else { return 60_000 }
        let now = milliseconds()
        let next = waiting.keys.filter { !busyHosts.contains($0) }.map { free[$0, default: 0] - now }.min()
        return max(0, min(next ?? 60_000, 60_000))
    }

    /// Where no name is known at all, it is this machine that has no network.
    private func withoutDoubt(_ verdicts: [String: LinkVerdict]) -> [String: LinkVerdict] {
        let isConnected = verdicts.values.contains { $0 != .dead(LinkVerdict.noHost) }
        return isConnected ? verdicts : verdicts.mapValues { _ in .unanswered("no site can be reached from here") }
    }

    private func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
