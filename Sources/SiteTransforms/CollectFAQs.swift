import SiteModel

/// Every question of the site, before its links are resolved.
struct FAQCollection: Sendable {
    /// The questions of each document, by its number, in the order of the source.
    fileprivate(set) var byDocument: [[FAQSource]]
    /// The number of the `faq.md` beside an article, by that of the article.
    fileprivate var companions: [Int: Int] = [:]
    /// The bank's questions by `topic#id`.
    fileprivate(set) var bank: [String: FAQSource] = [:]
    /// Topics whose file could not be read whole.
    fileprivate var incompleteTopics: Set<String> = []
    /// The topics that this build leaves out, and why.
    fileprivate var hiddenTopics: [String: PublicationState] = [:]

    /// The questions that a page answers: those of the file beside it before its own.
    func own(_ page: PlacedDocument) -> [FAQSource] {
        guard let companion = companions[page.number] else { return byDocument[page.number] }
        return byDocument[companion] + byDocument[page.number]
    }
}

/// A question with its id.
final class FAQSource: Sendable {
    let question: Question
    /// Empty until it has one, where the editor gives none.
    let id: String
    /// Without markup, on one line.
    let plainQuestion: String
    /// The page where it is answered.
    let home: PlacedDocument
    /// The number of the document that holds it, and which of its questions it is, counted from 0.
    let place: (document: Int, index: Int)

    fileprivate init(_ question: Question, home: PlacedDocument, place: (document: Int, index: Int)) {
        self.question = question
        self.home = home
        self.place = place
        id = question.heading.attributes.id?.value ?? ""
        plainQuestion = withSingleSpaces(question.heading.content.plainText(images: question.answer.images))
    }

    fileprivate init(_ source: FAQSource, id: String) {
        (question, plainQuestion, home, place) = (source.question, source.plainQuestion, source.home, source.place)
        self.id = id
    }
}

/// The questions that a document answers, in the order of the file.
private func asked(_ entry: PlacedDocument, on home: PlacedDocument) -> [FAQSource] {
    var asked: [FAQSource] = []
    asked.reserveCapacity(entry.document.questions.count + entry.document.fields.faqs.count)
    entry.document.value.forEachQuestion { asked.append(FAQSource($0, home: home, place: (entry.number, asked.count))) }
    return asked
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
func collectFAQs(
    _ placed: [PlacedDocument], hidden: [String: PublicationState], _ workers: Workers
) async -> Outcome<FAQCollection> {
    var diagnostics = Diagnostics()
    var collection = FAQCollection(byDocument: await workers.map(placed) { asked($0, on: placed[$0.page]) })
    for (path, state) in hidden where path.hasPrefix("content/faqs/") {
        collection.hiddenTopics[DocumentLocation(path).name] = state
    }
    for entry in placed {
        if entry.page != entry.number, !collection.byDocument[entry.number].isEmpty {
            collection.companions[entry.page] = entry.number
        }
        collection.identify(entry, &diagnostics)
        guard entry.document.role == .topic else { continue }
        let topic = DocumentLocation(entry.document.path).name
        if entry.document.isIncomplete { collection.incompleteTopics.insert(topic) }
        for faq in collection.byDocument[entry.number] { collection.bank["\(topic)#\(faq.id)"] = faq }
    }
    return Outcome(collection, diagnostics)
}

extension FAQCollection {
    /// Gives ids to the questions of a document that have none.
    fileprivate mutating func identify(_ entry: PlacedDocument, _ diagnostics: inout Diagnostics) {
        let own = byDocument[entry.number]
        guard own.contains(where: \.id.isEmpty) else { return }
        let known = entry.page == entry.number ? [] : byDocument[entry.page]
        let ids = identifyQuestions(own, beside: known, isInFrontMatter: entry.document.role == .article, &diagnostics)
        byDocument[entry.number] = zip(own, ids).map { FAQSource($0, id: $1) }
    }
}

/// The ids of questions, in their order.
private func identifyQuestions(
    _ sources: [FAQSource], beside known: [FAQSource], isInFrontMatter: Bool, _ diagnostics: inout Diagnostics
) -> [String] {
    let questions = sources.map(\.question)
    // One that stands twice is reported where the page is put together.
    var used = Set(known.map(\.id))
    for question in questions {
        used.formUnion(([question.heading.attributes.id].compactMap { $0 } + question.heading.attributes.aliases).map(\.value))
    }
    return questions.map { question in
        if let id = question.heading.attributes.id { return id.value }
        let text = question.heading.content.plainText(images: question.answer.images)
        let id = freeID(for: text, &used)
        diagnostics.add(
            .questionWithoutID, "the question has no id of its own", at: question.location,
            help: "add '\(isInFrontMatter ? "id: \(id)" : "{#\(id)}")', so that its address stays when its words change",
            fix: question.idPlace.map {
                Fix(at: SourceLocation(question.location.path, SourceRange($0, $0)), with: " {#\(id)}")
            })
        return id
    }
}

/// The questions that an article's page shows: its own, then those that it quotes from the bank.
func questions(
    of entry: PlacedDocument, _ collection: FAQCollection, _ diagnostics: inout Diagnostics
) -> [FAQSource] {
    var shown = collection.own(entry)
    guard entry.document.fields.faqs.contains(where: { if case .reference = $0 { true } else { false } }) else { return shown }
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
