import SiteModel

/// The address of a term: `/tags/second-opinion/`.
func termPermalink(_ term: String, in taxonomy: String) -> Permalink { Permalink("/\(taxonomy)/\(pathSlug(term))/") }

/// The links to an article's terms, in the order of the site's taxonomies.
func termLinks(of fields: Box<FrontMatter>, _ config: SiteConfig) -> [PageLink] {
    var seen: Set<Permalink> = []
    return config.taxonomies.flatMap { taxonomy in
        (fields.terms[taxonomy] ?? []).map { PageLink(title: $0.value, permalink: termPermalink($0.value, in: taxonomy)) }
    }.filter { seen.insert($0.permalink).inserted }
}

/// Says which terms cannot have a page, and which one term is spelt in two ways. The first spelling, by the order of the
/// sources, names the page.
func checkTerms(_ placed: [PlacedDocument], _ config: SiteConfig) -> Diagnostics {
    var diagnostics = Diagnostics()
    var first: [Permalink: Placed<String>] = [:]
    for entry in placed {
        for taxonomy in config.taxonomies {
            for term in entry.document.fields.terms[taxonomy] ?? [] {
                let slug = pathSlug(term.value)
                let permalink = Permalink("/\(taxonomy)/\(slug)/")
                if slug.isEmpty {
                    diagnostics.add(
                        .badURLPath, "'\(term.value)' gives no address", at: term.location, help: "use letters or digits")
                } else if let known = first[permalink], known.value != term.value {
                    diagnostics.add(
                        .tagSpelling, "'\(term.value)' is '\(known.value)' spelt another way", at: term.location,
                        help: "write '\(known.value)'", notes: [.init("the first spelling", at: known.location)])
                } else {
                    first[permalink] = first[permalink] ?? term
                }
            }
        }
    }
    return diagnostics
}

/// Groups articles by the terms of a taxonomy, terms by their address.
func groupByTerm(_ articles: [ArticleSummary], _ taxonomy: String) -> [(link: PageLink, articles: [ArticleSummary])] {
    var groups: [Permalink: (PageLink, [ArticleSummary])] = [:]
    for article in articles {
        for link in article.terms where link.permalink.path.hasPrefix("/\(taxonomy)/") {
            groups[link.permalink, default: (link, [])].1.append(article)
        }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.value.0, $0.value.1) }
}
