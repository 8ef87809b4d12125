/// For which servers the site brings its headers and redirects along, and what those say.
package struct HostingOptions: Sendable, Equatable {
    /// In the order of their cases.
    package var servers: [Server] = [.cloudflare]
    package var strictTransport: StrictTransport?

    package enum Server: String, Sendable, CaseIterable {
        case cloudflare, netlify, nginx, caddy

        /// What is written for it, in the output folder. The servers that are set up by hand find theirs in a hidden folder.
        package var files: [String] {
            switch self {
            case .cloudflare, .netlify: ["_headers", "_redirects"]
            case .nginx: [".hosting/nginx.conf"]
            case .caddy: [".hosting/Caddyfile"]
            }
        }
    }

    /// How far the promise to be there under https reaches; browsers do not forget it for two years.
    package enum StrictTransport: String, Sendable, CaseIterable {
        /// This host alone.
        case host
        /// And every host below it.
        case subdomains
        /// And browsers may know it before the first visit (hstspreload.org).
        case preload
    }

    package init() {}

    /// What stands beside the pages, where readers could ask for it.
    package var filesAmongPages: [String] { Set(servers.flatMap(\.files).filter { !$0.hasPrefix(".") }).sorted() }
}
