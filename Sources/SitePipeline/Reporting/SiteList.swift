package import SiteModel

/// What `martlet list` can show of a site.
package enum SiteList: String, Sendable, CaseIterable {
    case drafts, scheduled, expired, faqs, redirects, reviews

    /// `now` is the moment on which reviews are due or overdue.
    package func table(of site: Site, now: Instant) -> Table {
        switch self {
        case .drafts: unpublishedTable(.draft, "date", site)
        case .scheduled: unpublishedTable(.scheduled, "appears", site)
        case .expired: unpublishedTable(.expired, "went", site)
        case .faqs: questionTable(site)
        case .redirects: redirectTable(site)
        case .reviews: reviewTable(site, on: now.day)
        }
    }

    /// What one row of the table is.
    package var noun: String {
        switch self {
        case .drafts: "draft"
        case .scheduled: "scheduled page"
        case .expired: "expired page"
        case .faqs: "question"
        case .redirects: "redirect"
        case .reviews: "article"
        }
    }
}

private func unpublishedTable(_ state: PublicationState, _ moment: String, _ site: Site) -> Table {
    let rows = site.unpublished.filter { $0.state == state }
    return Table(
        header: [moment, "source", "title"],
        rows: rows.map { [$0.moment.map { .text($0.rfc3339) } ?? .missing, .text($0.path), .text($0.title)] })
}

private func redirectTable(_ site: Site) -> Table {
    let aliases = site.aliases.sorted { $0.permalink < $1.permalink }
    return Table(
        header: ["from", "to", "source"], rows: aliases.map { [$0.permalink.path, $0.target.path, $0.location.path] })
}

/// Every question with the sources that quote it; those of the bank first, by the reference that quotes them, then those of
/// articles, by their address.
private func questionTable(_ site: Site) -> Table {
    var bank: [(name: String, faq: FAQ)] = []
    var own: [(name: String, faq: FAQ)] = []
    var quoting: [String: [String]] = [:]
    for page in site.pages {
        switch page.content {
        case .topic(let topic): bank += topic.faqs.map { (reference($0), $0) }
        case .article(let article):
            own += article.value.faqs.filter { $0.home == page.permalink }.map { (address($0), $0) }
            for faq in article.value.faqs where faq.home != page.permalink {
                quoting[address(faq), default: []].append(page.source ?? "")
            }
        default: break
        }
    }
    let rows = bank.sorted { $0.name < $1.name } + own.sorted { $0.name < $1.name }
    return Table(
        header: ["id", "question", "answered in", "quoted in"],
        rows: rows.map { name, faq in
            let users = quoting[address(faq), default: []].sorted()
            return [.text(name), .text(faq.plainQuestion), .text(faq.source), .list(users)]
        })
}

private func address(_ faq: FAQ) -> String { faq.home.path + "#" + faq.id }

/// What an article writes to quote a question: `topic#id`.
private func reference(_ faq: FAQ) -> String { fileName(of: faq.source).dropLast(".md".count) + "#" + faq.id }
