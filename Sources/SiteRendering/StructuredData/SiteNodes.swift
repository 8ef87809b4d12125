import SiteModel

/// The node of structured data that stands for the site, the same on every page.
func websiteNode(_ config: SiteConfig) -> [UInt8] {
    let root = config.baseURL.root
    var fields = Fields()
    fields.add("@type", "WebSite")
    fields.add("@id", root + "#website")
    fields.add("url", root)
    fields.add("name", config.title)
    fields.add("description", config.description)
    fields.add("inLanguage", config.language)
    fields.add("publisher", .object([("@id", .string(root + "#organization"))]))
    return fields.object.text(forScript: true)
}

/// The publisher's node but for its telephone, which pages decide, and for the closing brace. The site stands for a publisher that
/// it does not name.
func organizationNode(_ config: SiteConfig) -> [UInt8] {
    let (publisher, root) = (config.publisher, config.baseURL.root)
    var fields = Fields()
    fields.add("@type", publisher?.kind.rawValue ?? "Organization")
    fields.add("@id", root + "#organization")
    fields.add("name", publisher?.name ?? config.title)
    fields.add("url", publisher?.url.map(config.baseURL.absolutePath) ?? root)
    fields.add("logo", publisher?.logo.map { logo($0.value, publisher?.logoImage?.size, config.baseURL) })
    let pages = (publisher?.sameAs ?? []).map { JSONValue.string($0) }
    fields.add("sameAs", pages.count > 1 ? .array(pages) : pages.first)
    fields.add("publishingPrinciples", publisher?.principles.map { config.baseURL.absolutePath($0.value) })
    return Array(fields.object.text(forScript: true).dropLast())
}

private func logo(_ source: String, _ size: ImageSize?, _ baseURL: BaseURL) -> JSONValue {
    var fields = Fields()
    fields.add("@type", "ImageObject")
    fields.add("@id", baseURL.root + "#logo")
    fields.add("url", baseURL.absolutePath(source))
    fields.add("contentUrl", baseURL.absolutePath(source))
    fields.add("width", size.map { .int($0.width) })
    fields.add("height", size.map { .int($0.height) })
    return fields.object
}

extension BaseURL {
    /// A path of `site.yml` or of front matter as an absolute address.
    func absolutePath(_ url: String) -> String { url.hasPrefix("/") ? absolute(Permalink(url)) : url }
}

/// The fields of a node in the order in which they are added; what has no value is left out.
private struct Fields {
    private var entries: [(String, JSONValue)] = []

    mutating func add(_ name: String, _ value: JSONValue?) {
        if let value { entries.append((name, value)) }
    }

    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { entries.append((name, .string(text))) }
    }

    var object: JSONValue { .object(entries) }
}
