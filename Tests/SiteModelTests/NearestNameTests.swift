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
}
