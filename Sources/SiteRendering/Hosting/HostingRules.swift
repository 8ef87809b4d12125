package import SiteModel

/// What servers are told of a site, for one that answers by itself: which headers a file has, which address leads elsewhere, what
/// is not for readers.
package struct HostingRules: Sendable {
    private let general: [(name: String, value: String)]
    private let caching: String
    private let assetCaching: String
    private let types: [TypedFile]
    /// Former addresses and where they lead, both with the base path; the former without percent-encoding.
    private let redirects: [String: String]
    private let filesAmongPages: Set<String>

    package init(_ site: Site) {
        let headers = SiteHeaders(site, sitemaps: 2)
        general = headers.general.map { ($0.name, $0.value) }
        caching = headers.caching
        assetCaching = headers.assetCaching
        types = headers.types
        redirects = Dictionary(Redirect.all(of: site).map { ($0.path, $0.target) }) { first, _ in first }
        filesAmongPages = Set(site.config.hosting.filesAmongPages)
    }

    /// The headers of the file at a place in the output folder. Its type is among them where its name does not tell.
    package func headers(ofFile path: String) -> [(name: String, value: String)] {
        var headers = general
        headers.append(("Cache-Control", path.hasPrefix("assets/") ? assetCaching : caching))
        if let type = types.first(where: { $0.place.holds(path) })?.type { headers.append(("Content-Type", type)) }
        return headers
    }

    /// Where a former address leads.
    package func target(of address: String) -> String? { redirects[address] }

    /// Whether a file is for servers and not for readers: hidden ones, and those that tell of headers and redirects.
    package func isHidden(_ path: String) -> Bool {
        filesAmongPages.contains(path) || pathParts(path).contains { $0.hasPrefix(".") && $0 != ".well-known" }
    }
}

extension TypedFile.Place {
    fileprivate func holds(_ path: String) -> Bool {
        switch self {
        case .root(let name): path == name
        case .sections(let name):
            path.hasSuffix("/" + name) && !path.dropLast(name.utf8.count + 1).contains("/")
        case .numbered(let start, let end): path.hasPrefix(start) && path.hasSuffix(end)
        }
    }
}
