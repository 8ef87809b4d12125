import SiteModel

/// Finds the contacts and calls to action of `site.yml` by the names that pages give: the page's own, else that of its section,
/// else the site's default.
struct RecordFinder: Sendable {
    let config: SiteConfig
    /// What `_index.md` says, by the section. That of the home page is for the home page alone: the site has `defaults`.
    private var sections: [String: (contact: Placed<String>?, callToAction: Placed<String>?)] = [:]

    init(_ config: SiteConfig, _ placed: [PlacedDocument]) {
        self.config = config
        for entry in placed where entry.document.role == .listing && entry.document.path != "content/_index.md" {
            let fields = entry.document.fields
            sections[entry.section] = (fields.contact, fields.callToAction)
        }
    }

    /// The contact of a page.
    func contact(of page: PlacedDocument, _ diagnostics: inout Diagnostics) -> Shared<ContactRecord>? {
        let name = page.document.fields.contact ?? sections[page.section]?.contact ?? config.defaultContact
        return contact(name, &diagnostics)
    }

    /// The contact of pages that have no source.
    func contact(_ diagnostics: inout Diagnostics) -> Shared<ContactRecord>? { contact(config.defaultContact, &diagnostics) }

    /// The call to action of an article.
    func callToAction(of page: PlacedDocument, _ diagnostics: inout Diagnostics) -> Shared<CallToAction>? {
        let name = page.document.fields.callToAction ?? sections[page.section]?.callToAction ?? config.defaultCallToAction
        return callToAction(name, &diagnostics)
    }

    /// The call to action that `site.yml` names for articles that name none.
    func callToAction(_ diagnostics: inout Diagnostics) -> Shared<CallToAction>? {
        callToAction(config.defaultCallToAction, &diagnostics)
    }

    func contact(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> Shared<ContactRecord>? {
        find(name, "contact", in: config.contacts, named: \.name, &diagnostics)
    }

    func callToAction(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> Shared<CallToAction>? {
        find(name, "cta", in: config.callsToAction, named: \.name, &diagnostics)
    }

    private func find<Record>(
        _ name: Placed<String>?, _ group: String, in records: [Shared<Record>], named key: KeyPath<Record, String>,
        _ diagnostics: inout Diagnostics
    ) -> Shared<Record>? {
        guard let name else { return nil }
        if let record = records.first(where: { $0.value[keyPath: key] == name.value }) { return record }
        let known = records.map { $0.value[keyPath: key] }
        let near = nearName(to: name.value, among: known)
        diagnostics.add(
            .unknownRecord, "'\(name.value)' does not stand under '\(group)' in site.yml", at: name.location,
            help: near?.question
                ?? (known.isEmpty ? "add it to 'content/site.yml'" : "the names are \(known.joined(separator: ", "))"),
            fix: near?.fix(name))
        return nil
    }
}
