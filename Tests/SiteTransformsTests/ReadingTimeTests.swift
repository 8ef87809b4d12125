import SiteModel
import Testing

@testable import SiteTransforms

@Suite struct ReadingTimeTests {
    @Test(arguments: [(0, 0, 1), (238, 0, 1), (239, 0, 2), (0, 500, 1), (0, 501, 2), (119, 250, 1), (119, 251, 2), (714, 0, 3)])
    func minutesAreRoundedUp(words: Int, characters: Int, expected: Int) {
        var markup = Markup()
        markup.length.words = words
        markup.length.characters = characters
        #expect(readingMinutes([markup], ReadingSpeed()) == expected)
    }
}
