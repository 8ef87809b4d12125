internal import SiteModel

/// What is known of a link to another site.
enum LinkVerdict: Hashable {
    case works
    /// The address that every lasting redirect leads to.
    case moved(to: String)
    /// Why it leads nowhere.
    case dead(String)
    /// Why nobody can tell.
    case unanswered(String)
}

/// One link on its way to a verdict: the address at hand, and how it came there.
struct LinkProbe {
    let url: String
    private(set) var request: WebRequest
    /// Where lasting redirects alone have led.
    private var lasting: String
    private var isLasting = true
    private var hops = 0

    init(_ url: String) {
        self.url = url
        lasting = url
        request = WebRequest(url: url, method: .head)
    }

    /// The verdict that an answer makes; nil where there is more to ask, which `request` then is.
    mutating func take(_ answer: WebAnswer) -> LinkVerdict? {
        guard let status = answer.status else { return verdict(ofFault: answer) }
        switch status {
        case 200..<300, 304, 416: return lasting == url ? .works : .moved(to: lasting)
        case 300..<400: return follow(answer, status)
        case 429: return .unanswered("it asks for fewer requests (429)")
        // Some servers answer no HEAD, or answer it as if there was no page.
        default:
            if request.method == .head {
                request.method = .get
                return nil
            }
            return status == 404 || status == 410 ? .dead("it answers \(status)") : .unanswered("it answers \(status)")
        }
    }

    private mutating func follow(_ answer: WebAnswer, _ status: Int) -> LinkVerdict? {
        guard let next = answer.next.map({ WebAddress(url: $0).page }), hops < 10 else {
            return .unanswered(hops < 10 ? "it answers \(status) and does not say where to go" : "it leads on for ever")
        }
        guard next != request.url || request.method == .head else { return .unanswered("it leads back to itself") }
        hops += 1
        isLasting = isLasting && (status == 301 || status == 308)
        if isLasting { lasting = next }
        request = WebRequest(url: next, method: .head)
        return nil
    }

    /// By curl's numbers.
    private func verdict(ofFault answer: WebAnswer) -> LinkVerdict {
        switch answer.code {
        case 6: .dead(LinkVerdict.noHost)
        case 7: .unanswered("nobody answers there")
        case 28: .unanswered("it does not answer in time")
        case 51, 60: .unanswered("its certificate is not valid")
        default: .unanswered(answer.fault.isEmpty ? "it does not answer" : answer.fault)
        }
    }
}

extension LinkVerdict {
    static let noHost = "there is no such site"
}

/// An address of the web, taken apart.
struct WebAddress {
    /// Without the fragment.
    let page: String
    /// In lower case, with its port.
    let host: String

    init(url: String) {
        page = String(decoding: url.utf8.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        let rest = page.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
        let authority = rest.count > 2 ? rest[2].prefix { !"/?".utf8.contains($0) } : page.utf8[...].prefix(0)
        let name = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] } ?? authority
        host = String(decoding: name, as: UTF8.self).lowercased()
    }

    /// A machine that readers elsewhere cannot reach: this one, or one in a network of one's own (RFC 1918, 3927, 4193).
    var isPrivate: Bool {
        let name = host.hasPrefix("[") ? host[...] : host.prefix { $0 != ":" }
        let numbers = name.split(separator: ".").map { Int($0) }
        if numbers.count == 4, let first = numbers[0], let second = numbers[1] {
            return first == 127 || first == 10 || first == 0 || (first == 192 && second == 168) || (first == 169 && second == 254)
                || (first == 172 && (16...31).contains(second))
        }
        // One number is an address too, to those that read addresses.
        if name.allSatisfy(\.isNumber) || name.hasPrefix("0x") { return true }
        return name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("[::1]") || name.hasPrefix("[f")
    }
}
