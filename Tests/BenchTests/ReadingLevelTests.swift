import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@testable import SiteServing

/// How hard a page is to read, by words, sentences and syllables that were counted by hand.
@Suite struct ReadingLevelTests {
    private func level(_ text: String, questions: String? = nil) async throws -> ReadingLevel? {
        let site = PreviewedSite {
            config()
            articleFolder("a", text)
            if let questions { file("content/articles/a/faq.md", questions) }
        }
        let update = await LiveSite(site.publishing, root: site.folders.source).update(changed: nil, now: testClock)
        let page = try #require(update.prepared.pages.first { $0.permalink.path == "/articles/a/" })
        return measureReading(of: page, update.prepared.config, in: DiskFileSystem(root: site.folders.source))
    }

    /// 54 words, 6 sentences, 54 syllables: 206.835 - 1.015 * 9 - 84.6 = 113.1, and 0.39 * 9 + 11.8 - 15.59 = -0.28.
    @Test func shortWordsAreEasy() async throws {
        let level = try #require(try await level(String(repeating: "The cat sat on the mat and the dog. ", count: 6) + "\n"))
        #expect((level.words, level.sentences, level.syllables) == (54, 6, 54))
        #expect(level.ease == 100)
        #expect(level.grade == 0)
        #expect(level.meanSentence == 9)
        #expect(level.long.isEmpty)
    }

    /// 60 words, 2 sentences, 120 syllables: 206.835 - 1.015 * 30 - 84.6 * 2 = 7.2, and 0.39 * 30 + 11.8 * 2 - 15.59 = 19.7. Those of
    /// answers count as well.
    @Test func longSentencesOfLongWordsAreHard() async throws {
        let sentence = (1...30).map { $0 == 1 ? "Cancer" : "cancer" }.joined(separator: " ") + "."
        let level = try #require(try await level("\(sentence)\n", questions: "## Why? {#why}\n\n\(sentence)\n"))
        #expect((level.words, level.sentences, level.syllables) == (60, 2, 120))
        #expect(level.ease == 7)
        #expect(level.grade == 20)
        #expect(level.long.map(\.path) == ["content/articles/a/index.md", "content/articles/a/faq.md"])
        #expect(level.long.map(\.line) == [5, 3])
        #expect(level.long.allSatisfy { $0.words == 30 && $0.text == sentence })
    }

    @Test func aShortTextHasNoLevel() async throws {
        let level = try await level("Too short to tell.\n")
        #expect(level?.grade == nil && level?.sentences == 1)
        #expect(try await self.level("- no\n- sentence\n") == nil)
    }
}
