internal import NIOHTTP1

/// Why a request is not answered; nil for one that is. What reaches this port may come from a page of another site, by a name that
/// leads here (DNS rebinding), so the name has to be that of this machine.
func refusal(of head: HTTPRequestHead, _ limits: Limits, port: Int?) -> PreviewResponse? {
    let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    if head.uri.utf8.count > limits.address { return .text(414, "The address is too long.") }
    if size > limits.headers { return .text(431, "The headers are too long.") }
    let hosts = head.headers["Host"]
    guard hosts.count == 1, let host = hosts.first else { return .text(400, "A request names one host.") }
    guard let port, isOwn(host.lowercased(), port) else { return .text(421, "This server answers to 127.0.0.1 and localhost.") }
    guard head.method == .GET || head.method == .HEAD else { return .text(405, "Pages are read here.", [("Allow", "GET, HEAD")]) }
    return nil
}

private func isOwn(_ host: String, _ port: Int) -> Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
}
