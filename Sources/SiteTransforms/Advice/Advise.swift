package import SiteModel

/// What `martlet check` says besides what every build says: suggestions for editors, all of them notes.
///
/// In: every document, and what was measured of its prose. None of it changes what is published.
package func advise(
    _ documents: [Box<Document>], _ prose: [Readability?], _ config: SiteConfig, now: Instant, _ visibility: Visibility
) async -> Diagnostics {
    var diagnostics = Diagnostics()
    let selection = selectVisible(documents, now: now, visibility)
    let placed = await assignPermalinks(selection.visible, config, .none).value
    for entry in placed {
        diagnostics.add(contentsOf: checkTitle(entry.document))
        if let missing = checkDescription(entry.document) { diagnostics.add(missing) }
    }
    let visible = Dictionary(placed.map { ($0.document.path, $0) }) { first, _ in first }
    for (source, measured) in zip(documents, prose) {
        guard let measured, let entry = visible[source.path] else { continue }
        if isEnglish(placed.language(of: entry, config)) { diagnostics.add(contentsOf: checkReadability(measured, of: source)) }
    }
    diagnostics.add(contentsOf: await findOrphans(placed, among: documents))
    diagnostics.add(contentsOf: findSimilarQuestions(placed, config))
    return silencing(diagnostics, lowering: [], allowedBy: placed.lazy.map(\.document)).only(.check)
}

extension Diagnostics {
    /// Without what a build says anyway.
    fileprivate func only(_ origin: DiagnosticCode.Origin) -> Diagnostics {
        Diagnostics(all.filter { $0.code.origin == origin })
    }
}

func isEnglish(_ language: String) -> Bool { language == "en" || language.lowercased().hasPrefix("en-") }

/// Networks cut a title after 70 characters (`domain.md` 2.6, OG9); what is longer than a headline may be, every build says.
private func checkTitle(_ document: Box<Document>) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard let title = document.fields.title, (71...110).contains(title.value.count), document.role != .person else {
        return diagnostics
    }
    diagnostics.add(
        .longTitle, "the title has \(title.value.count) characters, of which search results show about 60", at: title.location,
        help: "put the words that readers look for first, and the rest into 'description'")
    return diagnostics
}

private func checkDescription(_ document: Box<Document>) -> Diagnostic? {
    guard [.article, .page, .topic].contains(document.role), document.fields.description == nil,
        !document.fields.isHiddenFromSearch, let title = document.fields.title
    else { return nil }
    return Diagnostic(
        .missingDescription, "\(document.role.noun) has no 'description', so others show its opening words", at: title.location,
        help: "add 'description: …', one or two sentences about what it answers")
}

extension DocumentRole {
    fileprivate var noun: String {
        switch self {
        case .article: "the article"
        case .topic: "the topic"
        default: "the page"
        }
    }
}

/// Questions of the bank that no article quotes, not even one that is still to come.
private func findOrphans(_ placed: [PlacedDocument], among documents: [Box<Document>]) async -> Diagnostics {
    var diagnostics = Diagnostics()
    var quoted: Set<String> = []
    for document in documents {
        for case .reference(let reference) in document.fields.faqs { quoted.insert(reference.value) }
    }
    let collection = await collectFAQs(placed, hidden: [:], .none).value
    for (reference, faq) in collection.bank.sorted(by: { $0.key < $1.key }) where !quoted.contains(reference) {
        diagnostics.add(
            .orphanQuestion, "no article quotes '\(reference)'", at: faq.question.location,
            help: "where an article fits, add 'faqs: [\(reference)]' to it")
    }
    return diagnostics
}
