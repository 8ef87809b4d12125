import SiteModel

/// What makes readers trust an article and search engines understand it: its author, its review, its sources (`domain.md`
/// sections 2.6, 3.8 and 7.4). All of it can be published without, so these are warnings.
func checkEditorial(
    _ pages: [PreparedPage], _ directory: Directory, _ config: SiteConfig, now: Instant, _ workers: Workers
) async -> Diagnostics {
    var diagnostics = Diagnostics()
    let people = Dictionary(pages.filter { $0.document.role == .person }.map { (DocumentLocation($0.document.path).name, $0) }) {
        first, _ in first
    }
    await workers.forEach(pages, &diagnostics) { page, diagnostics in
        checkLength(of: page.fields.title, "title", atMost: 110, &diagnostics)
        checkLength(of: page.fields.description, "description", atMost: 200, &diagnostics)
        checkQuestions(page, &diagnostics)
        checkDates(page, now: now, &diagnostics)
        switch page.document.role {
        case .article:
            if page.fields.isMedical ?? config.isMedical { checkMedical(page, people, config, &diagnostics) }
        case .person: checkName(page.document.person, &diagnostics)
        default: break
        }
    }
    return diagnostics
}

/// Search engines cut a headline after 110 characters, networks a description after 200.
private func checkLength(of text: Placed<String>?, _ key: String, atMost limit: Int, _ diagnostics: inout Diagnostics) {
    // Characters are counted where there are bytes enough for so many.
    guard let text, text.value.utf8.count > limit, text.value.count > limit else { return }
    diagnostics.add(
        .textLength, "the \(key) has \(text.value.count) characters, of which \(limit) are shown", at: text.location,
        help: "shorten it to \(limit)")
}

private func checkQuestions(_ page: PreparedPage, _ diagnostics: inout Diagnostics) {
    guard mayRepeat(page.questions) else { return }
    var places: [String: SourceLocation] = [:]
    for faq in page.questions {
        let words = faq.plainQuestion.lowercased()
        guard let first = places[words] else {
            places[words] = faq.question.location
            continue
        }
        diagnostics.add(
            .duplicateQuestion, "the page asks '\(faq.plainQuestion)' twice", at: faq.question.location,
            help: "delete one of the two, or ask it in other words", notes: [.init("the first one", at: first)])
    }
}

/// Whether two of a few questions of ASCII are the same in other letters, which their bytes tell; of others it may be.
private func mayRepeat(_ questions: [FAQSource]) -> Bool {
    guard questions.count < 20 else { return true }
    return questions.indices.contains { index in
        let text = questions[index].plainQuestion
        return !text.withBytes(isASCII) || questions[..<index].contains { isSameInSmall($0.plainQuestion, text) }
    }
}

private func isSameInSmall(_ text: String, _ other: String) -> Bool {
    text.withBytes { bytes in
        other.withBytes { others in
            // Bytes that differ in the bit alone that makes a letter small may still be no letters.
            bytes.count == others.count && bytes.indices.allSatisfy { (bytes[$0] ^ others[$0]) & ~0x20 == 0 }
        }
    }
}

/// What was done was done in the past. Of a day of review one is granted, since it is tomorrow already elsewhere.
private func checkDates(_ page: PreparedPage, now: Instant, _ diagnostics: inout Diagnostics) {
    let fields = page.fields
    if let updated = fields.updated, updated.value > now, (fields.date?.value ?? now) <= now {
        diagnostics.add(
            .futureDate, "'updated' is in the future", at: updated.location,
            help: "write the day of the last change; feeds and search engines sort by it")
    }
    if let last = fields.lastReviewed, last.value.daysSince1970 > now.day.daysSince1970 + 1 {
        diagnostics.add(
            .futureDate, "'lastReviewed' is in the future", at: last.location, help: "write the day on which it was reviewed")
    }
    // Where it is before the last review, that has been said.
    if let next = fields.nextReview, next.value < now.day, fields.lastReviewed.map({ $0.value < next.value }) ?? true {
        diagnostics.add(
            .reviewOverdue, "the review was due on \(next.value)", at: next.location,
            help: "have the article reviewed, then set 'lastReviewed' and 'nextReview'")
    }
}

private func checkMedical(
    _ page: PreparedPage, _ people: [String: PreparedPage], _ config: SiteConfig, _ diagnostics: inout Diagnostics
) {
    let fields = page.fields
    guard let title = fields.title else { return }
    if fields.authors.isEmpty {
        diagnostics.add(
            .missingAuthor, "the medical article names no author", at: title.location,
            help: "add 'authors: [name]', the name of a file in 'people/'")
    }
    let lacking = [("reviewedBy", fields.reviewedBy.isEmpty), ("lastReviewed", fields.lastReviewed == nil)].filter(\.1).map(\.0)
    if !lacking.isEmpty {
        diagnostics.add(
            .missingReview, "the medical article has no \(lacking.map { "'\($0)'" }.joined(separator: " and no "))",
            at: title.location, help: "have it reviewed, and say by whom and when")
    }
    if fields.references.isEmpty {
        diagnostics.add(
            .missingReferences, "the medical article names no sources", at: title.location, help: "add 'references:'")
    }
    if fields.disclaimer == nil, config.disclaimer == nil {
        diagnostics.add(
            .missingDisclaimer, "the medical article does not say what it is no substitute for", at: title.location,
            help: "add 'disclaimer: …' here or in 'content/site.yml'")
    }
    checkReviewers(fields, people, &diagnostics)
}

private func checkReviewers(_ fields: Shared<FrontMatter>, _ people: [String: PreparedPage], _ diagnostics: inout Diagnostics) {
    let authors = Set(fields.authors.map(\.value))
    if let first = fields.reviewedBy.first, fields.reviewedBy.allSatisfy({ authors.contains($0.value) }) {
        diagnostics.add(
            .ownReview, "'\(first.value)' reviewed what they wrote", at: first.location, help: "have somebody else review it")
    }
    for reviewer in fields.reviewedBy {
        guard let person = people[reviewer.value]?.document.person, person.credentials.isEmpty, person.honorificSuffix == nil
        else { continue }
        diagnostics.add(
            .missingCredentials, "'\(reviewer.value)' reviews medical articles and has no 'credentials'", at: reviewer.location,
            help: "add them to 'content/people/\(reviewer.value).md'")
    }
}

/// A name is the name alone: search engines take `author.name` for it.
private func checkName(_ person: PersonFields, _ diagnostics: inout Diagnostics) {
    guard let name = person.name else { return }
    let words = name.value.split(separator: " ").map { $0.lowercased().filter(\.isLetter) }
    let isPrefixed = words.first.map { ["dr", "prof", "professor", "by"].contains($0) } ?? false
    guard isPrefixed || name.value.contains(",") else { return }
    diagnostics.add(
        .personName, "the name '\(name.value)' holds more than the name", at: name.location,
        help: "write titles as 'honorificPrefix' and degrees as 'honorificSuffix'")
}
