import SiteModel

/// The terms that articles name, each with the link to its page.
struct Terms: Sendable {
    /// The taxonomies of the site in their order, and the links of their terms as editors spell them.
    private var links: [(taxonomy: String, links: [String: NumberedLink])]

    /// Terms that lead to the same page have the same number.
    private typealias NumberedLink = (number: Int, link: PageLink)

    /// Says besides which terms cannot have a page, and which one term is spelt in two ways. The first spelling, by the order of the
    /// sources, names the page.
    init(_ placed: [PlacedDocument], _ config: SiteConfig, _ diagnostics: inout Diagnostics) {
        links = config.taxonomies.map { ($0, [:]) }
        var spellings = Spellings()
        var numbers: [Permalink: Int] = [:]
        for entry in placed {
            let terms = entry.document.fields.terms
            for (index, taxonomy) in config.taxonomies.enumerated() {
                for term in terms[taxonomy] ?? [] where links[index].links[term.value] == nil || spellings.isOther(term) {
                    let slug = pathSlug(term.value)
                    let permalink = Permalink("/\(taxonomy)/\(slug)/")
                    spellings.add(term, permalink, isNameless: slug.isEmpty, &diagnostics)
                    let number = numbers[permalink] ?? numbers.count
                    numbers[permalink] = number
                    links[index].links[term.value] = (number, PageLink(title: term.value, permalink: permalink))
                }
            }
        }
    }

    /// The links to an article's terms, in the order of the site's taxonomies.
    func links(of fields: Shared<FrontMatter>) -> [PageLink] {
        let terms = fields.value.terms
        var found: [PageLink] = []
        var seen: Set<Int> = []
        for (taxonomy, links) in links {
            for term in terms[taxonomy] ?? [] {
                if let (number, link) = links[term.value], seen.insert(number).inserted { found.append(link) }
            }
        }
        return found
    }
}

/// How editors spell the terms.
private struct Spellings {
    private var first: [Permalink: Placed<String>] = [:]
    /// Those that are not the first of their page, or have none.
    private var others: Set<String> = []

    func isOther(_ term: Placed<String>) -> Bool { !others.isEmpty && others.contains(term.value) }

    mutating func add(_ term: Placed<String>, _ permalink: Permalink, isNameless: Bool, _ diagnostics: inout Diagnostics) {
        if isNameless {
            others.insert(term.value)
            diagnostics.add(.badURLPath, "'\(term.value)' gives no address", at: term.location, help: "use letters or digits")
        } else if let known = first[permalink], known.value != term.value {
            others.insert(term.value)
            diagnostics.add(
                .tagSpelling, "'\(term.value)' is '\(known.value)' spelt another way", at: term.location,
                help: "write '\(known.value)'", notes: [.init("the first spelling", at: known.location)])
        } else {
            first[permalink] = first[permalink] ?? term
        }
    }
}

/// Groups articles by the terms of a taxonomy, terms by their address.
func groupByTerm(_ articles: [ArticleSummary], _ taxonomy: String) -> [(link: PageLink, articles: [ArticleSummary])] {
    let start = "/\(taxonomy)/"
    var groups: [Permalink: (PageLink, [ArticleSummary])] = [:]
    for article in articles {
        for link in article.terms where link.permalink.path.hasPrefix(start) {
            groups[link.permalink, default: (link, [])].1.append(article)
        }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.value.0, $0.value.1) }
}
