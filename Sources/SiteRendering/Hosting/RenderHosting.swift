import SiteModel

/// The files that servers read: the headers of the site and its redirects, in the form of each server that the site names.
func renderHosting(of site: Site, sitemaps: Int) -> [RenderedFile] {
    let servers = site.config.hosting.servers
    let headers = SiteHeaders(site, sitemaps: sitemaps)
    let redirects = Redirect.all(of: site)
    var files: [(String, String)] = []
    if servers.contains(.cloudflare) || servers.contains(.netlify) {
        files.append(("_headers", headersFile(headers, site)))
        if !redirects.isEmpty {
            files.append(("_redirects", redirectsFile(redirects, isForced: !servers.contains(.cloudflare))))
        }
    }
    if servers.contains(.nginx) {
        files.append((".hosting/nginx.conf", nginxConfiguration(headers, redirects, site.config)))
    }
    if servers.contains(.caddy) { files.append((".hosting/Caddyfile", caddyfile(headers, redirects, site.config))) }
    return files.map { RenderedFile(path: $0.0, content: .bytes(Array($0.1.utf8))) }
}

/// A former address and where it leads, both below the base path.
struct Redirect {
    /// As it was written, without percent-encoding.
    let path: String
    let encodedPath: String
    let target: String

    /// By address. The page of one without a slash at its end stands in a folder, so servers know it under both forms.
    static func all(of site: Site) -> [Redirect] {
        let baseURL = site.config.baseURL
        return site.aliases.sorted { $0.permalink < $1.permalink }.flatMap { alias in
            let folder = Permalink(alias.permalink.path + "/")
            let forms = alias.outputPath == folder.outputPath ? [alias.permalink, folder] : [alias.permalink]
            return forms.map {
                Redirect(
                    path: baseURL.path + $0.path.dropFirst(), encodedPath: baseURL.href($0), target: baseURL.href(alias.target))
            }
        }
    }
}
