import SiteModel
import SiteTestSupport
import Testing

@Suite struct CoverageTests {
    /// Every table of spoiled sources.
    static let tables: [[SpoiledSource]] = [
        BytesTests.cases, FrontMatterTests.keys, FrontMatterTests.values, FrontMatterTests.yaml, LinkTests.targets,
        LinkTests.places,
        LinkTests.anchors, LinkTests.images, ImageTests.files, LinkTests.unpublished, MarkdownTests.additions, MarkdownTests.html,
        MarkdownTests.complex,
        PageTests.addresses, PageTests.ids, PageTests.questions, PageTests.files, PageTests.names, ConfigTests.cases,
        ThemeTests.templates, ThemeTests.files, EditorialTests.trust, EditorialTests.dates, EditorialTests.medical,
        FeedTests.cases, DiscoveryTests.icons, DiscoveryTests.settings, AccessTests.headings, AccessTests.images,
        AccessTests.links,
        AccessTests.html, AccessTests.cards, AccessTests.languages, ShareImageTests.chosen, ShareImageTests.own,
        RecordBlockTests.cases, AdviceTests.cases,
    ]

    @Test func everyCodeIsRaisedByACase() {
        let cases = Self.tables.flatMap { $0 }
        // These have tests of their own at the exact place, since a case is a site with a configuration and without a disk
        // (ConfigTests, DiskTests) or a network (ExternalLinkTests).
        let raised = Set(cases.map(\.code)).union([
            .missingConfig, .refusedFile, .foreignOutput, .deadLink, .movedLink, .unansweredLink,
        ])
        let missing = Set(DiagnosticCode.allCases).subtracting(raised).map(\.rawValue).sorted()
        #expect(missing.isEmpty)
        #expect(cases.count >= 250)
    }

    /// Every case ends with a message for people: words, no full stop, and a help that is an action.
    @Test func messagesReadAsTheHouseStyleSays() async {
        for source in Self.tables.flatMap({ $0 }) where source.code != .tooComplex {
            let isAdvice = source.code.origin == .check
            let said = isAdvice ? await source.site.check().diagnostics : await source.site.build().diagnostics
            for diagnostic in said {
                let texts = [diagnostic.message, diagnostic.help ?? "write"] + diagnostic.notes.map(\.text)
                for text in texts {
                    #expect(!text.isEmpty && !text.hasSuffix(".") && !text.contains("\n"), "\(source.name): \(text)")
                    #expect(!text.contains("Optional(") && !text.contains("nil"), "\(source.name): \(text)")
                }
            }
        }
    }

    /// Every code has what 'martlet explain' says, in the guide as well.
    @Test(arguments: DiagnosticCode.allCases) func everyCodeStandsInTheGuide(_ code: DiagnosticCode) {
        #expect(diagnosticsGuide().contains("\n## \(code.rawValue)\n"))
        #expect(!code.explanation.summary.isEmpty && !code.explanation.advice.isEmpty)
    }
}
