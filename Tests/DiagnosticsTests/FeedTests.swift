import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What is said about feeds and their ids.
@Suite struct FeedTests {
    @Test(arguments: cases) func pointsAtTheReason(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let cases = [
        spoiled(
            "an id that is another's address", .duplicateFeedID,
            "'https://www.example.org/articles/a/' is the id of 'content/articles/a.md' already"
        ) {
            article("a")
            article("b", with: "id: 1️⃣https://www.example.org/articles/a/")
        },
        spoiled("one id twice", .duplicateFeedID) {
            article("a", with: "id: \"tag:example.org,2026:x\"")
            article("b", with: "id: 1️⃣\"tag:example.org,2026:x\"")
        },
        spoiled("an id that is a name", .badURL, "'second-opinion' is not an address with its scheme") {
            article("a", with: "id: 1️⃣second-opinion")
        },
        spoiled("an id that is a path", .badURL) { article("a", with: "id: 1️⃣/articles/old/") },
        spoiled("an id of a scheme that does not last", .badURL) { article("a", with: "id: 1️⃣\"mailto:a@example.org\"") },
        spoiled("an id with a blank", .badURL) { article("a", with: "id: 1️⃣\"tag:example.org,2026:a b\"") },
        spoiled("an id of a scheme alone", .badURL) { article("a", with: "id: 1️⃣\"tag:\"") },
        spoiled("an id where there are no feeds of it", .unknownKey) {
            file("content/pages/a.md", "---\ntitle: A\n1️⃣id: https://www.example.org/b/\n---\n")
        },
        spoiled("a change in the future", .futureDate, "'updated' is in the future") {
            article("a", with: "updated: 1️⃣2026-11-02")
        },
        spoiled("a change of a page in the future", .futureDate) {
            file("content/pages/a.md", "---\ntitle: A\nupdated: 1️⃣2027-01-01\n---\n")
        },
        spoiled("an unknown key of feeds", .unknownKey, "'length' is not a key of the feeds") {
            config("feeds: {1️⃣length: 10}\n")
        },
        spoiled("feeds of a length that is none", .badValue, "'items' is a whole number from 0 to 1000") {
            config("feeds: {items: 1️⃣-1}\n")
        },
        spoiled("feeds of a content that is none", .badValue, help: "the values are full, summary") {
            config("feeds: {content: 1️⃣excerpt}\n")
        },
        spoiled("feeds that are no group", .wrongType) { config("feeds: 1️⃣none\n") },
        spoiled("a link to a feed that is not there", .brokenLink, help: "did you mean '/feed.xml'?") {
            article("a", "See 1️⃣[feed](/feeds.xml).\n")
        },
        spoiled("an alias that needs a feed to be a folder", .duplicateURL) {
            article("a", with: "aliases: 1️⃣/articles/feed.xml/old/")
        },
        spoiled("a taxonomy that would take the key of ids", .badValue) { config("taxonomies: [1️⃣id]\n") },
    ]

    @Test func aPreviewOfTheFutureSaysNothingOfChangesInIt() async {
        let build = await InMemorySite {
            config()
            file("content/articles/a.md", "---\ntitle: A\ndate: 2027-01-01\nupdated: 2027-02-01\n---\nText.\n")
        }.build { $0.visibility.future = true }
        #expect(build.findings.isEmpty && build.text(of: "articles/a/index.html") != nil)
    }
}
