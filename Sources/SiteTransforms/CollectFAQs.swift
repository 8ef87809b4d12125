import SiteModel

/// Every question of the site, before its links are resolved.
struct FAQCollection: Sendable {
    /// The questions of each page that answers some, by the page's permalink, in the order of the source.
    var byHome: [Permalink: [FAQSource]] = [:]
    /// The bank's questions by `topic#id`.
    var bank: [String: FAQSource] = [:]
    /// Topics whose file could not be read whole.
    var incompleteTopics: Set<String> = []
    /// The topics that this build leaves out, and why.
    var hiddenTopics: [String: PublicationState] = [:]
}

/// A question with its id.
struct FAQSource: Sendable {
    var id: String
    private let source: Box<Question>
    var home: Permalink

    init(id: String, question: Question, home: Permalink) {
        self.id = id
        source = Box(question)
        self.home = home
        plainQuestion = withSingleSpaces(question.heading.content.plainText(images: question.answer.images))
    }

    var question: Box<Question> { source }

    /// The question without markup, on one line.
    let plainQuestion: String
}

/// A text with every run of white space one space. Most have no other.
private func withSingleSpaces(_ text: String) -> String {
    var before: UInt8 = 0x20
    let isSo = text.utf8.allSatisfy { byte in
        defer { before = byte }
        return byte > 0x20 && byte < 0x80 || byte == 0x20 && before != 0x20
    }
    return isSo && before != 0x20 ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Collects the bank's topics, the `faq.md` of articles and the questions in their front matter. Ids are as the editor
/// gives them, or else made from the question.
func collectFAQs(_ placed: [PlacedDocument], hidden: [String: PublicationState]) -> Outcome<FAQCollection> {
    var diagnostics = Diagnostics()
    var collection = FAQCollection()
    for (path, state) in hidden where path.hasPrefix("content/faqs/") {
        collection.hiddenTopics[DocumentLocation(path).name] = state
    }
    for entry in placed {
        if entry.document.role == .topic, entry.document.isIncomplete {
            collection.incompleteTopics.insert(DocumentLocation(entry.document.path).name)
        }
        let own = entry.document.questions + entry.document.fields.faqs.compactMap(\.ownQuestion)
        guard !own.isEmpty else { continue }
        let known = collection.byHome[entry.permalink] ?? []
        let isInFrontMatter = entry.document.role == .article
        let faqs = identify(own, home: entry.permalink, beside: known, isInFrontMatter: isInFrontMatter, &diagnostics)
        collection.byHome[entry.permalink] = entry.document.role == .articleQuestions ? faqs + known : known + faqs
        guard entry.document.role == .topic else { continue }
        let topic = DocumentLocation(entry.document.path).name
        for faq in faqs { collection.bank["\(topic)#\(faq.id)"] = faq }
    }
    return Outcome(collection, diagnostics)
}

private func identify(
    _ questions: [Question], home: Permalink, beside known: [FAQSource], isInFrontMatter: Bool, _ diagnostics: inout Diagnostics
) -> [FAQSource] {
    // One that stands twice is reported where the page is put together.
    var used = Set(known.map(\.id))
    for question in questions {
        used.formUnion(([question.heading.attributes.id].compactMap { $0 } + question.heading.attributes.aliases).map(\.value))
    }
    return questions.map { question in
        if let id = question.heading.attributes.id { return FAQSource(id: id.value, question: question, home: home) }
        let text = question.heading.content.plainText(images: question.answer.images)
        let id = freeID(for: text, &used)
        diagnostics.add(
            .questionWithoutID, "the question has no id of its own", at: question.location,
            help: "add '\(isInFrontMatter ? "id: \(id)" : "{#\(id)}")', so that its address stays when its words change",
            fix: question.idPlace.map {
                Fix(at: SourceLocation(question.location.path, SourceRange($0, $0)), with: " {#\(id)}")
            })
        return FAQSource(id: id, question: question, home: home)
    }
}

/// The questions that an article's page shows: its own, then those that it quotes from the bank.
func questions(
    of entry: PlacedDocument, _ collection: FAQCollection, _ diagnostics: inout Diagnostics
) -> [FAQSource] {
    var shown = collection.byHome[entry.permalink] ?? []
    var places = Dictionary(shown.map { ($0.id, $0.question.location) }) { first, _ in first }
    for case .reference(let reference) in entry.document.fields.faqs {
        guard let faq = collection.bank[reference.value] else {
            let topic = String(reference.value.prefix { $0 != "#" })
            if collection.incompleteTopics.contains(topic) { continue }
            if let state = collection.hiddenTopics[topic] {
                diagnostics.add(
                    .unpublishedLink, unpublished(reference.value, state), at: reference.location, help: unpublishedAdvice(state))
                continue
            }
            let near = diagnostics.suggestion { nearName(to: reference.value, among: collection.bank.keys.sorted()) }
            diagnostics.add(
                .unknownFAQ, "no question '\(reference.value)' in 'faqs/'", at: reference.location,
                help: near?.question ?? "write 'topic#id'", fix: near?.fix(reference))
            continue
        }
        if let first = places[faq.id] {
            diagnostics.add(
                .duplicateID, "the page shows a question '\(faq.id)' already", at: reference.location,
                help: "delete one of the two",
                notes: [.init("the first one", at: first)])
            continue
        }
        places[faq.id] = reference.location
        shown.append(faq)
    }
    return shown
}

extension FAQEntry {
    var ownQuestion: Question? {
        guard case .own(let question) = self else { return nil }
        return question
    }
}
