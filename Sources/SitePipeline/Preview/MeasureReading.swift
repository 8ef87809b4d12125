package import SiteModel
internal import SiteParsing
internal import SiteTransforms

/// How hard the text of a page is to read, by the length of its sentences and words, as `martlet check` measures it: a number that says
/// where to look, and never that a text is clear.
package struct ReadingLevel: Sendable, Equatable {
    package var words = 0
    package var sentences = 0
    package var syllables = 0
    /// Sentences of more than 25 words, the longest first.
    package var long: [Sentence] = []

    package struct Sentence: Sendable, Equatable {
        package var words: Int
        /// From its first word on, with its markup, to the end of the sentence or of the paragraph.
        package var text: String
        package var path: String
        package var line: Int
    }

    /// Flesch's reading ease, from 0, very hard, to 100, very easy; nil for a text that is too short to tell.
    package var ease: Int? {
        guard words >= ReadingLevel.least, sentences > 0 else { return nil }
        let value = 206.835 - 1.015 * Double(words) / Double(sentences) - 84.6 * Double(syllables) / Double(words)
        return Int(max(0, min(100, value)).rounded())
    }

    /// The year of school, as counted in the United States, in which pupils read such a text (Flesch and Kincaid); nil for one that is too
    /// short to tell.
    package var grade: Int? {
        guard words >= ReadingLevel.least, sentences > 0 else { return nil }
        return Int(max(0, Readability.grade(words: words, sentences: sentences, syllables: syllables)).rounded())
    }

    /// Words in a sentence, rounded.
    package var meanSentence: Int { sentences == 0 ? 0 : (words * 2 + sentences) / (sentences * 2) }

    /// Fewer words tell nothing.
    private static let least = 50
}

/// Measures the text and the answers that a page is the place of, from its sources. Nil for a page that is made of none with a text.
package func measureReading(of page: Page, _ config: SiteConfig, in files: some FileSystem) -> ReadingLevel? {
    var options = ParseOptions(config)
    options.markdown.notesProse = true
    var level = ReadingLevel()
    for (path, role) in textSources(of: page) {
        guard let bytes = try? files.read(path) else { continue }
        let document = SiteParsing.parse(SourceFile(path: path, role: role, bytes: bytes), options).value
        guard let measured = measureReadability(of: document, in: bytes) else { continue }
        level.words += measured.words
        level.sentences += measured.sentences
        level.syllables += measured.syllables
        level.long += measured.long.map { sentence in
            let place = HumanPlace(sentence.range, in: bytes)
            return .init(words: sentence.words, text: text(from: sentence.range.lower, in: bytes), path: path, line: place.line)
        }
    }
    level.long.sort { ($1.words, $0.text) < ($0.words, $1.text) }
    return level.sentences == 0 ? nil : level
}

private func textSources(of page: Page) -> [(path: String, role: DocumentRole)] {
    guard let source = page.source else { return [] }
    switch page.content {
    case .article:
        let questions = folder(of: source) + "/faq.md"
        return [(source, .article)] + (fileName(of: source) == "index.md" ? [(questions, .articleQuestions)] : [])
    case .plain: return [(source, .page)]
    case .topic: return [(source, .topic)]
    case .person: return [(source, .person)]
    default: return []
    }
}

/// A sentence as it stands in its source, from an offset on.
private func text(from start: Int, in bytes: [UInt8]) -> String {
    let paragraph = String(decoding: bytes[start...].prefix(2_000), as: UTF8.self)
    var sentence = ""
    for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.contains(where: { !$0.isWhitespace }) else { break }
        for word in line.split(whereSeparator: \.isWhitespace) {
            sentence += (sentence.isEmpty ? "" : " ") + word
            if let last = word.last(where: { !"\"'”’)]*_".contains($0) }), ".!?".contains(last), sentence.count > 60 {
                return sentence
            }
        }
    }
    return sentence
}
