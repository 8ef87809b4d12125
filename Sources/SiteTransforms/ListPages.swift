import SiteModel

/// A page that lists other pages, before the text of its `_index.md` is linked.
struct ListPage: Sendable {
    enum Kind: Sendable {
        case home
        case section(String)
        case taxonomy([TermLink])
        case term(PageLink, taxonomy: String)
        case questions
        case people
    }

    var kind: Kind
    var permalink: Permalink
    var title: String
    var entries: [ArticleSummary] = []
    var pagination: Pagination
}

/// Lays out every list of the site: the home page, a listing a section, the taxonomies and their terms, all questions, all
/// people. Lists of nothing are left out, but for the home page and sections.
func layOutLists(
    _ pages: [PreparedPage], _ articles: ArticleList, _ byTerm: TermGroups, questionGroups: Int, _ sources: SiteSources
) -> [ListPage] {
    let config = sources.config
    var lists = numbered(.home, at: Permalink("/"), sources.titles.home, articles.summaries, config)
    // A section whose articles all wait has an empty listing, so that its address is there before them.
    for section in sections(of: sources.documents.lazy.filter { $0.role == .article || $0.role == .listing }).sorted() {
        let own = (articles.bySection[section] ?? []).map { articles.summaries[$0] }
        lists += numbered(.section(section), at: listingAddress(of: section), capitalized(section), own, config)
    }
    for taxonomy in config.taxonomies {
        let groups = byTerm.of(taxonomy)
        guard !groups.isEmpty else { continue }
        let permalink = Permalink("/\(taxonomy)/")
        lists.append(
            ListPage(
                kind: .taxonomy(groups.map { TermLink(link: $0.link, count: $0.articles.count) }), permalink: permalink,
                title: capitalized(taxonomy), pagination: .only(permalink)))
        for group in groups {
            let own = group.articles.map { articles.summaries[$0] }
            lists += numbered(.term(group.link, taxonomy: taxonomy), at: group.link.permalink, group.link.title, own, config)
        }
    }
    if questionGroups > 0 {
        for page in paginate(Array(0..<questionGroups), at: Permalink("/faqs/"), length: config.pageLength) {
            lists.append(
                ListPage(
                    kind: .questions, permalink: page.pagination.address,
                    title: sources.titles.questions,
                    pagination: page.pagination))
        }
    }
    if pages.contains(where: { $0.document.role == .person }) {
        let permalink = Permalink("/people/")
        lists.append(ListPage(kind: .people, permalink: permalink, title: sources.titles.people, pagination: .only(permalink)))
    }
    // The text of a folder's `_index.md` names its list.
    let texts = Dictionary(pages.filter { $0.document.role == .listing }.map { ($0.permalink, $0.fields.title?.value) }) {
        first, _ in first
    }
    return lists.map { list in
        var list = list
        if case .home = list.kind { return list }
        list.title = (texts[list.pagination.list] ?? nil) ?? list.title
        return list
    }
}

/// The folders of `content/` that hold articles.
func sections(of documents: some Sequence<Box<Document>>) -> Set<String> {
    var sections: Set<String> = []
    var last = ""
    for document in documents {
        let section = sectionName(of: document.path)
        // Most stand beside others of their section.
        if section != last { sections.insert(section) }
        last = section
    }
    return sections.filter(isSection)
}

/// Whether a folder of `content/` holds articles.
func isSection(_ folder: String) -> Bool { !["", "pages", "people", "faqs", "static"].contains(folder) }

private func numbered(
    _ kind: ListPage.Kind, at permalink: Permalink, _ title: String, _ articles: [ArticleSummary], _ config: SiteConfig
) -> [ListPage] {
    paginate(articles, at: permalink, length: config.pageLength).map { page in
        ListPage(
            kind: kind, permalink: page.pagination.address, title: title, entries: page.entries,
            pagination: page.pagination)
    }
}

private func capitalized(_ name: String) -> String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
}
