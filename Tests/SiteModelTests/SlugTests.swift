import SiteModel
import Testing

@Suite struct SlugTests {
    /// The vectors of github-slugger 2.0.0.
    @Test(arguments: [
        ("What is a Second Opinion?", "what-is-a-second-opinion"), ("FAQs & Answers", "faqs--answers"), ("C++ vs C#", "c-vs-c"),
        ("3 Ways to Ask", "3-ways-to-ask"), ("¿Qué es el cáncer?", "qué-es-el-cáncer"), ("कैंसर क्या है?", "कैंसर-क्या-है"),
        ("癌とは何ですか?", "癌とは何ですか"), ("ما هو السرطان؟", "ما-هو-السرطان"), ("“Quotes” — dash", "quotes--dash"), ("it’s", "its"),
        ("½ dose", "-dose"), ("Ⅳ roman", "ⅳ-roman"), ("İstanbul", "i̇stanbul"), ("?", ""),
    ])
    func headingsGetTheIDsThatGitHubGivesThem(text: String, expected: String) {
        #expect(Array(headingSlug(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func anIDIsTheSameHoweverItsAccentsWereTyped() {
        #expect(Array(headingSlug("cafe\u{301}").utf8) == Array("café".precomposed.utf8))
    }

    @Test(arguments: [
        ("Second Opinion", "second-opinion"), ("a & b", "a-b"), ("it's", "its"), ("--x--", "x"), ("Émile", "émile"), ("?", ""),
    ])
    func addressesHaveNoRunsOfHyphens(text: String, expected: String) {
        #expect(pathSlug(text) == expected)
    }
}

extension String {
    fileprivate var precomposed: String { "caf\u{E9}" }
}
