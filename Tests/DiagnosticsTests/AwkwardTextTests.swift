import SiteModel
import SiteTestSupport
import Testing

/// Places are right in any text: other line ends, a byte order mark, tabs, emoji of several scalars, combining marks, and text from
/// right to left, before the place on its line and above it.
@Suite struct AwkwardTextTests {
    static let tables = CoverageTests.tables.flatMap { $0 }.filter(isText)

    @Test func everyCodeOfATextIsAmongThem() {
        let others: Set<DiagnosticCode> = [
            .notUTF8, .fileTooLarge, .tooComplex, .missingConfig, .refusedFile, .foreignOutput, .deadLink, .movedLink,
            .unansweredLink,
        ]
        #expect(Set(Self.tables.map(\.code)).union(others) == Set(DiagnosticCode.allCases))
    }

    @Test(arguments: tables) func withLinesOfWindows(_ source: SpoiledSource) async {
        await expectSame(source, withLinesOfWindows)
    }

    @Test(arguments: tables) func belowAwkwardText(_ source: SpoiledSource) async {
        await expectSame(source) { path, text in
            if text.text.hasPrefix("---\n") { return text.inserting("# \(awkward)\n", at: 4) }
            if path.hasSuffix(".yml") { return text.inserting("# \(awkward)\n", at: 0) }
            // On the line itself: what stands before it in a template is a comment.
            return path.hasPrefix("themes/") && path.hasSuffix(".html") ? text.inserting("{# \(awkward) #}", at: 0) : text
        }
    }

    @Test(arguments: cases) func behindAwkwardText(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test(arguments: cases) func behindAwkwardTextOnLinesOfWindows(_ source: SpoiledSource) async {
        await expectSame(source, withLinesOfWindows)
    }

    private func withLinesOfWindows(_ path: String, _ text: MarkedText) -> MarkedText {
        let isText = [".md", ".yml", ".html"].contains { path.hasSuffix($0) }
        return isText ? text.ending(linesWith: [0x0D, 0x0A]) : text
    }

    private func expectSame(_ source: SpoiledSource, _ change: (String, MarkedText) -> MarkedText) async {
        var changed = source
        changed.site = source.site.mapTexts(change)
        await expectItsMessage(changed)
    }

    /// A tab, a family of four, a flag, a letter with a mark, Hebrew, Arabic, Hindi.
    private static let awkward = "\t👩‍👩‍👧‍👦🇮🇳 e\u{301} שלום مرحبا कैंसर"
    private var awkward: String { Self.awkward }

    /// Not those about bytes that are no text, nor those so long that they take a second each.
    private static func isText(_ source: SpoiledSource) -> Bool {
        ![.notUTF8, .fileTooLarge, .tooComplex].contains(source.code) && !source.name.hasPrefix("a lone CR")
    }

    /// With awkward text on the line of the mistake.
    static let cases = [
        inText("a broken link", .brokenLink, "[x](/gone/)"), inText("a broken anchor", .brokenAnchor, "[x](#gone)"),
        inText("an unsafe link", .unsafeLink, "[x](javascript:a)"), inText("an empty link", .emptyLink, "[](/articles/a/)"),
        inText("a vague link", .vagueLink, "[here](/articles/a/)"), inText("no image", .missingImage, "![A bed](gone.png) x"),
        inText("a remote image", .remoteImage, "![A bed](https://example.org/a.png) x"),
        inText("no description", .missingAlt, "![](https://example.org/a.png) x", beside: [.remoteImage]),
        inText("a script", .unsafeHTML, "<script>x</script>"),
        inText("an undefined reference", .undefinedReference, "[x][gone]"),
        inText("a control character", .controlCharacter, "\u{92}s"),
        spoiled("an alert in a list", .unknownAlert) { article("a", "- \(awkward)\n\n  > 1️⃣[!NOTIZ]\n  > x\n") },
        spoiled("a bad attribute", .badAttributes) { article("a", "## \(awkward) {#a 1️⃣b}\n") },
        spoiled("an id twice", .duplicateID) { article("a", "## \(awkward) {#a}\n\n## \(awkward) {#1️⃣a}\n") },
        inFlow("an unknown key", .unknownKey, "1️⃣handle: me"), inFlow("a bad handle", .badValue, "via: 1️⃣\"@me\""),
        inFlow("an unknown network", .unknownNetwork, "networks: [1️⃣whatsap]"),
        inFlow("a list in the place of text", .wrongType, "via: 1️⃣[a]"),
        inFlow("an alias", .yamlAlias, "via: 1️⃣*me"),
        spoiled("a broken address", .badURL) {
            article("a", with: "references: [{title: \"\(awkward)\", url: 1️⃣example.org}]")
        },
        spoiled("a bad day", .badDate) {
            article("a", with: "references: [{title: \"\(awkward)\", accessed: 1️⃣yesterday}]")
        },
        spoiled("nobody", .unknownPerson) {
            article("a", with: "authors: [\"שלום\", \"दूसरी\", 1️⃣\"ben\"]")
            for name in ["שלום", "दूसरी"] { file("content/people/\(name).md", "---\nname: Ann\n---\n") }
        },
        spoiled("a misspelt name in a template", .templateName) {
            file("themes/plain/templates/page.html", "<p>\(awkward) {{ page.1️⃣titel }}</p>")
            file("content/pages/a.md", "---\ntitle: A\n---\nText.\n")
        },
        spoiled("an unknown filter", .templateFilter) {
            file("themes/plain/templates/page.html", "<p>\(awkward) {{ page.title|1️⃣uper }}</p>")
            file("content/pages/a.md", "---\ntitle: A\n---\nText.\n")
        },
    ]

    private static func inText(
        _ name: String, _ code: DiagnosticCode, _ text: String, beside: Set<DiagnosticCode> = []
    ) -> SpoiledSource {
        let allowed = beside.isEmpty ? "" : "allow: [\(beside.map(\.rawValue).sorted().joined(separator: ", "))]"
        return spoiled(name, code) { article("a", "> \(awkward) 1️⃣\(text)\n", with: allowed) }
    }

    private static func inFlow(_ name: String, _ code: DiagnosticCode, _ text: String) -> SpoiledSource {
        spoiled(name, code) { article("a", with: "share: {title: \"\(awkward)\", \(text)}") }
    }
}
