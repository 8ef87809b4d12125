import SiteModel

/// Finds the contacts and calls to action of `site.yml` by the names that pages give.
struct RecordFinder: Sendable {
    let config: SiteConfig

    /// The contact of a page: its own, else the site's default.
    func contact(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> ContactRecord? {
        find(name ?? config.defaultContact, "contact", in: config.contacts, named: \.name, &diagnostics)
    }

    func callToAction(_ name: Placed<String>?, _ diagnostics: inout Diagnostics) -> CallToAction? {
        find(name ?? config.defaultCallToAction, "cta", in: config.callsToAction, named: \.name, &diagnostics)
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
