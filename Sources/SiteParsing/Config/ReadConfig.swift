package import SiteModel

/// Reads `content/site.yml`.
///
/// `zoneFile` gives the bytes of a named time zone's TZif file, or nil where the machine does not know the zone.
package func readConfig(_ bytes: [UInt8], path: String, zoneFile: (String) -> [UInt8]?) -> Outcome<SiteConfig> {
    var diagnostics = checkBytes(bytes, path: path)
    guard !diagnostics.hasErrors else { return Outcome(SiteConfig(), diagnostics) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let tree = diagnostics.collect(readYAML(bytes, in: start..<bytes.count, path: path))
    guard !diagnostics.hasErrors else { return Outcome(SiteConfig(), diagnostics) }
    guard var reader = FieldReader.reading(tree ?? .empty(at: 0), path: path, options: ParseOptions(), into: &diagnostics) else {
        return Outcome(SiteConfig(), diagnostics)
    }
    let config = reader.siteConfig(zoneFile: zoneFile)
    diagnostics.add(contentsOf: reader.diagnostics)
    return Outcome(config, diagnostics)
}

extension FieldReader {
    fileprivate mutating func siteConfig(zoneFile: (String) -> [UInt8]?) -> SiteConfig {
        var config = SiteConfig()
        config.title = text("title")?.value ?? ""
        config.baseURL = baseURL() ?? config.baseURL
        config.language = language("language")?.value ?? config.language
        config.timeZone = timeZone(zoneFile) ?? config.timeZone
        config.description = text("description")?.value
        config.theme = text("theme") ?? config.theme
        config.publisher = group("publisher") { $0.publisher() } ?? nil
        config.isMedical = bool("medical") ?? false
        config.disclaimer = text("disclaimer")?.value
        config.taxonomies = taxonomies() ?? config.taxonomies
        config.menu = groups("menu") { $0.menuEntry() }
        config.permalinks = permalinks()
        config.pageLength = int("paginate", in: 1...1000) ?? config.pageLength
        group("share") { $0.share(of: &config) }
        config.contacts = named("contact") { $1.contact($0.value).map { Shared($0) } }
        config.callsToAction = named("cta") { $1.callToAction($0.value).map { Shared($0) } }
        config.feeds = group("feeds") { $0.feedOptions() } ?? config.feeds
        config.icons = group("icons") { $0.icons() } ?? []
        config.themeColor = themeColor()
        config.manifest = manifest()
        config.refusedCrawlers = group("robots") { $0.refusedCrawlers() } ?? []
        config.hosting = group("hosting") { $0.hosting() } ?? config.hosting
        if let defaults = group("defaults", { $0.defaults() }) {
            (config.defaultCallToAction, config.defaultContact) = defaults
        }
        config.faqRendering = group("faq") { $0.faqRendering() } ?? config.faqRendering
        config.readingSpeed = group("readingSpeed") { $0.readingSpeed() } ?? config.readingSpeed
        config.markdown = group("markdown") { $0.markdownOptions() } ?? config.markdown
        config.loweredCodes = group("severity") { $0.loweredCodes() } ?? []
        for key in ["title", "baseURL"] { require(key, in: "the site's configuration") }
        finish("the site's configuration")
        return config
    }

    private mutating func baseURL() -> BaseURL? {
        guard let word = text("baseURL") else { return nil }
        let parts = word.value.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty, isHost(parts[2]),
            !word.value.contains(where: { $0 == "?" || $0 == "#" || $0 == " " })
        else {
            diagnostics.add(
                .badURL, "'\(word.value)' is not the address of a site", at: word.location,
                help: "write scheme, host and path: 'https://www.example.org/'")
            return nil
        }
        let path = parts.count > 3 ? "/" + parts[3] : "/"
        let whole = path.hasSuffix("/") ? path : path + "/"
        guard whole == "/" || isInnerPath(String(whole.dropFirst().dropLast())), whole.utf8.allSatisfy(isPathByte) else {
            diagnostics.add(
                .badURL, "'\(whole)' is not the path of a site", at: word.location,
                help: "write '/', or names of letters, digits and '-' between slashes")
            return nil
        }
        if parts[0] == "http:", !isLocal(parts[2]) {
            diagnostics.add(
                .insecureSite, "'\(word.value)' is an address that others can read along and change", at: word.location,
                help: "publish at 'https://\(parts[2])\(whole)'")
        }
        return BaseURL(origin: parts[0] + "//" + parts[2], path: whole)
    }

    /// This machine, or a name within a network of one's own, which has no dot.
    private func isLocal(_ host: Substring) -> Bool {
        let name = host.prefix { $0 != ":" }
        return host.hasPrefix("[::1]") || name.hasPrefix("127.") || name.hasSuffix(".localhost")
            || (!name.contains(".") && !host.hasPrefix("["))
    }

    private func isPathByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || [0x2F, 0x2D, 0x5F, 0x2E, 0x7E].contains(byte) }

    private func isHost(_ text: Substring) -> Bool {
        (text.utf8.first.map { isAlphanumeric($0) || $0 == 0x5B } ?? false)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x3A || $0 == 0x5B || $0 == 0x5D }
    }

    private mutating func timeZone(_ zoneFile: (String) -> [UInt8]?) -> TimeZoneRules? {
        guard let word = text("timeZone"), word.value != "UTC" else { return nil }
        let isName = word.value.utf8.allSatisfy { isAlphanumeric($0) || [0x2F, 0x5F, 0x2D, 0x2B].contains($0) }
        if isName, !word.value.hasPrefix("/"), let zone = zoneFile(word.value).flatMap(readTimeZone) { return zone }
        let near = zoneFile("tzdata.zi").map(zoneNames).flatMap { nearName(to: word.value, among: $0) }
        diagnostics.add(
            .unknownTimeZone, "'\(word.value)' is no time zone that this machine knows", at: word.location,
            help: near?.question ?? "write a name as 'Asia/Kolkata'; the names come with the system's 'tzdata'",
            fix: near?.fix(word))
        return nil
    }

    private mutating func publisher() -> Publisher? {
        let name = text("name")
        let url = url("url")?.value
        let logo = text("logo")
        let kind = choice("type", of: Publisher.Kind.self)
        let sameAs = urls("sameAs") ?? []
        let principles = self.url("principles")
        require("name", in: "the publisher")
        finish("the publisher")
        return name.map { name in
            var publisher = Publisher(name: name.value, url: url, logo: logo)
            publisher.kind = kind ?? publisher.kind
            publisher.sameAs = sameAs.map(\.value)
            publisher.principles = principles
            return publisher
        }
    }

    private mutating func taxonomies() -> [String]? {
        texts("taxonomies").map { words in
            words.compactMap { word in
                if reservedNames.contains(word.value) {
                    diagnostics.add(
                        .badValue, "'\(word.value)' is a key or a section of its own", at: word.location,
                        help: "choose another name")
                    return nil
                }
                if word.value == pathSlug(word.value) { return word.value }
                diagnostics.add(
                    .badValue, "'\(word.value)' is not the name of a taxonomy", at: word.location,
                    help: "use lower-case letters, digits and '-'")
                return nil
            }
        }
    }

    /// Names that a taxonomy would take from articles' front matter or from other pages.
    private var reservedNames: Set<String> {
        [
            "title", "id", "description", "date", "updated", "expires", "draft", "slug", "aliases", "authors", "toc", "faqs",
            "share",
            "cta",
            "contact", "image", "related", "references", "language", "noindex", "template", "extra", "allow", "people", "pages",
            "static", "assets", "page", "medical", "specialty", "audience", "disclaimer",
        ]
    }

    private mutating func menuEntry() -> MenuEntry? {
        let label = text("label")
        let url = url("url")
        for key in ["label", "url"] { require(key, in: "a menu entry") }
        finish("a menu entry")
        guard let label, let url else { return nil }
        return MenuEntry(label: label.value, url: url)
    }

    private mutating func defaults() -> (Placed<String>?, Placed<String>?) {
        let both = (text("cta"), text("contact"))
        finish("the defaults")
        return both
    }

    private mutating func faqRendering() -> FAQRendering {
        let rendering = choice("rendering", of: FAQRendering.self) ?? .accordion
        finish("'faq'")
        return rendering
    }

    private mutating func feedOptions() -> FeedOptions {
        var options = FeedOptions()
        options.length = int("items", in: 0...1000) ?? options.length
        options.content = choice("content", of: FeedOptions.Content.self) ?? options.content
        finish("the feeds")
        return options
    }

    private mutating func readingSpeed() -> ReadingSpeed {
        var speed = ReadingSpeed()
        speed.words = int("words", in: 50...1000) ?? speed.words
        speed.characters = int("cjk", in: 50...2000) ?? speed.characters
        finish("the reading speed")
        return speed
    }

    private mutating func markdownOptions() -> MarkdownOptions {
        var options = MarkdownOptions()
        options.smart = bool("smart") ?? options.smart
        options.alerts = bool("alerts") ?? options.alerts
        options.figures = bool("figures") ?? options.figures
        options.headingIDs = bool("headingIds") ?? options.headingIDs
        options.attributes = bool("attributes") ?? options.attributes
        options.containers = bool("containers") ?? options.containers
        options.html = choice("html", of: MarkdownOptions.RawHTMLRule.self) ?? options.html
        finish("the Markdown options")
        return options
    }

    /// `severity: {broken-link: warning}`, for the three reference errors that a site may lower.
    private mutating func loweredCodes() -> Set<DiagnosticCode> {
        var lowered: Set<DiagnosticCode> = []
        for code in [DiagnosticCode.brokenLink, .brokenAnchor, .missingImage] {
            guard let word = text(code.rawValue) else { continue }
            if word.value == "warning" {
                lowered.insert(code)
            } else if word.value != "error" {
                let near = nearName(to: word.value, among: ["warning", "error"])
                diagnostics.add(
                    .badValue, "'\(word.value)' is not a severity", at: word.location,
                    help: near?.question ?? "write 'warning' or 'error'", fix: near?.fix(word))
            }
        }
        finish("the severities that a site may lower")
        return lowered
    }

    func isAlphanumeric(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
}
