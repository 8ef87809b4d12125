import SiteModel

/// What belongs into the `server` block of nginx, so that it serves the site as other servers do.
///
/// An `add_header` in a `location` of nginx drops those of the block around it. So all of them stand in the block itself, where
/// every location inherits them, and what differs is a variable.
func nginxConfiguration(_ headers: SiteHeaders, _ redirects: [Redirect], _ config: SiteConfig) -> String {
    let base = config.baseURL.path
    let parts = [
        opening(base), headerLines(headers),
        ["location \(quoted(base + "assets/")) { set $martlet_caching \(quoted(headers.assetCaching)); }"]
            + headers.types.map { "location \($0.place.match(base)) { types { } default_type \(quoted($0.type)); }" },
        [
            "# What is not for readers: hidden files, and files for servers.",
            "location ~ \"/\\.(?!well-known(/|$))\" { return 404; }",
        ]
            + config.hosting.filesAmongPages.map { "location = \(quoted(base + $0)) { return 404; }" },
        redirects.map { "location = \(quoted($0.path)) { return 301 \(quoted($0.target.withoutDollar)); }" },
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
}

private func opening(_ base: String) -> [String] {
    let missing = quoted(base + "404.html")
    return [
        "# Made by Martlet. Include this file in the server block of the site:",
        "#     root /srv/www/example; include /srv/www/example\(base).hosting/nginx.conf;",
        "# A location of your own that has an 'add_header' loses all of these.",
        "index index.html;", "charset utf-8;",
        "charset_types text/css text/plain text/xml application/javascript application/json;", "absolute_redirect off;",
        "error_page 404 \(missing);", "error_page 403 =404 \(missing);",
    ]
}

private func headerLines(_ headers: SiteHeaders) -> [String] {
    ["set $martlet_caching \(quoted(headers.caching));", "add_header Cache-Control $martlet_caching;"]
        + headers.general.map { "add_header \($0.name) \(quoted($0.value)) always;" }
}

private func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
        if character == "\"" || character == "\\" { result.append("\\") }
        result.append(character)
    }
    return result + "\""
}

extension String {
    /// nginx would put a variable in its place.
    fileprivate var withoutDollar: String { map { $0 == "$" ? "%24" : String($0) }.joined() }
}

extension TypedFile.Place {
    fileprivate func match(_ base: String) -> String {
        let start = base.map { $0 == "." ? "\\." : String($0) }.joined()
        return switch self {
        case .root(let name): "= \(quoted(base + name))"
        case .sections(let name): "~ \"^\(start)[^/]+/\(name.split(separator: ".").joined(separator: "\\."))$\""
        case .numbered(let name, let end): "~ \"^\(start)\(name)[0-9]+\\\(end)$\""
        }
    }
}
