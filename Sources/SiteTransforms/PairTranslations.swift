import SiteModel

/// Finds the articles that are one in several languages: those with the same `translationKey`. Two of them in one language are an
/// error, since readers could be led to one of them only; an article whose key no other has is warned of. The
/// result is by the numbers of their documents.
func pairTranslations(_ pages: [PreparedPage], _ config: SiteConfig) -> Outcome<[Int: [Translation]]> {
    var diagnostics = Diagnostics()
    var byKey: [String: [PreparedPage]] = [:]
    for page in pages where page.document.role == .article {
        if let key = page.fields.translationKey { byKey[key.value, default: []].append(page) }
    }
    var translations: [Int: [Translation]] = [:]
    for (key, group) in byKey.sorted(by: { $0.key < $1.key }) {
        var owners: [String: PreparedPage] = [:]
        for page in group {
            let language = page.fields.language?.value ?? config.language
            guard let place = page.fields.translationKey?.location else { continue }
            if let first = owners[language] {
                diagnostics.add(
                    .duplicateTranslation, "'\(first.document.path)' is '\(key)' in '\(language)' already", at: place,
                    help: "set 'language', or choose another key")
            } else if group.count == 1 {
                diagnostics.add(
                    .loneTranslation, "no other article has the translation key '\(key)'", at: place,
                    help: nearestKey(key, byKey.keys).map { "did you mean '\($0)'?" } ?? "delete the line")
            }
            owners[language] = owners[language] ?? page
        }
        guard owners.count > 1 else { continue }
        let all = owners.map { Translation(language: $0.key, permalink: $0.value.permalink) }.sorted { $0.language < $1.language }
        for page in owners.values { translations[page.placed.number] = all }
    }
    return Outcome(translations, diagnostics)
}

private func nearestKey(_ key: String, _ keys: some Collection<String>) -> String? {
    nearestName(to: key, among: keys.filter { $0 != key }.sorted())
}
