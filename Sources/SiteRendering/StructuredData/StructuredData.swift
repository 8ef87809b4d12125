import SiteModel

/// What machines read of a page: one graph of schema.org (30.0), made of the values that the page shows.
///
/// A node's `@id` is its page's address with a fragment of its own (`domain.md` 3.5), and nodes refer to each other by it. What a
/// page does not show is not in its graph: Google's rule for structured data, and a reader's.
struct StructuredData {
    let page: Page
    let values: PageValues
    let address: String
    let root: String

    init(_ page: Page, _ values: PageValues) {
        self.page = page
        self.values = values
        address = values.config.baseURL.absolute(page.permalink)
        root = values.config.baseURL.root
    }

    var config: SiteConfig { values.config }

    /// Nil for a page that search engines are asked not to list.
    func graph() -> JSONValue? {
        guard !page.isHiddenFromSearch else { return nil }
        let nodes = [values.shared.websiteNode, organization, webPage] + article + questions + people + images + [breadcrumb]
        return .object([("@context", .string("https://schema.org")), ("@graph", .array(nodes.compactMap { $0 }))])
    }

    func reference(_ id: String) -> JSONValue { .object([("@id", .string(id))]) }

    /// A path of `site.yml` or of front matter as an absolute address.
    func absolute(_ url: String) -> String { url.hasPrefix("/") ? config.baseURL.absolute(Permalink(url)) : url }

    /// The publisher; the site stands for one that it does not name.
    private var organization: JSONValue {
        let publisher = config.publisher
        return node(publisher?.kind.rawValue ?? "Organization", root + "#organization") { fields in
            fields.add("name", publisher?.name ?? config.title)
            fields.add("url", publisher?.url.map(absolute) ?? root)
            fields.add("logo", publisher?.logo.map { logo($0.value, publisher?.logoImage?.size) })
            fields.add("sameAs", strings(publisher?.sameAs ?? []))
            fields.add("publishingPrinciples", publisher?.principles.map { absolute($0.value) })
            fields.add("telephone", page.contact?.phone)
        }
    }

    private func logo(_ source: String, _ size: ImageSize?) -> JSONValue {
        node("ImageObject", root + "#logo") { fields in
            fields.add("url", absolute(source))
            fields.add("contentUrl", absolute(source))
            fields.add("width", size.map { .int($0.width) })
            fields.add("height", size.map { .int($0.height) })
        }
    }

    private var webPage: JSONValue {
        node(types, address + "#webpage") { fields in
            fields.add("url", address)
            fields.add("name", page.title)
            fields.add("description", page.standfirst)
            fields.add("inLanguage", page.language)
            fields.add("isPartOf", reference(root + "#website"))
            fields.add("breadcrumb", breadcrumb == nil ? nil : reference(address + "#breadcrumb"))
            fields.add("primaryImageOfPage", shownImage == nil ? nil : reference(address + "#primaryimage"))
            if case .article(let article) = page.content { addDates(of: article, to: &fields) }
            if case .plain(let plain) = page.content { fields.add("dateModified", plain.updated?.rfc3339) }
            fields.add("mainEntity", mainEntity)
        }
    }

    private var types: [String] {
        switch page.content {
        case .article(let article):
            [article.value.medical == nil ? "WebPage" : "MedicalWebPage"] + (article.value.faqs.isEmpty ? [] : ["FAQPage"])
        case .topic(let topic): topic.faqs.isEmpty ? ["WebPage"] : ["FAQPage"]
        case .listing, .term, .taxonomy, .people, .questions: ["CollectionPage"]
        case .person: ["ProfilePage"]
        case .home, .plain, .notFound: ["WebPage"]
        }
    }

    /// Dates of review and whom a page is for belong to the page, not to its article: schema.org's domain for them is `WebPage`.
    private func addDates(of article: Box<Article>, to fields: inout Fields) {
        fields.add("datePublished", article.value.summary.published.rfc3339)
        fields.add("dateModified", (article.value.updated ?? article.value.summary.published).rfc3339)
        fields.add("lastReviewed", article.value.lastReviewed?.description)
        fields.add("reviewedBy", references(article.value.reviewers.map(personID)))
        if let medical = article.value.medical {
            fields.add("specialty", medical.specialty.map { "https://schema.org/" + $0.rawValue })
            add(medical.audience, to: &fields)
        }
        fields.add("citation", array(article.value.references.map(citation)))
        fields.add("usageInfo", article.value.disclaimer.map { words in node("CreativeWork", nil) { $0.add("text", words) } })
    }

    /// schema.org counts clinicians and researchers among its `MedicalAudienceType`s, patients among its audiences.
    private func add(_ audience: Audience?, to fields: inout Fields) {
        switch audience {
        case .patient: fields.add("audience", node("Patient", nil) { _ in })
        case .clinician: fields.add("medicalAudience", "https://schema.org/Clinician")
        case .researcher: fields.add("medicalAudience", "https://schema.org/MedicalResearcher")
        case nil: break
        }
    }

    private func citation(_ reference: Reference) -> JSONValue {
        node("CreativeWork", nil) { fields in
            fields.add("name", reference.title)
            fields.add("url", reference.url.map { absolute($0.value) })
            fields.add("publisher", reference.publisher.map { name in node("Organization", nil) { $0.add("name", name) } })
        }
    }

    private var mainEntity: JSONValue? {
        switch page.content {
        case .article(let article): references(article.value.faqs.map { address + "#" + percentEncodedFragment($0.id) })
        case .topic(let topic): references(topic.faqs.map { address + "#" + percentEncodedFragment($0.id) })
        case .person(let person): reference(personID(person.person))
        case .listing(let listing), .term(let listing, _), .home(let listing, _): itemList(listing.entries)
        default: nil
        }
    }

    private func itemList(_ entries: [ArticleSummary]) -> JSONValue? {
        guard !entries.isEmpty else { return nil }
        return node("ItemList", nil) { fields in
            fields.add(
                "itemListElement",
                .array(
                    entries.enumerated().map { index, entry in
                        listItem(index + 1, entry.title, config.baseURL.absolute(entry.permalink))
                    }))
        }
    }

    func listItem(_ position: Int, _ name: String, _ address: String) -> JSONValue {
        // Of an item in a list of pages `url` says where it leads; breadcrumbs have `item`.
        node("ListItem", nil) { fields in
            fields.add("position", .int(position))
            fields.add("name", name)
            fields.add("url", address)
        }
    }

    private var breadcrumb: JSONValue? {
        guard !page.breadcrumbs.isEmpty else { return nil }
        let steps = page.breadcrumbs.map { ($0.title, config.baseURL.absolute($0.permalink)) } + [(page.title, address)]
        return node("BreadcrumbList", address + "#breadcrumb") { fields in
            fields.add(
                "itemListElement",
                .array(
                    steps.enumerated().map { index, step in
                        node("ListItem", nil) { item in
                            item.add("position", .int(index + 1))
                            item.add("name", step.0)
                            item.add("item", step.1)
                        }
                    }))
        }
    }
}

/// The node that stands for the site, the same on every page.
func website(_ config: SiteConfig) -> JSONValue {
    let root = config.baseURL.root
    var fields = Fields()
    fields.add("@type", "WebSite")
    fields.add("@id", root + "#website")
    fields.add("url", root)
    fields.add("name", config.title)
    fields.add("description", config.description)
    fields.add("inLanguage", config.language)
    fields.add("publisher", .object([("@id", .string(root + "#organization"))]))
    return .object(fields.entries)
}
