import SiteModel

/// What belongs into a site of Caddy, so that it serves the site as other servers do.
func caddyfile(_ headers: SiteHeaders, _ redirects: [Redirect], _ config: SiteConfig) -> String {
    let base = config.baseURL.path
    let general = headers.general.map { "\t\($0.name) \(quoted($0.value))" }
    let parts = [
        [
            "# Made by Martlet. Import this file into the site:", "#     root * /srv/www/example",
            "#     import /srv/www/example\(base).hosting/Caddyfile",
        ],
        ["header {"] + general + ["}"],
        [
            "@assets path \(base)assets/*", "header @assets Cache-Control \(quoted(headers.assetCaching))",
            "@others not path \(base)assets/*", "header @others Cache-Control \(quoted(headers.caching))",
        ] + headers.types.map { "header \(base)\($0.place.glob) Content-Type \(quoted($0.type))" },
        redirectLines(redirects.filter { !$0.path.contains("{") && !$0.path.contains("`") }),
        ["file_server {", "\thide " + (hidden + config.hosting.filesAmongPages).joined(separator: " "), "}"],
        errorLines(base, ["\tCache-Control \(quoted(headers.caching))"] + general),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
}

/// Files of the output folder that are not for readers.
private let hidden = [".hosting", ".martlet-files"]

private func errorLines(_ base: String, _ headers: [String]) -> [String] {
    ["handle_errors {", "\theader {"] + headers.map { "\t" + $0 }
        + [
            "\t}", "\t@missing expression `{err.status_code} in [403, 404]`", "\thandle @missing {",
            "\t\trewrite * \(base)404.html",
            "\t\tfile_server {", "\t\t\tstatus 404", "\t\t}", "\t}", "}",
        ]
}

private func redirectLines(_ redirects: [Redirect]) -> [String] {
    guard !redirects.isEmpty else { return [] }
    return ["map {path} {martlet_target} {"]
        + redirects.map { "\t\(quoted($0.path)) \(quoted($0.target))" }
        + ["\tdefault \"\"", "}", "@former expression `{martlet_target} != \"\"`", "redir @former {martlet_target} 301"]
}

private func quoted(_ text: String) -> String { "`" + text + "`" }

extension TypedFile.Place {
    fileprivate var glob: String {
        switch self {
        case .root(let name): name
        case .sections(let name): "*/" + name
        case .numbered(let start, let end): start + "*" + end
        }
    }
}
