import SiteModel

/// The terms that documents name, each with the link to its page.
struct Terms: Sendable {
    /// By `PlacedDocument.number`.
    private var byDocument: [[PageLink]] = []

    /// Says besides which terms cannot have a page, and which one term is spelt in two ways. The first spelling, by the order of the
    /// sources, names the page.
    init(_ placed: [PlacedDocument], _ config: SiteConfig, _ diagnostics: inout Diagnostics) {
        var links = config.taxonomies.map { (taxonomy: $0, known: [String: NumberedLink]()) }
        var spellings = Spellings()
        var numbers: [Permalink: Int] = [:]
        byDocument.reserveCapacity(placed.count)
        for entry in placed {
            let terms = entry.document.fields.value.terms
            var own: [PageLink] = []
            var seen: Set<Int> = []
            for index in links.indices {
                for term in terms[links[index].taxonomy] ?? [] {
                    let known = spellings.isOther(term) ? nil : links[index].known[term.value]
                    let found = known ?? spellings.link(to: term, in: links[index].taxonomy, &numbers, &diagnostics)
                    if known == nil { links[index].known[term.value] = found }
                    if seen.insert(found.number).inserted { own.append(found.link) }
                }
            }
            byDocument.append(own)
        }
    }

    /// The links to a document's terms, in the order of the site's taxonomies.
    func links(of entry: PlacedDocument) -> [PageLink] { byDocument[entry.number] }
}

/// Terms that lead to the same page have the same number.
private typealias NumberedLink = (number: Int, link: PageLink)

/// How editors spell the terms.
private struct Spellings {
    private var first: [Permalink: Placed<String>] = [:]
    /// Those that are not the first of their page, or have none.
    private var others: Set<String> = []

    func isOther(_ term: Placed<String>) -> Bool { !others.isEmpty && others.contains(term.value) }

    mutating func link(
        to term: Placed<String>, in taxonomy: String, _ numbers: inout [Permalink: Int], _ diagnostics: inout Diagnostics
    ) -> NumberedLink {
        let slug = pathSlug(term.value)
        let permalink = Permalink("/\(taxonomy)/\(slug)/")
        add(term, permalink, isNameless: slug.isEmpty, &diagnostics)
        let number = numbers[permalink] ?? numbers.count
        numbers[permalink] = number
        return (number, PageLink(title: term.value, permalink: permalink))
    }

    private mutating func add(_ term: Placed<String>, _ permalink: Permalink, isNameless: Bool, _ diagnostics: inout Diagnostics)
    {
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
