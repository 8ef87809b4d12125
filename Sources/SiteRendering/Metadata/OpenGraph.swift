import SiteModel
import Templates

/// What networks read of a page when somebody shares its link (`domain.md` section 2).
extension PageValues {
    /// The Open Graph properties, each image's own right behind it, as the protocol demands.
    func openGraph(_ page: Page, _ content: PageContent) -> Value {
        var properties = OpenGraph(count: 20)
        properties.add("og:type", type(of: content))
        properties.add("og:title", sharedTitle(page, content))
        properties.add("og:description", sharedText(page, content))
        properties.add("og:url", config.baseURL.absolute(page.permalink))
        properties.add("og:site_name", config.title)
        properties.add("og:locale", wording.openGraphLocale)
        for translation in translations(of: content) where translation.language != page.language {
            properties.add("og:locale:alternate", openGraphLocale(translation.language))
        }
        if let image = sharedImage(content) {
            properties.add("og:image", image.absolute)
            properties.add("og:image:type", image.kind?.mediaType)
            properties.add("og:image:width", image.size.map { String($0.width) })
            properties.add("og:image:height", image.size.map { String($0.height) })
            properties.add("og:image:alt", image.alternative)
        }
        if case .article(let article) = content { add(article, page, to: &properties) }
        return properties.value
    }

    /// What X takes besides, and the two pairs of words that Slack shows.
    func twitterCard(_ content: PageContent) -> Value {
        var names = OpenGraph(count: 8)
        let image = sharedImage(content)
        names.add("twitter:card", image == nil ? "summary" : "summary_large_image")
        let via: String? =
            if case .article(let article) = content { article.value.share.words.via } else { config.share.via?.value }
        names.add("twitter:site", via.map { "@" + $0 })
        names.add("twitter:image:alt", image?.alternative)
        guard case .article(let article) = content else { return names.value }
        names.add("twitter:label1", wording.readingTime)
        names.add("twitter:data1", word("minutesRead", count: article.value.summary.minutes))
        guard !article.value.reviewers.isEmpty else { return names.value }
        names.add("twitter:label2", wording.reviewer)
        names.add("twitter:data2", article.value.reviewers.map(\.fullName).joined(separator: word("listSeparator") + " "))
        return names.value
    }

    private func type(of content: PageContent) -> String {
        switch content {
        case .article: "article"
        case .person: "profile"
        default: "website"
        }
    }

    private func sharedTitle(_ page: Page, _ content: PageContent) -> String {
        if case .article(let article) = content { return article.value.share.words.title }
        return page.title
    }

    private func sharedText(_ page: Page, _ content: PageContent) -> String? {
        if case .article(let article) = content { return article.value.share.words.text ?? page.description }
        return page.description
    }

    func sharedImage(_ content: PageContent) -> PublishedImage? {
        switch content {
        case .article(let article): article.value.share.image
        case .person(let person): person.image ?? shared.shareImage
        default: shared.shareImage
        }
    }

    private func translations(of content: PageContent) -> [Translation] {
        if case .article(let article) = content { article.value.translations } else { [] }
    }

    private func add(_ article: Box<Article>, _ page: Page, to properties: inout OpenGraph) {
        let summary = article.value.summary
        properties.add("article:published_time", summary.published.rfc3339)
        properties.add("article:modified_time", article.value.updated?.rfc3339)
        for author in summary.authors {
            properties.add("article:author", config.baseURL.absolute(author.permalink))
        }
        // The listing that it stands in: what its breadcrumb has after the home page.
        if page.breadcrumbs.count > 1 { properties.add("article:section", page.breadcrumbs[1].title) }
        for term in summary.terms { properties.add("article:tag", term.title) }
    }
}

/// Properties with their contents; one without content is left out.
private struct OpenGraph {
    private var properties: [Value] = []

    /// `count` is how many are expected.
    init(count: Int) { properties.reserveCapacity(count) }

    mutating func add(_ name: String, _ content: String?) {
        guard let content, !content.isEmpty else { return }
        properties.append(.record([.string(name), .string(content)]))
    }

    var value: Value { .list(properties) }
}

/// The value of `og:locale` for a language tag: its own territory, or the one that networks take for the language. Nil for a
/// language that the table does not have: one left out is better than one invented (`domain.md` 2.3).
func openGraphLocale(_ tag: String) -> String? {
    let parts = tag.split(separator: "-")
    guard let language = parts.first else { return nil }
    if let territory = parts.dropFirst().first(where: { $0.utf8.count == 2 }) {
        return "\(language.lowercased())_\(territory.uppercased())"
    }
    let script = parts.dropFirst().first { $0.utf8.count == 4 }.map { "-" + $0.lowercased() } ?? ""
    return territories[language.lowercased() + script].map { "\(language.lowercased())_\($0)" }
}

private let territories = [
    "en": "US", "hi": "IN", "ar": "AR", "es": "ES", "pt": "PT", "zh-hans": "CN", "zh-hant": "TW", "fa": "IR", "ur": "PK",
    "bn": "IN", "ta": "IN", "te": "IN", "mr": "IN", "gu": "IN", "kn": "IN", "ml": "IN", "pa": "IN", "fr": "FR", "de": "DE",
    "it": "IT", "nl": "NL", "pl": "PL", "ru": "RU", "uk": "UA", "tr": "TR", "he": "IL", "ja": "JP", "ko": "KR", "id": "ID",
    "vi": "VN", "th": "TH", "sv": "SE", "da": "DK", "nb": "NO", "fi": "FI", "cs": "CZ", "el": "GR", "hu": "HU", "ro": "RO",
]
