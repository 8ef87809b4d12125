import SiteModel
import Testing

@Suite struct PermalinkTests {
    @Test func aPageStandsInAFolderOfItsOwn() {
        #expect(Permalink("/articles/a/").outputPath == "articles/a/index.html")
        #expect(Permalink("/").outputPath == "index.html")
        #expect(Permalink("/404.html").outputPath == "404.html")
    }

    @Test func linksCarryTheBasePath() {
        let base = BaseURL(origin: "https://example.org", path: "/en/")
        #expect(base.href(Permalink("/कैंसर/")) == "/en/%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0/")
        #expect(base.absolute(Permalink("/a/")) == "https://example.org/en/a/")
    }

    /// The hostile vectors of `domain.md` 1.9.
    @Test(arguments: [
        (
            "Q&A: is 50% \"enough\"? कैंसर #1 + more",
            "Q%26A%3A%20is%2050%25%20%22enough%22%3F%20%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0%20%231%20%2B%20more"
        ),
        (
            "https://example.org/hi/%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0/?a=1&b=2",
            "https%3A%2F%2Fexample.org%2Fhi%2F%25E0%25A4%2595%25E0%25A5%2588%25E0%25A4%2582%25E0%25A4%25B8%25E0%25A4%25B0%2F%3Fa%3D1%26b%3D2"
        ),
    ])
    func valuesAreEncodedOnce(value: String, expected: String) {
        #expect(percentEncodedValue(value) == expected)
        #expect(percentDecoded(expected) == value)
    }
}
