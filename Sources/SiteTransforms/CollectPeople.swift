import SiteModel

/// Authors and reviewers by their id, the name of their file.
struct Directory: Sendable {
    private(set) var people: [String: PersonLink] = [:]

    init(_ placed: [PlacedDocument]) {
        for entry in placed where entry.document.role == .person {
            let id = DocumentLocation(entry.document.path).name
            let person = entry.document.person
            people[id] = PersonLink(
                id: id, name: person.name?.value ?? id, honorificPrefix: person.honorificPrefix,
                honorificSuffix: person.honorificSuffix, jobTitle: person.jobTitle, permalink: entry.permalink)
        }
    }

    /// The people behind ids; an id that nobody has is an error.
    func find(_ ids: [Placed<String>], _ diagnostics: inout Diagnostics) -> [PersonLink] {
        ids.compactMap { id in
            if let person = people[id.value] { return person }
            let named = people.values.filter { $0.name == id.value || $0.fullName == id.value }.map(\.id).min()
            let near = nearName(to: id.value, among: people.keys.sorted())
            diagnostics.add(
                .unknownPerson, "nobody in 'people/' is called '\(id.value)'", at: id.location,
                help: named.map { "write '\($0)', the name of the person's file" } ?? near?.question
                    ?? "add 'content/people/\(id.value).md'",
                fix: named.map { Fix(id.value, with: $0, in: id.location) } ?? near?.fix(id))
            return nil
        }
    }
}
