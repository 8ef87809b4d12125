import SiteModel
import Testing

@testable import SiteRendering

/// The texts of a source are written one after the other in the same memory.
@Suite struct WrittenSourceTests {
    @Test func eachTextIsWrittenAsIfItWereAlone() {
        var document = Document(path: "content/faqs/a.md", role: .topic)
        document.body = text("Long enough to leave something behind in memory. ", times: 200, link: "/a/", footnote: true)
        for answer in [text("Short & plain."), text("With ", link: "/b/"), Markup(), text("With a note.", footnote: true)] {
            let heading = Heading(level: 2, content: .plain("Why?"), attributes: Attributes(), range: .start)
            document.questions.append(Question(heading: heading, answer: answer, location: SourceLocation("a")))
        }
        document.nameTexts(source: 3)
        let texts = document.texts
        let written = write(&document, MarkdownOptions())
        #expect(written.places.count == texts.count)
        for (part, text) in texts.enumerated() {
            var style = HTMLStyle(alignment: .cssClass, rawHTML: .kept, isForReading: true)
            style.leavesLevels = part > 0
            #expect(written[part, .page] == HTMLWriter.written(text, style))
            #expect(written[part, .answer] == (part == 0 ? nil : AnswerWriter.written(text)))
        }
        #expect(written[texts.count, .page] == nil)
        #expect(document.texts.allSatisfy { $0.tree.isEmpty && $0.digest != nil })
        #expect(Set(document.texts.map(\.digest)).count == texts.count)
    }

    private func text(_ words: String, times: Int = 1, link: String? = nil, footnote: Bool = false) -> Markup {
        var markup = Markup()
        let paragraph = markup.tree.open(.paragraph)
        markup.tree.add(.text, words: String(repeating: words, count: times))
        if let link {
            markup.links.append(Link(destination: link, title: "", shortText: "", isNamed: true, range: .start))
            let position = markup.tree.open(.link(0))
            markup.tree.add(.text, words: "there")
            markup.tree.close(position)
        }
        markup.tree.close(paragraph)
        if footnote {
            markup.footnotes.append(Footnote(name: "1", references: 1))
            let note = markup.tree.open(.footnote(0))
            markup.tree.add(.text, words: "A note.")
            markup.tree.close(note)
        }
        return markup
    }
}
