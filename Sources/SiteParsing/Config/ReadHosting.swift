import SiteModel

/// What `site.yml` says to servers and crawlers.
extension FieldReader {
    /// `hosting: {servers: [nginx], hsts: host}`
    mutating func hosting() -> HostingOptions {
        var options = HostingOptions()
        if let words = texts("servers") {
            let named = words.compactMap { server($0) }
            options.servers = HostingOptions.Server.allCases.filter(named.contains)
        }
        options.strictTransport = choice("hsts", of: HostingOptions.StrictTransport.self)
        finish("the hosting")
        return options
    }

    private mutating func server(_ word: Placed<String>) -> HostingOptions.Server? {
        if let server = HostingOptions.Server(rawValue: word.value) { return server }
        let known = HostingOptions.Server.allCases.map(\.rawValue)
        let near = nearName(to: word.value, among: known)
        diagnostics.add(
            .badValue, "'\(word.value)' is no server that Martlet writes files for", at: word.location,
            help: near?.question ?? "the servers are \(known.joined(separator: ", "))", fix: near?.fix(word))
        return nil
    }

    /// `robots: {disallow: [GPTBot]}`
    mutating func refusedCrawlers() -> [String] {
        var names: [String] = []
        for word in texts("disallow") ?? [] {
            guard isCrawler(word) else { continue }
            if !names.contains(where: { $0.lowercased() == word.value.lowercased() }) { names.append(word.value) }
        }
        finish("'robots'")
        return names
    }

    /// The name that a crawler compares with its own (RFC 9309 section 2.2.1), digits and dots included, which some have.
    private mutating func isCrawler(_ word: Placed<String>) -> Bool {
        if word.value.utf8.allSatisfy({ isAlphanumeric($0) || [0x2D, 0x2E, 0x5F].contains($0) }) { return true }
        diagnostics.add(
            .badValue, "'\(word.value)' is not the name of a crawler", at: word.location,
            help: word.value == "*"
                ? "'noindex: true' keeps a page out of search engines" : "write the name alone, such as 'GPTBot'")
        return false
    }
}
