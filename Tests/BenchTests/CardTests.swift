import SiteModel
import SitePipeline
import SiteRendering
import Testing

@testable import SiteServing

/// What networks show of a page's words and picture, and what they cut off.
@Suite struct CardTests {
    private func content(_ head: String, _ bytes: Int? = 100_000) -> CardContent {
        let html =
            "<!doctype html><html><head>\(head)</head><body><meta property=\"og:title\" content=\"too late\"></body></html>"
        return CardContent(PageHead(Array(html.utf8)), BaseURL(origin: "https://www.example.org", path: "/")) { _ in bytes }
    }

    private func picture(
        _ width: Int, _ height: Int, type: String = "image/jpeg", bytes: Int = 100_000, card: String = "summary_large_image"
    )
        -> CardContent
    {
        content(
            """
            <meta property="og:title" content="A title"><meta property="og:url" content="https://www.example.org/a/">
            <meta property="og:image" content="https://www.example.org/a/b%20c.jpg"><meta property="og:image:type" content="\(type)">
            <meta property="og:image:width" content="\(width)"><meta property="og:image:height" content="\(height)">
            <meta name="twitter:card" content="\(card)"><meta name="robots" content="index, max-image-preview:large">
            """, bytes)
    }

    @Test func valuesComeFromTheHeadOfThePage() {
        let card = content(
            """
            <!-- <meta property="og:title" content="a remark"> --><script>"<meta property='og:title' content='code'>"</script>
            <title>A &amp; B | Site</title><META Property="og:title" content="A &amp; &lt;B&gt;">
            <meta name=description content='Its "words"'><meta property="og:description" content="">
            <meta property="og:url" content="https://www.example.org/articles/%C3%A4/"><meta property="og:site_name" content="Site">
            <meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="3 minutes">
            <link rel="icon" href="/favicon.svg">
            """)
        #expect(card.title == "A & <B>")
        #expect(card.searchTitle == "A & B | Site")
        #expect(card.description == "Its \"words\"")
        #expect(card.host == "www.example.org")
        #expect(card.path == ["articles", "ä"])
        #expect(card.facts.map { "\($0.label): \($0.value)" } == ["Reading time: 3 minutes"])
        #expect(card.icon == "/favicon.svg")
        #expect(card.image == nil)
        #expect(!card.isLarge)
    }

    @Test(arguments: [
        (5, 10, "aaaaa", "", 5), (10, 10, "aaaaaaaaaa", "", 10), (11, 10, "aaaaaaaaa…", "aa", 11),
    ])
    func textsAreCutBehindTheLastCharacterThatIsShown(count: Int, limit: Int, shown: String, lost: String, length: Int) {
        let cut = TextCut(String(repeating: "a", count: count), to: limit)
        #expect((cut.shown, cut.lost, cut.length) == (shown, lost, length))
    }

    @Test func charactersAreWhatPeopleCount() {
        let family = "👨‍👩‍👧"
        #expect(TextCut(String(repeating: family, count: 10), to: 10).lost == "")
        #expect(TextCut("नमस्ते दुनिया", to: 5).shown == "नमस्ते…")
        #expect(TextCut("one two three", to: 5).shown == "one…")
        #expect(TextCut("one two three", to: 5).lost == "two three")
    }

    /// The limits: titles 60 characters, 70 on X; descriptions 80 in WhatsApp, 160 at Google, 200 elsewhere and none at LinkedIn.
    @Test(arguments: [
        (Network.whatsapp, 60, 80 as Int?), (.facebook, 60, 200), (.x, 70, 200), (.linkedin, 60, nil), (.slack, 60, 200),
        (.google, 60, 160),
    ])
    func eachNetworkCutsAtItsLimit(network: Network, title: Int, description: Int?) {
        let words = { String(repeating: "w", count: $0) }
        func card(_ title: Int, _ description: Int) -> Card {
            Card(
                content(
                    """
                    <title>\(words(title))</title><meta property="og:title" content="\(words(title))">
                    <meta name="description" content="\(words(description))">
                    """), on: network)
        }
        let fitting = card(title, description ?? 10)
        #expect(fitting.title.lost.isEmpty && fitting.description?.lost.isEmpty ?? true)
        #expect(fitting.findings[0] == .fits("title: \(title) of about \(title) characters"))
        let long = card(title + 1, (description ?? 10) + 1)
        #expect(long.title.lost == "ww")
        #expect(long.findings[0] == .cut("title: \(title + 1) of about \(title) characters, cut off: 'ww'"))
        #expect(long.description?.lost == (description == nil ? nil : "ww"))
    }

