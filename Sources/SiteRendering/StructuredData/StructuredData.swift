import SiteModel

/// What machines read of a page: one graph of schema.org (30.0), made of the values that the page shows.
///
/// A node's `@id` is its page's address with a fragment of its own (`domain.md` 3.5), and nodes refer to each other by it. What a
/// page does not show is not in its graph: Google's rule for structured data, and a reader's. The graph is written as it is made,
/// since every page has one.
struct StructuredData: ~Copyable {
    let page: Page
    let content: PageContent
    let values: PageValues
    /// The addresses of the page and of the site, as they stand in a string of JSON.
    let address: [UInt8]
    let root: [UInt8]
    /// When an article was published and last changed, as they are written.
    let dates: (published: String, modified: String)
    var json: JSONStream

    /// Writes into `memory` as long as that is enough.
    private init(
        _ page: Page, _ content: PageContent, _ values: PageValues, into memory: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.page = page
        self.content = content
        self.values = values
        root = values.shared.rootInJSON
        var address = root
        page.permalink.withEncodedRest { address.append(contentsOf: $0) }
        self.address = address
        dates = Self.dates(of: content)
        json = JSONStream(output: ByteBuffer(lent: memory))
    }

    private static func dates(of content: PageContent) -> (published: String, modified: String) {
        guard case .article(let article) = content else { return ("", "") }
        let published = article.value.summary.published.rfc3339
        return (published, article.value.updated?.rfc3339 ?? published)
    }

    var config: SiteConfig { values.config }

    /// As JSON for a `script` element; empty for a page that search engines are asked not to list.
    static func graph(_ page: Page, _ content: PageContent, _ values: PageValues) -> [UInt8] {
        guard !page.isHiddenFromSearch else { return [] }
        var larger: [UInt8]?
        // Most fit into the memory of the array that they become.
        let graph = [UInt8](unsafeUninitializedCapacity: 8192) { memory, count in
            var data = StructuredData(page, content, values, into: memory)
            data.writeGraph()
            if data.json.output.isLent { count = data.json.output.count } else { larger = data.json.output.array }
        }
        return larger ?? graph
    }

    private mutating func writeGraph() {
        json.begin("{\"@context\":\"https://schema.org\",\"@graph\":[")
        json.written(values.shared.websiteNode)
        writeOrganization()
        writeWebPage()
        writeArticle()
        writeQuestions()
        writePeople()
        writeImages()
        writeBreadcrumb()
        json.end("]}")
    }

    /// The publisher; the site stands for one that it does not name.
    private mutating func writeOrganization() {
        json.written(values.shared.organizationNode)
        add("telephone", page.contact?.phone)
        json.end("}")
    }

    private mutating func writeWebPage() {
        json.begin("{")
        addTypes()
        add("@id", address: ofPage("#webpage"))
        add("url", address: ofPage(""))
        add("name", page.title)
        add("description", page.standfirst)
        add("inLanguage", page.language)
        add("isPartOf", referringTo: ofSite("#website"))
        if !page.breadcrumbs.isEmpty { add("breadcrumb", referringTo: ofPage("#breadcrumb")) }
        if shownImage != nil { add("primaryImageOfPage", referringTo: ofPage("#primaryimage")) }
        if case .article(let article) = content { addDates(of: article) }
        if case .plain(let plain) = content { add("dateModified", plain.updated?.rfc3339) }
        addMainEntity()
        json.end("}")
    }

    /// An article with questions is a page of questions too.
    private mutating func addTypes() {
        json.name("@type")
        switch content {
        case .article(let article):
            let hasQuestions = !article.value.faqs.isEmpty
            if hasQuestions { json.begin("[") }
            json.string(article.value.medical == nil ? "WebPage" : "MedicalWebPage" as StaticString)
            guard hasQuestions else { return }
            json.string("FAQPage" as StaticString)
            json.end("]")
        case .topic(let topic): json.string(topic.faqs.isEmpty ? "WebPage" : "FAQPage" as StaticString)
        case .listing, .term, .taxonomy, .people, .questions: json.string("CollectionPage" as StaticString)
        case .person: json.string("ProfilePage" as StaticString)
        case .home, .plain, .notFound: json.string("WebPage" as StaticString)
        }
    }

    /// Dates of review and whom a page is for belong to the page, not to its article: schema.org's domain for them is `WebPage`.
    private mutating func addDates(of article: Box<Article>) {
        add("datePublished", dates.published)
        add("dateModified", dates.modified)
        add("lastReviewed", article.value.lastReviewed?.description)
        add("reviewedBy", referringTo: article.value.reviewers)
        if let medical = article.value.medical {
            add("specialty", medical.specialty.map { "https://schema.org/" + $0.rawValue })
            add(medical.audience)
        }
        add("citation", each: article.value.references) { $0.writeCitation($1) }
        if let words = article.value.disclaimer { add("usageInfo", "CreativeWork") { $0.add("text", words) } }
    }

    /// schema.org counts clinicians and researchers among its `MedicalAudienceType`s, patients among its audiences.
    private mutating func add(_ audience: Audience?) {
        switch audience {
        case .patient: add("audience", "Patient") { _ in }
        case .clinician: add("medicalAudience", "https://schema.org/Clinician")
        case .researcher: add("medicalAudience", "https://schema.org/MedicalResearcher")
        case nil: break
        }
    }

    private mutating func writeCitation(_ reference: Reference) {
        node("CreativeWork", nil) { work in
            work.add("name", reference.title)
            work.add("url", reference.url.map { work.config.baseURL.absolutePath($0.value) })
            if let name = reference.publisher { work.add("publisher", "Organization") { $0.add("name", name) } }
        }
    }

    private mutating func addMainEntity() {
        switch content {
        case .article(let article): add("mainEntity", each: article.value.faqs) { $0.refer(to: $0.of($1)) }
        case .topic(let topic): add("mainEntity", each: topic.faqs) { $0.refer(to: $0.of($1)) }
        case .person(let person): add("mainEntity", referringTo: of(person.person))
        case .listing(let listing), .term(let listing, _), .home(let listing, _): addList(of: listing.entries)
        default: break
        }
    }

    /// Of an item in a list of pages `url` says where it leads; breadcrumbs have `item`.
    private mutating func addList(of entries: [ArticleSummary]) {
        guard !entries.isEmpty else { return }
        add("mainEntity", "ItemList") { list in
            list.json.name("itemListElement")
            list.json.begin("[")
            entries.withUnsafeBufferPointer { entries in
                for index in entries.indices {
                    list.writeItem(index + 1, entries[index].title) { $0.add("url", address: entries[index].permalink) }
                }
            }
            list.json.end("]")
        }
    }

    private mutating func writeItem(_ position: Int, _ name: String, _ addAddress: (inout StructuredData) -> Void) {
        node("ListItem", nil) { item in
            item.add("position", position)
            item.add("name", name)
            addAddress(&item)
        }
    }

    private mutating func writeBreadcrumb() {
        guard !page.breadcrumbs.isEmpty else { return }
        node("BreadcrumbList", ofPage("#breadcrumb")) { list in
            list.json.name("itemListElement")
            list.json.begin("[")
            let steps = list.page.breadcrumbs
            for index in steps.indices {
                list.writeItem(index + 1, steps[index].title) { $0.add("item", address: steps[index].permalink) }
            }
            list.writeItem(steps.count + 1, list.page.title) { $0.add("item", address: $0.ofPage("")) }
            list.json.end("]")
        }
    }
}
