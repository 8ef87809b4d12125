import SiteModel
import Testing

@Suite struct OutlineTests {
    @Test(arguments: [
        // Levels of headings, and the contents with what stands below each in brackets.
        ([2, 3, 3, 2], "0(1 2) 3"), ([3, 2, 3], "0 1(2)"), ([2, 4, 3], "0(2)"), ([1, 2, 5], "1"), ([4], ""), ([], ""),
    ])
    func headingsOfTheThirdLevelStandBelowTheOneBefore(levels: [Int], contents: String) {
        let text = text(levels)
        let shown = text.outline.map { entry in
            "\(entry.heading)"
                + (entry.children.isEmpty ? "" : "(\(entry.children.map { "\($0.heading)" }.joined(separator: " ")))")
        }
        #expect(shown.joined(separator: " ") == contents)
        #expect(text.outlineCount == text.outline.reduce(0) { $0 + 1 + $1.children.count })
    }

    @Test func headingsWithoutIDAndThoseThatAskForItAreLeftOut() {
        let text = text([2, 2, 2, 2], ids: ["a", "", "c", "d"]) { markup in
            markup.headings[2].attributes.classes = ["no-toc"]
            // The last one stands in a quotation.
            markup.topHeadings.removeLast()
        }
        #expect(text.outline.map(\.id) == ["a"])
        #expect(text.outlineCount == 1)
    }

    private func text(_ levels: [Int], ids: [String]? = nil, _ change: (inout Markup) -> Void = { _ in }) -> LinkedMarkup {
        var markup = Markup()
        markup.headings = levels.map {
            Heading(level: $0, content: .plain("A"), attributes: Attributes(), range: .start)
        }
        markup.topHeadings = Array(levels.indices)
        change(&markup)
        return LinkedMarkup(
            markup, headingIDs: ids ?? levels.indices.map { "part-\($0)" }, hrefs: [], imageSources: [], imageSizes: [])
    }
}