    /// Below the least size no picture, below the next one a small one.
    @Test(arguments: [
        (Network.facebook, 199, 400, Card.Picture.none), (.facebook, 200, 200, .small), (.facebook, 599, 400, .small),
        (.facebook, 600, 315, .large), (.whatsapp, 299, 200, .none), (.whatsapp, 300, 200, .large), (.whatsapp, 1204, 300, .none),
        (.whatsapp, 1200, 300, .large), (.x, 143, 143, .none), (.x, 299, 157, .small), (.x, 300, 157, .large),
        (.linkedin, 1199, 627, .small), (.linkedin, 1200, 627, .large), (.slack, 100, 100, .large), (.google, 1200, 675, .none),
    ])
    func picturesNeedTheirSize(network: Network, width: Int, height: Int, picture: Card.Picture) {
        #expect(Card(self.picture(width, height), on: network).picture == picture)
    }

    @Test(arguments: [
        (Network.whatsapp, 300_000, Card.Picture.large, 0), (.whatsapp, 300_001, .large, 1), (.whatsapp, 600_001, .none, 1),
        (.x, 5_000_001, .none, 1), (.facebook, 5_000_001, .large, 0), (.facebook, 8_000_001, .none, 1),
        (.slack, 1_000_001, .large, 1),
    ])
    func heavyPicturesAreLeftOut(network: Network, bytes: Int, picture: Card.Picture, poor: Int) {
        let card = Card(self.picture(1200, 630, bytes: bytes), on: network)
        #expect(card.picture == picture)
        let findings = card.findings.filter { $0.kind == .poor && $0.text.hasPrefix("picture") }
        #expect(findings.count == poor, "\(card.findings)")
    }

    @Test func kindsThatNetworksDoNotShowAreSaid() {
        for type in ["image/svg+xml", "image/avif"] {
            let card = Card(picture(1200, 630, type: type), on: .facebook)
            #expect(card.picture == .none)
            #expect(card.findings.contains { $0.text.hasPrefix("picture not shown: networks show no") })
        }
    }

    @Test func whatTheRatioCutsOffIsSaid() {
        let square = Card(picture(1200, 1200), on: .facebook)
        #expect(square.findings.contains(.cut("picture: 48 % cut off, above and below")))
        let wide = Card(picture(2600, 900), on: .x)
        #expect(wide.findings.contains(.cut("picture: 31 % cut off, at the sides")))
        #expect(!Card(picture(1200, 630), on: .facebook).findings.contains { $0.kind == .cut && $0.text.hasPrefix("picture") })
        #expect(Card(picture(1200, 630, card: "summary"), on: .x).picture == .small)
    }

    @Test func onlyPicturesOfTheSiteAreShown() {
        #expect(picture(1200, 630).image?.local == "/a/b%20c.jpg")
        let foreign = content("<meta property=\"og:image\" content=\"https://www.example.org.evil.example/a.jpg\">")
        #expect(foreign.image?.local == nil)
        let drawing = CardDrawing(Card(foreign, on: .facebook), foreign).html.text
        #expect(!drawing.contains("<img"))
        #expect(drawing.contains("Picture of another site"))
    }

    @Test func wordsThatStandTooFarBehindAreSaid() {
        let filler = "<style>\(String(repeating: "a", count: 40_000))</style>"
        let late = content("<title>T</title>\(filler)<meta property=\"og:title\" content=\"T\">")
        #expect(Card(late, on: .slack).findings.last?.text.hasPrefix("only the first 32 KB") == true)
        #expect(Card(late, on: .whatsapp).findings.last?.text.hasPrefix("only the first") == false)
    }

    @Test(arguments: [(999, "1 KB"), (280_000, "280 KB"), (5_000_000, "5 MB"), (5_010_000, "5.1 MB")])
    func weightsAreRoundedUp(bytes: Int, text: String) { #expect(weight(bytes) == text) }
}
