internal import SiteModel
internal import SiteRendering

/// What a server promises of a site's files, from the one model of headers and redirects that `_headers` is written from.
package struct ServedRules: Sendable {
    private let rules: HostingRules
    /// Those that the site writes itself.
    private let own: OwnHeaders?
    private let base: String

    package init(_ site: ServedSite) {
        rules = HostingRules(site.site)
        base = site.site.config.baseURL.path
        let hasOwn = site.site.files.contains { $0.permalink.path == "/_headers" }
        own = hasOwn ? site.file(at: "_headers").value.map { OwnHeaders($0) } : nil
    }

    /// The headers of the file at a place in the output folder. Its type is among them where its name does not tell.
    package func headers(ofFile path: String) -> [(name: String, value: String)] {
        guard let own else { return rules.headers(ofFile: path) }
        let isIndex = path == "index.html" || path.hasSuffix("/index.html")
        return own.headers(of: base + (isIndex ? path.dropLast("index.html".count) : path[...]))
    }

    /// Where a former address leads; both with the base path, the former without percent-encoding.
    package func target(of address: String) -> String? { rules.target(of: address) }

    /// Whether a file is for servers and not for readers.
    package func isHidden(_ path: String) -> Bool { rules.isHidden(path) }
}

/// An entity tag for some bytes: others have another one.
package func entityTag(of bytes: [UInt8]) -> String {
    let digest = Digest(of: bytes)
    return "\"" + String(digest.high, radix: 36) + String(digest.low, radix: 36) + "\""
}
