import SiteModel
import Testing

@Suite struct NearestNameTests {
    private let names = ["title", "description", "date", "draft", "tags", "updated"]

    @Test(arguments: [
        ("titel", "title"), ("Titles", "title"), ("desciption", "description"), ("drfat", "draft"), ("upated", "updated"),
    ])
    func findsTheNameThatWasMeant(word: String, expected: String) {
        #expect(nearestName(to: word, among: names) == expected)
    }

    @Test(arguments: ["zebra", "x", "permissions"])
    func saysNothingWhereNoneIsNear(word: String) {
        #expect(nearestName(to: word, among: names) == nil)
    }

    /// What is put right without asking has to be the same word.
    @Test(arguments: [
        ("titel", ["title", "description"], true), ("tilte", ["title", "tilts"], false), ("a", ["b"], false),
        ("/articles/zebra/", ["/articles/a/"], false), ("/articels/zebra/", ["/articles/zebra/"], true),
        ("/covid-19/", ["/covid-20/"], false), ("topic#oen", ["topic#one", "topic#another"], true), ("TITLE", ["title"], true),
    ])
    func isClearWhereNothingElseCanBeMeant(word: String, names: [String], isClear: Bool) {
        #expect(nearName(to: word, among: names)?.isClear ?? false == isClear)
    }
}
