import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@Suite struct EditorialTests {
    @Test(arguments: trust) func pointsAtWhatIsLacking(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: dates) func pointsAtTheDay(_ source: SpoiledSource) async { await expectItsMessage(source) }
    @Test(arguments: medical) func pointsAtTheMedicalArticle(_ source: SpoiledSource) async { await expectItsMessage(source) }

    @Test func aReviewIsOverdueOnTheClockOfTheBuild() async {
        let site = InMemorySite {
            config()
            article("a", with: "lastReviewed: 2025-01-01\nnextReview: 2026-10-31")
        }
        #expect(await site.build { $0.now = Instant(seconds: 1_793_404_800, offset: 0) }.findings.isEmpty)
        #expect(await site.build().findings.map(\.code) == [.reviewOverdue])
    }

    @Test func aMedicalArticleWithAllThatItNeedsIsLeftInPeace() async {
        let site = InMemorySite {
            config("medical: true\ndisclaimer: No substitute for advice\n")
            article("a", with: "authors: [ann]\nreviewedBy: [bob]\nlastReviewed: 2026-09-01\nreferences: [{title: A book}]")
            file("content/people/ann.md", "---\nname: Ann\n---\n")
            file("content/people/bob.md", "---\nname: Bob\ncredentials: MD\n---\n")
        }
        #expect(await site.build().findings.isEmpty)
    }

    static let trust = [
        spoiled(
            "a long title", .textLength, "the title has 120 characters, of which 110 are shown", help: "shorten it to 110"
        ) {
            file("content/pages/a.md", "---\ntitle: 1️⃣\(String(repeating: "long ", count: 23))title\n---\nText.\n")
        },
        spoiled("a long description", .textLength) {
            article("a", with: "description: 1️⃣" + String(repeating: "x", count: 201))
        },
        spoiled(
            "a name with a title", .personName, "the name 'Dr. Ann' holds more than the name",
            help: "write titles as 'honorificPrefix' and degrees as 'honorificSuffix'"
        ) {
            file("content/people/ann.md", "---\nname: 1️⃣Dr. Ann\n---\n")
        },
        spoiled("a name with a degree", .personName) { file("content/people/ann.md", "---\nname: 1️⃣Ann Lee, MD\n---\n") },
        spoiled("one question under two ids", .duplicateQuestion, "the page asks 'What is it?' twice") {
            file("content/faqs/t.md", "---\ntitle: T\n---\n## What is it? {#a}\n\nThis.\n\n1️⃣## What is it? {#b}\n\nThat.\n")
        },
    ]

    static let dates = [
        spoiled("an update that is still to come", .futureDate, "'updated' is in the future") {
            article("a", with: "updated: 1️⃣2027-01-01")
        },
        spoiled("a review that is still to come", .futureDate) { article("a", with: "lastReviewed: 1️⃣2026-11-03") },
        spoiled("a review that was due", .reviewOverdue, "the review was due on 2026-10-31") {
            article("a", with: "lastReviewed: 2025-01-01\nnextReview: 1️⃣2026-10-31")
        },
    ]

    static let medical = [
        spoiled("nobody's words", .missingAuthor, "the medical article names no author") {
            medicalArticle("allow: []\nreviewedBy: [bob]\nlastReviewed: 2026-09-01\n" + sources)
            reviewer
        },
        spoiled("nobody's review", .missingReview, "the medical article has no 'reviewedBy'") {
            medicalArticle("lastReviewed: 2026-09-01\n" + sources)
        },
        spoiled("a review of no day", .missingReview, "the medical article has no 'lastReviewed'") {
            medicalArticle("reviewedBy: [bob]\n" + sources)
            reviewer
        },
        spoiled("no sources", .missingReferences) {
            medicalArticle("reviewedBy: [bob]\nlastReviewed: 2026-09-01\ndisclaimer: None\n")
            reviewer
        },
        spoiled("no disclaimer", .missingDisclaimer) {
            medicalArticle("reviewedBy: [bob]\nlastReviewed: 2026-09-01\nreferences: [{title: A book}]\n")
            reviewer
        },
        spoiled("a review of one's own", .ownReview, "'bob' reviewed what they wrote", help: "have somebody else review it") {
            file(
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2026-09-01\nmedical: true\nauthors: bob\nreviewedBy: 1️⃣bob\nlastReviewed: 2026-09-01\n"
                    + sources + "---\nText.\n")
            reviewer
        },
        spoiled(
            "a reviewer without credentials", .missingCredentials,
            help: "add them to 'content/people/ann.md'"
        ) {
            file(
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2026-09-01\nmedical: true\nauthors: bob\nreviewedBy: [1️⃣ann]\nlastReviewed: 2026-09-01\n"
                    + sources + "---\nText.\n")
            reviewer
            file("content/people/ann.md", "---\nname: Ann\n---\n")
        },
    ]

    private static let sources = "references: [{title: A book}]\ndisclaimer: No substitute for advice\n"
    private static let reviewer = file("content/people/bob.md", "---\nname: Bob\ncredentials: MD\n---\n")

    private static func medicalArticle(_ lines: String) -> MarkedFile {
        file(
            "content/articles/a.md",
            "---\ntitle: 1️⃣A\ndate: 2026-09-01\nmedical: true\n\(lines.hasPrefix("allow") ? "" : "allow: [missing-author]\n")\(lines)---\nText.\n"
        )
    }
}
