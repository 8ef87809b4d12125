import Foundation
import SiteModel
import SiteParsing
import SiteRendering
import Testing

/// The examples of the CommonMark and GFM specifications and of libcmark-gfm's own tests. With Martlet's additions off, the
/// parser's tree and the writer's HTML have to give each example's HTML, byte for byte.
@Suite struct SpecificationTests {
    struct Example: Decodable {
        var number: Int
        var section: String
        var markdown: String
        var html: String
        var extensions: [String]?
        var disabled: Bool?
        var ignore_html: Bool?
    }

    @Test(arguments: [
        ("commonmark", 649, [String]()),
        ("gfm", 671, []),
        ("extensions", 29, ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]),
        ("regression", 25, []),
        ("smart_punct", 16, ["smart"]),
    ])
    func everyExampleRendersAsTheSpecificationSays(file: String, expected: Int, always: [String]) throws {
        let examples = try load(file).filter { !isDisabled($0) }
        #expect(examples.count == expected)
        for example in examples {
            let html = render(example.markdown, Set((example.extensions ?? []) + always))
            #expect(html == example.html, "\(file) \(example.number), \(example.section)")
        }
    }

    private func isDisabled(_ example: Example) -> Bool {
        example.disabled == true || example.ignore_html == true || (example.extensions ?? []).contains("disabled")
            || example.html.contains("<IGNORE>")
    }

    private func load(_ file: String) throws -> [Example] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/spec/\(file).json")
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: url))
    }

    private func render(_ markdown: String, _ names: Set<String>) -> String {
        var extensions: GFMExtensions = []
        for (name, member) in [
            ("table", GFMExtensions.table), ("strikethrough", .strikethrough), ("autolink", .autolink), ("tasklist", .taskList),
            ("footnotes", .footnotes),
        ] where names.contains(name) {
            extensions.insert(member)
        }
        var options = MarkdownOptions.specification
        options.smart = names.contains("smart")
        let outcome = parseMarkdown(Array(markdown.utf8), path: "example.md", extensions: extensions, options: options)
        // The specifications have examples of what editors rarely mean, which Martlet says and renders all the same.
        #expect(outcome.diagnostics.all.allSatisfy { $0.code == .unclosedCode || $0.code == .undefinedReference })
        let style = HTMLStyle.specification(rawHTML: names.contains("tagfilter") ? .filtered : .kept)
        return String(decoding: html(LinkedMarkup(unlinked: outcome.value), style), as: UTF8.self)
    }
}

extension MarkdownOptions {
    /// CommonMark and GFM, with nothing of Martlet's own.
    static var specification: MarkdownOptions {
        var options = MarkdownOptions()
        options.smart = false
        options.alerts = false
        options.figures = false
        options.attributes = false
        options.containers = false
        return options
    }
}
