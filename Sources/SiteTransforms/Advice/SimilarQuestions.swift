import SiteModel

/// Questions of a site that ask nearly the same, each with the first of its kind.
///
/// A question is the set of its words without those that carry no meaning and, in English, without plural endings. Two are alike
/// where the sets are the same, or where one of seven words or more has one besides those of the other. In a shorter question one
/// word more is another subject ('how much sleep do babies need'), and so is a word in the place of another. Questions are looked
/// up by their set and by what is left of it without one word, so the time grows with their number and not with that of pairs.
func findSimilarQuestions(
    _ placed: [PlacedDocument], _ config: SiteConfig
) -> Diagnostics {
    let asked = questions(placed, config)
    var byWords: [String: Int] = [:]
    for (index, question) in asked.enumerated() where byWords[question.key] == nil { byWords[question.key] = index }
    // The later of two is told about the earlier.
    var earlier: [Int: Int] = [:]
    for (index, question) in asked.enumerated() {
        for other in question.keysOfSmaller.compactMap({ byWords[$0] }) where other != index {
            let (first, second) = (min(index, other), max(index, other))
            earlier[second] = min(first, earlier[second] ?? first)
        }
    }
    var diagnostics = Diagnostics()
    for (later, first) in earlier.sorted(by: { $0.key < $1.key }) {
        let (question, known) = (asked[later], asked[first])
        // On one page, that has been said in stronger words.
        if question.home == known.home, question.text.lowercased() == known.text.lowercased() { continue }
        diagnostics.add(
            .similarQuestion, "'\(question.text)' is much like '\(known.text)'", at: question.location,
            help: "keep one of the two, in 'faqs/', and let the other page quote it",
            notes: [.init("the other one", at: known.location)])
    }
    return diagnostics
}

/// A question as the set of its words.
struct WordSet {
    let text: String
    let location: SourceLocation
    let home: Permalink
    private let language: String
    /// Sorted, each once.
    let words: [String]

    init?(_ question: Question, home: Permalink, language: String) {
        let text = question.heading.content.plainText(images: question.answer.images)
        let words = Set(contentWords(of: text, isEnglish: isEnglish(language)))
        guard !words.isEmpty, words.count <= 24 else { return nil }
        self.text = text
        location = question.location
        self.home = home
        self.language = language
        self.words = words.sorted()
    }

    var key: String { key(words) }

    /// The set itself, and those smaller ones that are alike.
    var keysOfSmaller: [String] {
        guard words.count >= 7 else { return [key] }
        return [key]
            + words.indices.map { index in
                var rest = words
                rest.remove(at: index)
                return key(rest)
            }
    }

    private func key(_ words: [String]) -> String { language + "\n" + words.joined(separator: "\n") }
}

private func questions(
    _ placed: [PlacedDocument], _ config: SiteConfig
) -> [WordSet] {
    placed.sorted { $0.document.path < $1.document.path }.flatMap { entry in
        let document = entry.document
        let language = placed.language(of: entry, config)
        return (document.questions + document.fields.faqs.compactMap(\.ownQuestion)).compactMap {
            WordSet($0, home: entry.permalink, language: language)
        }
    }
}

/// The words that tell one question from another.
func contentWords(of text: String, isEnglish: Bool) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    return words.flatMap { word -> [String] in
        let plain = word.filter { $0 != "'" && $0 != "’" }
        guard isEnglish else { return [plain] }
        if word.count > plain.count, plain.hasSuffix("nt") { return ["not"] }
        let stem = word.count > plain.count && plain.hasSuffix("s") ? String(plain.dropLast()) : singular(plain)
        return fillers.contains(plain) || fillers.contains(stem) ? [] : [stem]
    }
    .filter { !$0.isEmpty }
}

/// Without the ending of a plural: D. Harman, 'How effective is suffixing?' (1991), the S stemmer.
private func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), !word.hasSuffix("eies"), !word.hasSuffix("aies"), word.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("es"), !word.hasSuffix("aes"), !word.hasSuffix("ees"), !word.hasSuffix("oes"), word.count > 3 {
        return String(word.dropLast())
    }
    if word.hasSuffix("s"), !word.hasSuffix("us"), !word.hasSuffix("ss"), word.count > 3 { return String(word.dropLast()) }
    return word
}

/// English words without which a question asks the same. 'Why', 'when', 'how' and 'not' are none of them.
private let fillers: Set<String> = Set(
    """
    a an the this that these those is are am was were be been being do does did doing have has had having can could will would \
    shall should may might must i me my mine you your yours we us our ours it its he she his her they them their theirs one \
    what of to in on at by for from with about as and or if then so there here please really actually exactly
    """.split(separator: " ").map(String.init))
