import SiteModel
import Testing

@testable import SiteTransforms

@Suite struct ShareTests {
    /// The golden vectors of `domain.md` 1.9.
    private let vectors = [
        "whatsapp":
            "https://wa.me/?text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
        "x":
            "https://x.com/intent/tweet?text=Second%20Opinion%20For%20Cancer%20Patients&url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&hashtags=Cancer%2CSecondOpinion&via=examplehealth",
        "facebook": "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
        "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
        "telegram":
            "https://t.me/share/url?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&text=Second%20Opinion%20For%20Cancer%20Patients",
        "reddit":
            "https://www.reddit.com/submit?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&title=Second%20Opinion%20For%20Cancer%20Patients",
        "bluesky":
            "https://bsky.app/intent/compose?text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
        "mastodon":
            "https://share.joinmastodon.org/#text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F%0A%23Cancer%20%23SecondOpinion",
        "threads":
            "https://www.threads.com/intent/post?text=Second%20Opinion%20For%20Cancer%20Patients&url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&tag=Cancer",
        "email":
            "mailto:?subject=Second%20Opinion%20For%20Cancer%20Patients&body=When%20and%20how%20to%20ask%20for%20one.%0D%0A%0D%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    ]

    @Test func everyNetworkGetsTheLinkThatItsDocumentationAsksFor() {
        let links = share(shareNetworks.map(\.id)).links
        #expect(links.count == vectors.count + 1)
        for link in links where link.network != "copy" { #expect(link.url == vectors[link.network], "\(link.network)") }
        #expect(links.first { $0.network == "copy" }?.url == nil)
    }

    @Test func aSiteThatNamesNoNetworksHasTheFourOfTheSeed() {
        #expect(share(nil).links.map(\.network) == ["whatsapp", "copy", "x", "facebook"])
    }

    @Test func whatTheShareTextSaysComesBeforeWhatTheArticleSays() {
        var diagnostics = Diagnostics()
        var own = ShareFields()
        own.title = placed("Shared title")
        let share = composeShare(
            [own], title: "Title", description: "Description", image: nil, url: "https://example.org/", SiteConfig(), &diagnostics)
        #expect(share.title == "Shared title")
        #expect(share.text == "Description")
    }

    private func share(_ networks: [String]?) -> ShareMetadata {
        var diagnostics = Diagnostics()
        var own = ShareFields()
        own.hashtags = [placed("Cancer"), placed("SecondOpinion")]
        own.via = placed("examplehealth")
        own.networks = networks?.map(placed)
        let share = composeShare(
            [own], title: "Second Opinion For Cancer Patients", description: "When and how to ask for one.", image: nil,
            url: "https://example.org/en/second-opinion/", SiteConfig(), &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return share
    }

    private func placed(_ text: String) -> Placed<String> { Placed(text, at: SourceLocation("share.md")) }
}
