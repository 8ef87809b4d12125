import SiteModel

/// Finds the contacts and calls to action of `site.yml` by the names that pages give: the page's own, else that of its section,
/// else the site's default.
struct RecordFinder: Sendable {
    let config: SiteConfig
    /// What `_index.md` says, by the section. That of the home page is for the home page alone: the site has `defaults`.
    private let sections: [String: FrontMatter]

    init(_ config: SiteConfig, _ documents: some Sequence<Document>) {
        self.config = config
        var sections: [String: FrontMatter] = [:]
        for document in documents where document.role == .listing && document.path != "content/_index.md" {
            sections[DocumentLocation(document.path).section] = document.frontMatter
        }
        self.sections = sections
    }

    /// The contact of a page.
    func contact(of document: Document, _ diagnostics: inout Diagnostics) -> ContactRecord? {
        contact(name(\.contact, of: document) ?? config.defaultContact, &diagnostics)
    }

    /// The contact of pages that have no source.
    func contact(_ diagnostics: inout Diagnostics) -> ContactRecord? { contact(config.defaultContact, &diagnostics) }

    /// The call to action of an article.
    func callToAction(of document: Document, _ diagnostics: inout Diagnostics) -> CallToAction? {
        callToAction(name(\.callToAction, of: document) ?? config.defaultCallToAction, &diagnostics)
    }

    /// The call to action that `site.yml` names for articles that name none.
    func callToAction(_ diagnostics: inout Diagnostics) -> CallToAction? {
        callToAction(config.defaultCallToAction, &diagnostics)
    }

    func contact(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> ContactRecord? {
        find(name, "contact", in: config.contacts, named: \.name, &diagnostics)
    }

    func callToAction(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> CallToAction? {
        find(name, "cta", in: config.callsToAction, named: \.name, &diagnostics)
    }

    private func name(_ key: KeyPath<FrontMatter, Placed<String>?>, of document: Document) -> Placed<String>? {
        if let own = document.frontMatter[keyPath: key] { return own }
        return sections[DocumentLocation(document.path).section]?[keyPath: key]
    }

    private func find<Record>(
        _ name: Placed<String>?, _ group: String, in records: [Record], named key: KeyPath<Record, String>,
        _ diagnostics: inout Diagnostics
    ) -> Record? {
        guard let name else { return nil }
        if let record = records.first(where: { $0[keyPath: key] == name.value }) { return record }
        let known = records.map { $0[keyPath: key] }
        diagnostics.add(
            .unknownRecord, "'\(name.value)' does not stand under '\(group)' in site.yml", at: name.location,
            help: nearestName(to: name.value, among: known).map { "did you mean '\($0)'?" }
                ?? (known.isEmpty ? "add it to 'content/site.yml'" : "the names are \(known.joined(separator: ", "))"))
        return nil
    }
}
