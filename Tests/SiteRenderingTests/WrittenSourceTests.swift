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
            let isWrittenOnce = part == 0 || AnswerWriter.isAsOnPage(text)
            #expect(isWrittenOnce == (part < 3))
            #expect(written[part, .answer] == (isWrittenOnce ? nil : AnswerWriter.written(text)))
        }
        #expect(written[texts.count, .page] == nil)
        #expect(document.texts.allSatisfy { $0.tree.isEmpty && $0.digest != nil })
        #expect(Set(document.texts.map(\.digest)).count == texts.count)
    }

    /// What is made of a page's HTML is what would have been written for structured data.
    @Test(arguments: ["Plain", "a < b & \"c\" > d 'e'", "line\u{2028}end \u{2014} é", "tab\t and \\ back\u{1}"])
    func anAnswerAsOnItsPageIsTheSameInStructuredData(words: String) {
        let markup = answer([.emphasis, .strong, .link(0)], words, title: "")
        #expect(AnswerWriter.isAsOnPage(markup))
        var style = HTMLStyle(alignment: .cssClass, rawHTML: .kept, isForReading: true)
        style.leavesLevels = true
        let base = PageBase(Permalink("/a/"), BaseURL(origin: "https://www.example.org", path: "/"))
        var own = ByteBuffer()
        var made = ByteBuffer()
        AnswerWriter.written(markup).fill(into: &own, LinkedMarkup(unlinked: markup), base)
        HTMLWriter.written(markup, style).fill(fromPageInto: &made, LinkedMarkup(unlinked: markup), base)
        let bytes = (own: own.array, made: made.array)
        #expect(bytes.made == bytes.own)
    }

    @Test func otherAnswersAreNotAsOnTheirPages() {
        #expect(!AnswerWriter.isAsOnPage(answer([.link(0)], "there", title: "a title")))
        for kind in [MarkupNode.Kind.strikethrough, .image(0), .html(0)] {
            #expect(!AnswerWriter.isAsOnPage(answer([.strong, kind], "words", title: "")))
        }
        #expect(!AnswerWriter.isAsOnPage(answer([.strong], "", title: "")))
        #expect(!AnswerWriter.isAsOnPage(answer([], "", title: "")))
        var two = answer([.strong], "words", title: "")
        let paragraph = two.tree.open(.paragraph)
        two.tree.add(.text, words: "more")
        two.tree.close(paragraph)
        #expect(!AnswerWriter.isAsOnPage(two))
    }

    /// A paragraph of elements with the same words, each on a line.
    private func answer(_ elements: [MarkupNode.Kind], _ words: String, title: String) -> Markup {
        var markup = Markup()
        markup.links.append(Link(destination: "/b/?c&d", title: title, shortText: "", isNamed: true, range: .start))
        let paragraph = markup.tree.open(.paragraph)
        for kind in elements {
            let element = markup.tree.open(kind)
            markup.tree.add(.text, words: words)
            markup.tree.close(element)
            markup.tree.add(.softBreak)
        }
        markup.tree.close(paragraph)
        return markup
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
