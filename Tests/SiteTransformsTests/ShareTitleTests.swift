import SiteModel
import Testing

@testable import SiteTransforms

/// Titles that are longer than a post (`domain.md` 1.3, SH3).
@Suite struct ShareTitleTests {
    private let url = "https://example.org/a/"

    /// Room for a title: X has 280 less 24 for the address, Bluesky 300 less a line break and the address itself.
    @Test(arguments: [("x", 256), ("bluesky", 277), ("threads", 477), ("mastodon", 476), ("reddit", 300)])
    func aTitleThatJustFitsStaysAsItIs(network: String, room: Int) throws {
        let title = String(repeating: "a", count: room)
        #expect(try fitted(title, on: network).title == title)
        let cut = try fitted(title + "b", on: network)
        #expect(cut.said == ["the title has \(room + 1) characters, and a post on \(cut.label) has room for \(room)"])
        // The ellipsis counts 2 on X and 1 elsewhere.
        #expect(cut.title == String(repeating: "a", count: room - (network == "x" ? 2 : 1)) + "…")
    }

    @Test(arguments: [("whatsapp"), ("telegram"), ("facebook"), ("email")])
    func othersTakeWhatTheyGet(network: String) throws {
        let title = String(repeating: "long ", count: 200) + "end"
        #expect(try fitted(title, on: network).title == title)
    }

    @Test func hashtagsAndTheAccountTakeTheirPart() throws {
        let words = ShareWords(
            title: String(repeating: "a", count: 300), url: url, text: nil, hashtags: ["Cancer", "癌"], via: "health")
        // " via @health" is 12, " #Cancer" 8, " #癌" 4.
        #expect(try fitted(words, on: "x").title.count == 256 - 12 - 8 - 4 - 2 + 1)
    }

    @Test func eastAsianLettersAndEmojiCountTwiceOnX() throws {
        #expect(PostLimit.Count.weighted.length(of: "ab") == 2)
        #expect(PostLimit.Count.weighted.length(of: "कैंसर") == 5)
        #expect(PostLimit.Count.weighted.length(of: "癌とは") == 6)
        #expect(PostLimit.Count.weighted.length(of: "👩‍👩‍👧🇮🇳❤️") == 6)
        #expect(PostLimit.Count.weighted.length(of: "“it’s”–") == 7)
        #expect(PostLimit.Count.characters.length(of: "👩‍👩‍👧कैं") == 2)
        #expect(try fitted(String(repeating: "癌", count: 128), on: "x").said.isEmpty)
        #expect(try fitted(String(repeating: "癌", count: 129), on: "x").title == String(repeating: "癌", count: 127) + "…")
    }

    @Test func aTitleIsCutBetweenCharactersAndLosesTheBlankAtItsEnd() throws {
        let families = String(repeating: "👩‍👩‍👧", count: 400)
        #expect(try fitted(families, on: "reddit").title == String(repeating: "👩‍👩‍👧", count: 299) + "…")
        let blank = String(repeating: "a", count: 298) + " bcd"
        #expect(try fitted(blank, on: "reddit").title == String(repeating: "a", count: 298) + "…")
    }

    @Test func aLongAddressLeavesTheTitleSomeRoom() throws {
        let words = ShareWords(
            title: String(repeating: "a", count: 70), url: "https://example.org/" + String(repeating: "%E0", count: 100),
            text: nil,
            hashtags: [], via: nil)
        #expect(try fitted(words, on: "bluesky").title.count == 60)
    }

    private struct Fitted {
        let title: String
        let label: String
        let said: [String]
    }

    private func fitted(_ title: String, on network: String) throws -> Fitted {
        try fitted(ShareWords(title: title, url: url, text: nil, hashtags: [], via: nil), on: network)
    }

    private func fitted(_ words: ShareWords, on id: String) throws -> Fitted {
        var diagnostics = Diagnostics()
        let network = try #require(shareNetworks.first { $0.id == id })
        checkShareTitle(
            ShareMetadata(words, image: nil, networks: [network], marksLinks: false), at: SourceLocation("a.md"), &diagnostics)
        return Fitted(title: words.fitting(network).title, label: network.label, said: diagnostics.all.map(\.message))
    }
}
