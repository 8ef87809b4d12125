/// The policy of every page: the site's own scripts, styles, fonts and files, no inline code, no frames, and pictures of those
/// other sites that texts show pictures of.
func contentSecurityPolicy(_ remote: RemoteSources, isSecure: Bool) -> String {
    let exact = policy(images: remote.images.sorted(), media: remote.media.sorted(), isSecure)
    // Cloudflare takes lines of up to 2,000 characters, the header's name and its indent among them.
    guard exact.utf8.count > longestValue else { return exact }
    let anyHost = isSecure ? ["https:"] : ["http:", "https:"]
    return policy(images: remote.images.isEmpty ? [] : anyHost, media: remote.media.isEmpty ? [] : anyHost, isSecure)
}

private let longestValue = 1_960

private func policy(images: [String], media: [String], _ isSecure: Bool) -> String {
    var directives = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", (["img-src 'self' data:"] + images).joined(separator: " "),
        "font-src 'self'", "connect-src 'self'", (["media-src 'self'"] + media).joined(separator: " "), "manifest-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ]
    // A preview without https would ask for all its files in vain.
    if isSecure { directives.append("upgrade-insecure-requests") }
    return directives.joined(separator: "; ")
}
