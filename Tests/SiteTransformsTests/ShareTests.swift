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
        "sms":
            "sms:?&body=Second%20Opinion%20For%20Cancer%20Patients%20https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    ]

    @Test func everyNetworkGetsTheLinkThatItsDocumentationAsksFor() {
        let links = shared(on: shareNetworks.map(\.id)).links
        #expect(links.map(\.network) == shareNetworks.map(\.id))
        for link in links { #expect(link.url == vectors[link.network], "\(link.network)") }
        #expect(Set(links.filter { $0.url == nil }.map(\.network)) == ["copy", "native", "print"])
        #expect(links.filter { !$0.opensTab }.map(\.network) == ["copy", "email", "sms", "native", "print"])
    }

    @Test func aSiteThatNamesNoNetworksHasTheFourOfTheSeed() {
        #expect(shared(on: nil).links.map(\.network) == ["whatsapp", "copy", "x", "facebook"])
    }

    @Test func networksWithoutHashtagsAndTextLeaveTheirParametersOut() {
        let config = SiteConfig()
        var diagnostics = Diagnostics()
        let share = composeShare(
            [networks(["x", "mastodon", "threads", "email"])], title: placed("T"), description: nil, image: nil,
            url: "https://e.org/",
            config, &diagnostics)
        #expect(
            share.links.map(\.url) == [
                "https://x.com/intent/tweet?text=T&url=https%3A%2F%2Fe.org%2F",
                "https://share.joinmastodon.org/#text=T%0Ahttps%3A%2F%2Fe.org%2F",
                "https://www.threads.com/intent/post?text=T&url=https%3A%2F%2Fe.org%2F",
                "mailto:?subject=T&body=https%3A%2F%2Fe.org%2F",
            ])
    }

    /// The hostile title and the Hindi address of `domain.md` 1.9.
    @Test func nothingInATitleOrAnAddressBreaksALink() {
        let title = "Q&A: is 50% \"enough\"? कैंसर #1 + more"
        let url = "https://example.org/hi/%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0/?a=1&b=2"
        let text = "Q%26A%3A%20is%2050%25%20%22enough%22%3F%20%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0%20%231%20%2B%20more"
        let address =
            "https%3A%2F%2Fexample.org%2Fhi%2F%25E0%25A4%2595%25E0%25A5%2588%25E0%25A4%2582%25E0%25A4%25B8%25E0%25A4%25B0%2F%3Fa%3D1%26b%3D2"
        var diagnostics = Diagnostics()
        let share = composeShare(
            [networks(["telegram", "whatsapp"])], title: placed(title), description: nil, image: nil, url: url, SiteConfig(),
            &diagnostics)
        #expect(share.links[0].url == "https://t.me/share/url?url=\(address)&text=\(text)")
        #expect(share.links[1].url == "https://wa.me/?text=\(text)%0A\(address)")
        #expect(diagnostics.all.isEmpty)
    }

    @Test(arguments: [
        ("e\u{301}t\u{e9}", "%C3%A9t%C3%A9"), (" a \t\n b ", "a%20b"), ("a\u{1}b\u{7F}c\u{85}d", "abc%20d"),
        ("a\u{2028}b", "a%20b"),
        ("👩‍👩‍👧", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"),
    ])
    func titlesAreComposedAndOnOneLine(title: String, encoded: String) {
        var diagnostics = Diagnostics()
        let share = composeShare(
            [networks(["x"])], title: placed(title), description: nil, image: nil, url: "https://e.org/", SiteConfig(),
            &diagnostics)
        #expect(share.links[0].url == "https://x.com/intent/tweet?text=\(encoded)&url=https%3A%2F%2Fe.org%2F")
    }

    @Test func whatTheShareTextSaysComesBeforeWhatTheArticleSays() {
        var diagnostics = Diagnostics()
        var own = ShareFields()
        own.title = placed("Shared title")
        let share = composeShare(
            [own], title: placed("Title"), description: "Description", image: nil, url: "https://example.org/", SiteConfig(),
            &diagnostics)
        #expect(share.words.title == "Shared title")
        #expect(share.words.text == "Description")
    }

    @Test func aNetworkOfTheSiteTakesThePlaceOfOurs() {
        var config = SiteConfig()
        config.networks = [
            ShareNetwork(
                id: "line", label: "LINE", template: ShareTemplate("https://social-plugins.line.me/lineit/share?url={url}"),
                icon: "M4 4h16"),
            ShareNetwork(
                id: "x", label: "Twitter", template: ShareTemplate("https://twitter.com/intent/tweet?text={title}&url={url}")),
        ]
        let links = shared(on: ["line", "twitter"], config).links
        #expect(links.map(\.label) == ["LINE", "Twitter"])
        #expect(
            links[0].url == "https://social-plugins.line.me/lineit/share?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F")
        #expect(links[0].icon == "M4 4h16")
        #expect(links[1].url?.hasPrefix("https://twitter.com/intent/tweet?text=Second") ?? false)
    }

    @Test func onlyLinksToOtherSitesTellWhereReadersCameFrom() {
        var config = SiteConfig()
        config.marksSharedLinks = true
        let share = shared(on: shareNetworks.map(\.id), config)
        let marks = share.links.map {
            $0.url?.contains("utm_source%3D\($0.network)%26utm_medium%3Dsocial%26utm_campaign%3D") ?? false
        }
        let marked = zip(share.links, marks).filter(\.1).map(\.0.network)
        #expect(
            marked == ["whatsapp", "x", "facebook", "linkedin", "telegram", "reddit", "bluesky", "mastodon", "threads"])
        #expect(share.words.url == "https://example.org/en/second-opinion/")
    }

    @Test(arguments: [
        ("https://e.org/", "https://e.org/?utm_source=x&utm_medium=social&utm_campaign=article-share"),
        ("https://e.org/?a=b#c?", "https://e.org/?a=b&utm_source=x&utm_medium=social&utm_campaign=article-share#c?"),
    ])
    func theMarkStandsBeforeTheFragment(url: String, marked: String) {
        let words = ShareWords(title: "T", url: url, text: nil, hashtags: [], via: nil)
        #expect(words.marked(for: "x", ShareTemplate("https://x.com/?url={url}")).url == marked)
    }

    private func shared(on networks: [String]?, _ config: SiteConfig = SiteConfig()) -> ShareMetadata {
        var diagnostics = Diagnostics()
        var own = ShareFields()
        own.hashtags = [placed("Cancer"), placed("SecondOpinion")]
        own.via = placed("examplehealth")
        own.networks = networks?.map(placed)
        let share = composeShare(
            [own], title: placed("Second Opinion For Cancer Patients"), description: "When and how to ask for one.", image: nil,
            url: "https://example.org/en/second-opinion/", config, &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return share
    }

    private func networks(_ names: [String]) -> ShareFields {
        var fields = ShareFields()
        fields.networks = names.map(placed)
        return fields
    }

    private func placed(_ text: String) -> Placed<String> { Placed(text, at: SourceLocation("share.md")) }
}
