/// What a browser asks of the preview, after the server has looked at it: `GET` or `HEAD`, from a page of this machine.
package struct PreviewRequest: Sendable {
    /// What stands behind the host, up to the query: `/articles/a%20b/`.
    package var target: String
    /// What stands behind `?`; empty where there is none.
    package var query: String
    /// The entity tags that the browser has (`If-None-Match`).
    package var knownTags: String?

    package init(_ address: String, knownTags: String? = nil) {
        let mark = address.firstIndex(of: "?") ?? address.endIndex
        target = String(address[..<mark])
        query = String(address[mark...].dropFirst())
        self.knownTags = knownTags
    }
}

/// What the preview answers.
package struct PreviewResponse: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A short text, for what has no page.
    static func text(_ status: Int, _ text: String, _ headers: [(name: String, value: String)] = []) -> PreviewResponse {
        let own = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
        return PreviewResponse(status: status, headers: own + headers, body: Array((text + "\n").utf8))
    }

    /// A page of the preview's own, which is no page of the site.
    package static func page(_ status: Int, html: String) -> PreviewResponse {
        let headers = [
            ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"), ("Content-Security-Policy", ownPolicy),
        ]
        return PreviewResponse(status: status, headers: headers, body: Array(html.utf8))
    }

    /// For the preview's own pages: its own scripts and styles, pictures of the site.
    private static let ownPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append((name, value))
    }
}
