import SiteModel

extension FieldReader {
    /// The keys of an article, a page, a listing or a FAQ topic.
    mutating func frontMatter(of role: DocumentRole) -> FrontMatter {
        var (fields, rare) = (FrontMatter(), FrontMatter.Rare())
        fields.title = text("title")
        fields.description = text("description")
        rare.language = language("language")
        fields.isHiddenFromSearch = bool("noindex") ?? false
        rare.template = text("template")
        rare.extra = freeData("extra")
        rare.allowed = texts("allow") ?? []
        if role == .article || role == .page { publication(&fields, &rare) }
        if role == .article { article(&fields, &rare) }
        if role == .article || role == .page || role == .listing { rare.contact = text("contact") }
        // Those of a listing are for the articles of its section.
        if role == .article || role == .listing { rare.callToAction = text("cta") }
        if role == .topic { fields.isDraft = bool("draft") ?? false }
        if role == .article || role == .topic { fields.faqRendering = choice("faqRendering", of: FAQRendering.self) }
        if role != .listing || fields.title == nil { require("title", in: role.title) }
        if role == .article { require("date", in: role.title) }
        fields.setRare(rare)
        checkOrder(of: fields)
        finish(role.title)
        return fields
    }

    /// When and where a page is published.
    private mutating func publication(_ fields: inout FrontMatter, _ rare: inout FrontMatter.Rare) {
        fields.date = instant("date")
        fields.updated = instant("updated")
        rare.expires = instant("expires")
        fields.isDraft = bool("draft") ?? false
        rare.slug = text("slug")
        rare.aliases = texts("aliases") ?? []
        fields.tableOfContents = bool("toc")
    }

    /// What only articles show.
    private mutating func article(_ fields: inout FrontMatter, _ rare: inout FrontMatter.Rare) {
        rare.id = lastingID("id")
        fields.authors = texts("authors") ?? []
        rare.image = describedImage("image")
        rare.lastReviewed = day("lastReviewed")
        rare.nextReview = day("nextReview")
        rare.translationKey = text("translationKey")
        rare.reviewedBy = texts("reviewedBy") ?? []
        rare.references = groups("references") { $0.reference() }
        fields.isMedical = bool("medical")
        fields.specialty = choice("specialty", of: MedicalSpecialty.self)
        fields.audience = choice("audience", of: Audience.self)
        rare.disclaimer = text("disclaimer")
        rare.share = group("share") { $0.share(isFile: false) }
        fields.terms.reserveCapacity(options.taxonomies.count)
        for taxonomy in options.taxonomies { fields.terms[taxonomy] = texts(taxonomy) ?? [] }
        fields.faqs = faqEntries()
        rare.related = texts("related") ?? []
    }

    /// The keys of a person.
    mutating func person() -> PersonFields {
        var fields = PersonFields()
        fields.name = text("name")
        fields.honorificPrefix = text("honorificPrefix")?.value
        fields.honorificSuffix = text("honorificSuffix")?.value
        fields.jobTitle = text("jobTitle")?.value
        fields.credentials = (texts("credentials") ?? []).map(\.value)
        fields.url = url("url")
        fields.image = image("image")
        fields.sameAs = urls("sameAs") ?? []
        require("name", in: DocumentRole.person.title)
        finish(DocumentRole.person.title)
        return fields
    }

    /// What a shared link says: the front matter of `share.md`, or a group under `share:`, which has its text as a key.
    mutating func share(isFile: Bool) -> ShareFields {
        let fields = shareFields(isFile: isFile)
        finish(isFile ? DocumentRole.share.title : "'share'")
        return fields
    }

    mutating func shareFields(isFile: Bool) -> ShareFields {
        var fields = ShareFields()
        fields.title = text("title")
        if !isFile { fields.text = text("text") }
        fields.image = text("image")
        fields.hashtags = texts("hashtags").map { $0.filter { checkHashtag($0) } }
        fields.via = text("via").flatMap { checkHandle($0) }
        fields.networks = texts("networks")
        return fields
    }

    /// An IRI of a scheme whose names are meant to last; RFC 4287 section 4.2.6 asks for one that never changes.
    private mutating func lastingID(_ key: String) -> Placed<String>? {
        guard let word = text(key) else { return nil }
        if let scheme = urlScheme(word.value), ["https", "http", "tag", "urn"].contains(scheme),
            word.value.utf8.count > scheme.utf8.count + 1,
            !word.value.unicodeScalars.contains(where: { $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0) })
        {
            return word
        }
        diagnostics.add(
            .badURL, "'\(word.value)' is not an address with its scheme", at: word.location,
            help: "write the article's first address, 'https://…', or an id of its own as 'tag:example.org,2026:a-name'")
        return nil
    }

    private mutating func reference() -> Reference? {
        let title = text("title")
        let url = url("url")
        let publisher = text("publisher")?.value
        let accessed = day("accessed")?.value
        require("title", in: "a reference")
        finish("a reference")
        return title.map { Reference(title: $0.value, url: url, publisher: publisher, accessed: accessed) }
    }

    /// Dates that contradict each other.
    private mutating func checkOrder(of fields: FrontMatter) {
        if let date = fields.date, let updated = fields.updated, updated.value < date.value, updated.value.day < date.value.day {
            diagnostics.add(.dateOrder, "'updated' is before 'date'", at: updated.location)
        }
        if let date = fields.date, let expires = fields.rare.value.expires, expires.value <= date.value {
            diagnostics.add(.dateOrder, "'expires' is not after 'date'", at: expires.location)
        }
        if let last = fields.rare.value.lastReviewed, let next = fields.rare.value.nextReview, next.value <= last.value {
            diagnostics.add(.dateOrder, "'nextReview' is not after 'lastReviewed'", at: next.location)
        }
    }

    private mutating func checkHashtag(_ tag: Placed<String>) -> Bool {
        if isHashtag(tag.value) { return true }
        let name = String(tag.value.dropFirst())
        diagnostics.add(
            .badValue, "the hashtag '\(tag.value)' has other characters than letters, digits and '_'", at: tag.location,
            help: "leave out '#', blanks and punctuation",
            fix: tag.value.hasPrefix("#") && isHashtag(name) ? Fix(tag.value, with: name, in: tag.location) : nil)
        return false
    }

    private func isHashtag(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
                || $0.properties.generalCategory == .nonspacingMark || $0.properties.generalCategory == .spacingMark
        }
    }

    private mutating func checkHandle(_ handle: Placed<String>) -> Placed<String>? {
        let name = handle.value.hasPrefix("@") ? String(handle.value.dropFirst()) : handle.value
        let isName = name.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x5F }
        if isName, name == handle.value { return handle }
        diagnostics.add(
            .badValue, isName ? "'via' is a name without '@'" : "'\(handle.value)' is not the name of an account",
            at: handle.location, help: isName ? "write '\(name)'" : "use letters, digits and '_'",
            fix: isName ? Fix(handle.value, with: name, in: handle.location) : nil)
        return nil
    }
}

extension DocumentRole {
    /// What an editor calls such a file, with its article.
    package var title: String {
        switch self {
        case .article: "an article"
        case .page: "a page"
        case .listing: "a listing"
        case .topic: "a FAQ topic"
        case .articleQuestions: "an article's questions"
        case .share: "a share text"
        case .person: "a person"
        }
    }
}
