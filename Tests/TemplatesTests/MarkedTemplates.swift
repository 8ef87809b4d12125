import SiteModel
import Templates
import Testing

/// Templates of a test, in which 1️⃣ may mark the place where a message is wanted.
struct MarkedTemplates {
    var sources: [TemplateSource] = []
    /// Path and offset of the mark.
    var mark: String?

    init(_ texts: [String: String]) {
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let parts = text.split(separator: "1️⃣", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { mark = "\(name):\(parts[0].utf8.count)" }
            sources.append(TemplateSource(path: name, name: name, text: Array(parts.joined().utf8)))
        }
    }

    /// Compiles them with the model of the tests.
    func compiled(_ messages: MessageCatalogue = TestSite.english) -> Outcome<Templates> {
        compile(
            sources, entryPoints: [EntryPoint(template: "main", variables: TestSite.variables)], schema: TestSite.schema,
            messages: messages)
    }

    /// What a page of the test site looks like, or what went wrong.
    func rendered(
        strings: MessageCatalogue = TestSite.english, limits: RenderLimits = .standard, root: [Value] = TestSite.root
    ) -> String {
        let outcome = compiled()
        if let message = outcome.diagnostics.sorted.first { return shown(message) }
        guard let entry = outcome.value.entry("main") else { return "no entry" }
        let compiled = outcome.value.compiled(entry, strings)
        let result = rendered(compiled, limits, root)
        // What is done beforehand must not show.
        let known = TestSite.knownFields(of: root)
        for template in [compiled.specialized(knowing: [:]), compiled.specialized(knowing: known)] {
            #expect(rendered(template, limits, root) == result)
        }
        return result
    }

    private func rendered(_ template: ReadyTemplate, _ limits: RenderLimits, _ root: [Value]) -> String {
        let (output, problem) = template.render(root: root, limits: limits)
        return problem.map(shown) ?? String(decoding: output, as: UTF8.self)
    }
}

/// `path:offset: code: message`.
func shown(_ message: Diagnostic) -> String {
    "\(message.location.path):\(message.location.range.lower): \(message.code.rawValue): \(message.message)"
}

/// A small page model.
enum TestSite {
    static let schema = Schema([
        RecordType(
            "Page",
            [
                RecordType.Field("title", .string, "The title."),
                RecordType.Field("body", .html, "The text."),
                RecordType.Field("minutes", .int, "Minutes of reading."),
                RecordType.Field("image", .optional(.record("Image")), "The image."),
                RecordType.Field("subtitle", .optional(.string), "A second title."),
                RecordType.Field("tags", .list(.string), "Tags."),
                RecordType.Field("outline", .list(.record("Entry")), "Headings."),
                RecordType.Field("extra", .dynamic, "Free keys."),
            ]),
        RecordType(
            "Image", [RecordType.Field("src", .string, "Address."), RecordType.Field("alt", .optional(.string), "Text.")]),
        RecordType(
            "Entry",
            [
                RecordType.Field("text", .string, "The heading."),
                RecordType.Field("children", .list(.record("Entry")), "Below it."),
            ]),
    ])

    static let variables = RecordType(
        "Root", [RecordType.Field("page", .record("Page"), "The page."), RecordType.Field("lang", .string, "The language.")])

    static let root: [Value] = [
        .record([
            .string("A & B"), .html(Array("<p>x</p>".utf8)), .int(3), .none, .string("Sub"), .list([.string("a"), .string("b")]),
            .list([entry("1", [entry("1.1", [entry("1.1.1", [])]), entry("1.2", [])]), entry("2", [])]),
            .object([("note", .string("n<")), ("empty", .none), ("list", .list([.int(1)])), ("number", .int(0))]),
        ]),
        .string("en"),
    ]

    /// All of the page but two fields.
    static func knownFields(of root: [Value]) -> [String: [Value?]] {
        guard case .record(let fields) = root[0] else { return [:] }
        return ["Page": fields.enumerated().map { [0, 6].contains($0.offset) ? nil : $0.element }]
    }

    private static func entry(_ text: String, _ children: [Value]) -> Value { .record([.string(text), .list(children)]) }

    static let english = MessageCatalogue(
        language: "en",
        messages: [
            "minutesRead": Message(plurals: [.one: "{count} minute read", .other: "{count} minutes read"]),
            "by": Message("By {name} <on> {site}"), "home": Message("Home & away"),
            "plain": Message(plurals: [.one: "one", .other: "many"]),
        ])
}
