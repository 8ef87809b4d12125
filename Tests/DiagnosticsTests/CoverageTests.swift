import SiteModel
import SiteTestSupport
import Testing

/// Every table of spoiled sources.
private let tables: [[SpoiledSource]] = [
    BytesTests.cases, FrontMatterTests.keys, FrontMatterTests.values, FrontMatterTests.yaml, LinkTests.targets, LinkTests.places,
    LinkTests.anchors, LinkTests.images, ImageTests.files, LinkTests.unpublished, MarkdownTests.additions, MarkdownTests.html,
    MarkdownTests.complex,
    PageTests.addresses, PageTests.ids, PageTests.questions, PageTests.files, PageTests.names, ConfigTests.cases,
    ThemeTests.templates, ThemeTests.files, EditorialTests.trust, EditorialTests.dates, EditorialTests.medical,
    FeedTests.cases, DiscoveryTests.icons, DiscoveryTests.settings, AccessTests.headings, AccessTests.images, AccessTests.links,
    AccessTests.html, AccessTests.cards, AccessTests.languages, ShareImageTests.chosen, ShareImageTests.own,
    RecordBlockTests.cases,
]

@Suite struct CoverageTests {
    @Test func everyCodeIsRaisedByACase() {
        let cases = tables.flatMap { $0 }
        // These have tests of their own, since a case is a site with a configuration and without a disk.
        let raised = Set(cases.map(\.code)).union([.missingConfig, .refusedFile, .foreignOutput])
        let missing = Set(DiagnosticCode.allCases).subtracting(raised).map(\.rawValue).sorted()
        #expect(missing.isEmpty)
        #expect(cases.count >= 250)
    }

    /// Every case ends with a message for people: words, no full stop, and a help that is an action.
    @Test func messagesReadAsTheHouseStyleSays() async {
        for source in tables.flatMap({ $0 }) where source.code != .tooComplex {
            for diagnostic in await source.site.build().diagnostics {
                let texts = [diagnostic.message, diagnostic.help ?? "write"] + diagnostic.notes.map(\.text)
                for text in texts {
                    #expect(!text.isEmpty && !text.hasSuffix(".") && !text.contains("\n"), "\(source.name): \(text)")
                    #expect(!text.contains("Optional(") && !text.contains("nil"), "\(source.name): \(text)")
                }
            }
        }
    }
}
