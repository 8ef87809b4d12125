import SiteModel

/// The terms that documents name, each with the link to its page.
struct Terms: Sendable {
    /// One for each spelling. Those that lead to the same page have the same number.
    private var spelt: [(number: Int, link: PageLink)] = []
    /// The terms of all documents in one row, as positions in `spelt`.
    private var row: [Int32] = []
    /// Where those of a document begin in the row, by `PlacedDocument.number`, and where the last ones end.
    private var starts: [Int] = [0]
    /// How many pages of terms there are.
    private(set) var count = 0

    /// Says besides which terms cannot have a page, and which one term is spelt in two ways. The first spelling, by the order of the
    /// sources, names the page.
    init(_ placed: [PlacedDocument], _ config: SiteConfig, _ diagnostics: inout Diagnostics) {
        var known = config.taxonomies.map { _ in [String: Int32]() }
        var spellings = Spellings()
        // The document that named the term last, by the term's number.
        var last: [Int] = []
        starts.reserveCapacity(placed.count + 1)
        for entry in placed {
            let terms = entry.document.fields.value.terms
            for (index, taxonomy) in config.taxonomies.enumerated() where !terms.isEmpty {
                for term in terms[taxonomy] ?? [] {
                    let found =
                        (spellings.isOther(term) ? nil : known[index][term.value])
                        ?? add(spellings.link(to: term, in: taxonomy, &diagnostics), &known[index])
                    let number = spelt[Int(found)].number
                    if number == last.count { last.append(-1) }
                    if last[number] != entry.number { row.append(found) }
                    last[number] = entry.number
                }
            }
            starts.append(row.count)
        }
        count = last.count
    }

    private mutating func add(_ link: (number: Int, link: PageLink), _ known: inout [String: Int32]) -> Int32 {
        spelt.append(link)
        let position = Int32(spelt.count - 1)
        if known[link.link.title] == nil { known[link.link.title] = position }
        return position
    }

    /// A document's terms in the order of the site's taxonomies, each as it is spelt there.
    func spellings(of entry: PlacedDocument) -> ArraySlice<Int32> { row[starts[entry.number]..<starts[entry.number + 1]] }

    func number(_ spelling: Int32) -> Int { spelt[Int(spelling)].number }

    func link(_ spelling: Int32) -> PageLink { spelt[Int(spelling)].link }
}

/// How editors spell the terms.
private struct Spellings {
    private var first: [Permalink: Placed<String>] = [:]
    private var numbers: [Permalink: Int] = [:]
    /// Those that are not the first of their page, or have none.
    private var others: Set<String> = []

    func isOther(_ term: Placed<String>) -> Bool { !others.isEmpty && others.contains(term.value) }

    mutating func link(
        to term: Placed<String>, in taxonomy: String, _ diagnostics: inout Diagnostics
    ) -> (number: Int, link: PageLink) {
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

/// The articles under each term, by its number.
struct TermGroups: Sendable {
    /// As the newest article spells the term; nil for a term of other documents.
    private(set) var links: [PageLink?]
    /// Newest first, as positions among all.
    private(set) var articles: [[Int]]

    init(_ list: ArticleList, _ terms: Terms) {
        links = Array(repeating: nil, count: terms.count)
        articles = Array(repeating: [], count: terms.count)
        for position in list.pages.indices {
            for spelling in terms.spellings(of: list.pages[position].placed) {
                let number = terms.number(spelling)
                if links[number] == nil { links[number] = terms.link(spelling) }
                articles[number].append(position)
            }
        }
    }

    /// The terms of a taxonomy by their address.
    func of(_ taxonomy: String) -> [(link: PageLink, articles: [Int])] {
        let start = "/\(taxonomy)/"
        let groups = links.indices.compactMap { number in links[number].map { (link: $0, articles: articles[number]) } }
        return groups.filter { $0.link.permalink.path.hasPrefix(start) }.sorted { $0.link.permalink < $1.link.permalink }
    }
}
