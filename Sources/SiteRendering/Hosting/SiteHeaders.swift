import SiteModel

/// The headers of a site's responses: one model, which each server's file is written from.
struct SiteHeaders {
    /// For every response.
    let general: [Header]
    /// For what keeps its address when it changes: pages, feeds, pictures.
    let caching = "public, max-age=0, must-revalidate"
    /// For the theme's files, whose names change with them.
    let assetCaching = "public, max-age=31536000, immutable"
    let types: [TypedFile]

    struct Header {
        let name: String
        let value: String
    }

    init(_ site: Site, sitemaps: Int) {
        let config = site.config
        let isSecure = config.baseURL.isSecure
        var general = [
            Header(name: "Content-Security-Policy", value: contentSecurityPolicy(RemoteSources(site), isSecure: isSecure)),
            Header(name: "X-Content-Type-Options", value: "nosniff"),
            Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
            Header(name: "Permissions-Policy", value: permissions),
            Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
        ]
        if isSecure, let strict = config.hosting.strictTransport {
            general.append(Header(name: "Strict-Transport-Security", value: strict.value))
        }
        if config.marksSharedLinks { general.append(Header(name: "No-Vary-Search", value: ignoredParameters)) }
        self.general = general
        types = typedFiles(site, sitemaps: sitemaps)
    }
}

/// Files whose kind servers do not know by their names.
struct TypedFile {
    let place: Place
    /// The media type with its character set.
    let type: String

    enum Place {
        case root(String)
        /// A file of that name in the folder of each section.
        case sections(String)
        /// `sitemap-1.xml`, `sitemap-2.xml` …
        case numbered(String, String)
    }
}

private func typedFiles(_ site: Site, sitemaps: Int) -> [TypedFile] {
    var files: [TypedFile] = []
    for (name, type) in [("feed.xml", FeedFormat.atom.type), ("feed.json", FeedFormat.json.type)] {
        let type = type + "; charset=utf-8"
        if site.feeds.contains(where: { $0.section == nil }) { files.append(TypedFile(place: .root(name), type: type)) }
        if site.feeds.contains(where: { $0.section != nil }) { files.append(TypedFile(place: .sections(name), type: type)) }
    }
    let xml = "application/xml; charset=utf-8"
    files.append(TypedFile(place: .root("sitemap.xml"), type: xml))
    if sitemaps > 1 { files.append(TypedFile(place: .numbered("sitemap-", ".xml"), type: xml)) }
    if site.config.manifest != nil {
        files.append(TypedFile(place: .root("site.webmanifest"), type: "application/manifest+json; charset=utf-8"))
    }
    return files
}

/// What pages may ask a device for: its share menu and its clipboard, for the links below articles, and nothing else.
private let permissions =
    ["accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"]
    .map { $0 + "=()" }.joined(separator: ", ") + ", web-share=(self), clipboard-write=(self)"

/// Parameters that say where a reader came from. Caches may take the same page for all of them.
private let ignoredParameters =
    "params=("
    + ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term", "fbclid", "gclid"]
    .map { "\"\($0)\"" }.joined(separator: " ") + ")"

extension BaseURL {
    var isSecure: Bool { origin.hasPrefix("https:") }
}

extension HostingOptions.StrictTransport {
    fileprivate var value: String {
        switch self {
        case .host: "max-age=63072000"
        case .subdomains: "max-age=63072000; includeSubDomains"
        case .preload: "max-age=63072000; includeSubDomains; preload"
        }
    }
}
