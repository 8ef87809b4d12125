import SiteModel

/// Every question of the site, before its links are resolved.
struct FAQCollection: Sendable {
    /// The questions of each page that answers some, by the page's permalink, in the order of the source.
    var byHome: [Permalink: [FAQSource]] = [:]
    /// The bank's questions by `topic#id`.
    var bank: [String: FAQSource] = [:]
    /// Each under its `number`.
    var all: [FAQSource] = []
    /// Topics whose file could not be read whole.
    var incompleteTopics: Set<String> = []
    /// The topics that this build leaves out, and why.
    var hiddenTopics: [String: PublicationState] = [:]
}

/// A question with its id.
final class FAQSource: Sendable {
    /// Counts the questions of the site, from 0.
    let number: Int
    let id: String
    let home: Permalink
    private let asked: AskedQuestion

    init(_ asked: AskedQuestion, id: String, home: Permalink, number: Int) {
        self.asked = asked
        self.id = id
        self.home = home
        self.number = number
    }

    var question: Question { _read { yield asked.question } }
    var plainQuestion: String { asked.plain }
}

/// A question of a source, before it has its id.
final class AskedQuestion: Sendable {
    let question: Question
    /// Without markup, on one line.
    let plain: String

    init(_ question: Question) {
        self.question = question
        plain = withSingleSpaces(question.heading.content.plainText(images: question.answer.images))
    }
}

extension Box<Document> {
    /// The questions that the document answers, in the order of the file.
    fileprivate var asked: [AskedQuestion] {
        var asked: [AskedQuestion] = []
        value.forEachQuestion { asked.append(AskedQuestion($0)) }
        return asked
    }
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
    var collection = FAQCollection()
    for (path, state) in hidden where path.hasPrefix("content/faqs/") {
        collection.hiddenTopics[DocumentLocation(path).name] = state
    }
    let asked = await workers.map(placed) { $0.document.asked }
    for (entry, own) in zip(placed, asked) {
        if entry.document.role == .topic, entry.document.isIncomplete {
            collection.incompleteTopics.insert(DocumentLocation(entry.document.path).name)
        }
        guard !own.isEmpty else { continue }
        let known = collection.byHome[entry.permalink] ?? []
        let isInFrontMatter = entry.document.role == .article
        let ids = identify(own.map(\.question), beside: known, isInFrontMatter: isInFrontMatter, &diagnostics)
        let faqs = zip(own, ids).enumerated().map { offset, pair in
            FAQSource(pair.0, id: pair.1, home: entry.permalink, number: collection.all.count + offset)
        }
        collection.all += faqs
        collection.byHome[entry.permalink] = entry.document.role == .articleQuestions ? faqs + known : known + faqs
        guard entry.document.role == .topic else { continue }
        let topic = DocumentLocation(entry.document.path).name
        for faq in faqs { collection.bank["\(topic)#\(faq.id)"] = faq }
    }
    return Outcome(collection, diagnostics)
}

/// The ids of questions, in their order.
private func identify(
    _ questions: [Question], beside known: [FAQSource], isInFrontMatter: Bool, _ diagnostics: inout Diagnostics
) -> [String] {
    let written = questions.compactMap(\.heading.attributes.id?.value)
    if written.count == questions.count { return written }
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
