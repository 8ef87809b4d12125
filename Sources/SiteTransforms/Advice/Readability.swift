package import SiteModel

/// How hard a source is to read, by its length alone.
package struct Readability: Sendable, Equatable {
    package var sentences = 0
    package var words = 0
    package var syllables = 0
    /// Sentences of more than 25 words, the longest first.
    package var long: [LongSentence] = []

    package struct LongSentence: Sendable, Equatable {
        package var words: Int
        /// Its first word.
        package var range: SourceRange
    }

    /// The years of school that a reader needs, by Flesch and Kincaid; `domain.md` 7.4.
    package var grade: Double { Self.grade(words: words, sentences: sentences, syllables: syllables) }

    package static func grade(words: Int, sentences: Int, syllables: Int) -> Double {
        guard sentences > 0, words > 0 else { return 0 }
        return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    }
}

/// Measures the paragraphs of a document that was parsed with `MarkdownOptions.notesProse`. Those that do not end as a sentence
/// does are items of lists, captions and the like, and count for nothing.
package func measureReadability(of document: Document, in bytes: [UInt8]) -> Readability? {
    var result = Readability()
    for paragraph in document.body.prose + document.questions.flatMap(\.answer.prose) {
        guard let last = paragraph.text.last(where: { !" \t\n\"'”’)".contains($0) }), ".?!".contains(last) else { continue }
        let scanner = SentenceScanner(paragraph.text)
        for sentence in scanner.sentences {
            result.sentences += 1
            result.words += sentence.count
            for word in sentence { result.syllables += scanner.syllables(of: word) }
        }
        if scanner.sentences.contains(where: { $0.count > 25 }) {
            result.long += longSentences(scanner, SourceWords(bytes, paragraph.range))
        }
    }
    result.long.sort { ($1.words, $0.range.lower) < ($0.words, $1.range.lower) }
    return result.sentences == 0 ? nil : result
}

private func longSentences(_ scanner: SentenceScanner, _ source: SourceWords) -> [Readability.LongSentence] {
    var source = source
    return scanner.sentences.compactMap { sentence in
        let place = source.place(of: sentence.map(scanner.text))
        guard sentence.count > 25, let place else { return nil }
        return Readability.LongSentence(words: sentence.count, range: place)
    }
}

func checkReadability(_ measured: Readability, of document: Box<Document>) -> Diagnostics {
    var diagnostics = Diagnostics()
    if let longest = measured.long.first {
        let count = measured.long.count
        diagnostics.add(
            .longSentences,
            count == 1
                ? "a sentence of \(longest.words) words"
                : "\(count) sentences have more than 25 words, the longest \(longest.words)",
            at: SourceLocation(document.path, longest.range), help: "make two of it, or a list",
            notes: measured.long.dropFirst().prefix(3).map {
                .init("one of \($0.words) words", at: SourceLocation(document.path, $0.range))
            })
    }
    let tenths = Int((measured.grade * 10).rounded())
    guard measured.words >= 100, tenths > 80 else { return diagnostics }
    diagnostics.add(
        .readingLevel, "the text takes \(tenths / 10).\(tenths % 10) years of school to read (Flesch-Kincaid grade)",
        at: document.fields.title?.location ?? SourceLocation(document.path),
        help: "use shorter words and sentences where you can")
    return diagnostics
}

/// The words of a paragraph as they stand in its source, to find those of its text again.
private struct SourceWords {
    private let words: [(text: String, range: SourceRange)]
    private var next = 0

    init(_ bytes: [UInt8], _ range: SourceRange) {
        var words: [(String, SourceRange)] = []
        var start: Int?
        for index in range.lower...min(range.upper, bytes.count) {
            let isWord = index < min(range.upper, bytes.count) && isWordByte(bytes[index])
            if isWord { start = start ?? index }
            guard !isWord, let first = start else { continue }
            words.append((String(decoding: bytes[first..<index], as: UTF8.self), SourceRange(first, index)))
            start = nil
        }
        self.words = words
    }

    /// Where the first word of a sentence stands. The words of a text are among those of its source in the same order, which has
    /// addresses and the like between them.
    mutating func place(of sentence: [String]) -> SourceRange? {
        var place: SourceRange?
        for word in sentence {
            // Of a word with marks in it, the first part will do.
            let part = String(word.prefix { $0 != "-" })
            guard let found = words[next...].prefix(60).firstIndex(where: { $0.text == part }) else { continue }
            place = place ?? words[found].range
            next = found + 1
        }
        return place
    }
}

private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}
