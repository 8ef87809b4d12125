import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// What pages show of questions that stand elsewhere.
@Suite struct QuestionTests {
    private static let site = InMemorySite {
        config("faq: {rendering: open}\n")
        topic("bones", ["a", "b", "c"])
        topic("skin", ["d", "e"], "faqRendering: list\n")
        article("one-topic", with: "faqs: [bones#a, bones#b]")
        article("two-topics", with: "faqs: [bones#a, skin#d]")
        article("whole-topic", with: "faqs: [skin#e, skin#d]\nfaqRendering: accordion")
        article("its-own", with: "faqs: [{question: Mine?, id: mine, answer: Yes.}]")
        article("both", with: "faqs: [{question: Ours?, id: ours, answer: Yes.}, bones#c]")
    }

    @Test(arguments: [
        ("one-topic", "/faqs/bones/"), ("two-topics", nil), ("whole-topic", nil), ("its-own", nil), ("both", "/faqs/bones/"),
    ])
    func anArticleLeadsOnToTheOneTopicThatHasMore(name: String, topic: String?) async throws {
        let article = try await built(article: name)
        #expect(article.moreQuestions?.link.permalink.path == topic)
        if let more = article.moreQuestions { #expect(more.count == 3) }
    }

    @Test func aPageChoosesHowItsQuestionsAreShownBeforeTheSite() async throws {
        #expect(try await built(article: "one-topic").faqRendering == .open)
        #expect(try await built(article: "whole-topic").faqRendering == .accordion)
        #expect(try await built(topic: "/faqs/bones/").faqRendering == .open)
        #expect(try await built(topic: "/faqs/skin/").faqRendering == .list)
    }

    @Test func aTopicNamesTheArticlesThatQuoteEachQuestion() async throws {
        let bones = try await built(topic: "/faqs/bones/")
        let users = bones.faqs.map { $0.usedIn.map(\.permalink.path) }
        #expect(users == [["/articles/one-topic/", "/articles/two-topics/"], ["/articles/one-topic/"], ["/articles/both/"]])
        #expect(bones.articles.map(\.permalink.path) == ["/articles/both/", "/articles/one-topic/", "/articles/two-topics/"])
        // An article shows the same question without them.
        #expect(try await built(article: "one-topic").faqs.allSatisfy { $0.usedIn.isEmpty })
    }

    private func built(article name: String) async throws -> Article {
        let site = await Self.site.build().outcome.value.site
        let page = try #require(site.pages.first { $0.permalink.path == "/articles/\(name)/" })
        guard case .article(let article) = page.content else { throw NoSuchPage() }
        return article.value
    }

    private func built(topic path: String) async throws -> Topic {
        let site = await Self.site.build().outcome.value.site
        let page = try #require(site.pages.first { $0.permalink.path == path })
        guard case .topic(let topic) = page.content else { throw NoSuchPage() }
        return topic
    }

    private struct NoSuchPage: Error {}
}

private func topic(_ name: String, _ ids: [String], _ frontMatter: String = "") -> MarkedFile {
    let questions = ids.map { "## Question \($0)? {#\($0)}\n\nAnswer.\n\n" }.joined()
    return file("content/faqs/\(name).md", "---\ntitle: \(name)\n\(frontMatter)---\n\n\(questions)")
}
