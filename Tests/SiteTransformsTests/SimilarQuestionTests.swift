import SiteModel
import SiteTransforms
import Testing

@Suite struct SimilarQuestionTests {
    @Test(arguments: [
        ("How much sleep do I need?", "How much sleep do you need?"),
        ("Is a second opinion free?", "Are second opinions free?"),
        ("What is the doctor's advice?", "What is the doctors' advice?"),
        ("Can I eat before surgery?", "Can you eat before the surgery?"),
        ("After surgery, may I swim?", "May I swim after surgery?"),
        ("How long does a cold usually last without any treatment?", "How long does a cold last without any treatment?"),
    ])
    func findsThoseThatAskTheSame(one: String, other: String) async {
        #expect(await messages([one, other]) == ["'\(other)' is much like '\(one)'"])
        #expect(await messages([other, one]) == ["'\(one)' is much like '\(other)'"])
    }

    @Test(arguments: [
        ("How much sleep do I need?", "How much sleep do babies need?"), ("What is a biopsy?", "Why is a biopsy done?"),
        ("Can I eat before surgery?", "Can't I eat before surgery?"), ("Is chemotherapy safe?", "Is radiotherapy safe?"),
        ("When do I see a doctor?", "Where do I see a doctor?"), ("What is it?", "What was that?"),
        ("How does aspirin mix with alcohol, food, tea or milk?", "How does iron mix with alcohol, food, tea or milk?"),
    ])
    func leavesOthersAlone(one: String, other: String) async {
        #expect(await messages([one, other]) == [])
    }

    @Test func otherLanguagesKeepAllTheirWords() async {
        #expect(await messages(["क्या यह मुफ़्त है?", "क्या यह मुफ़्त है"], language: "hi").count == 1)
        #expect(await messages(["Ist das a?", "Ist das b?"], language: "de") == [])
        #expect(await messages(["Is it a test?", "Is it the test?"], language: "de") == [])
    }

    @Test func eachIsToldOfTheFirst() async {
        #expect(await messages(["Is it free?", "Are they free?", "Free?"]).count == 2)
    }

    /// Forty thousand, of which every other one has a twin, in far less time than their 800 million pairs would take.
    @Test(.timeLimit(.minutes(1))) func timeGrowsWithTheirNumber() async {
        let questions = (0..<20_000).flatMap { number in
            [
                "How long does it take until medicine number \(number) works against pain in the back at night?",
                "How long does it take until the medicine number \(number) works against pains in my back at night?",
            ]
        }
        let clock = ContinuousClock()
        var found = 0
        let duration = await clock.measure { found = await messages(questions).count }
        #expect(found == 20_000)
        #expect(duration < .seconds(40), "\(duration)")
    }

    private func messages(_ questions: [String], language: String = "en") async -> [String] {
        var document = Document(path: "content/faqs/t.md", role: .topic)
        var config = SiteConfig()
        config.language = language
        document.frontMatter.rare.value.allowed = []
        document.questions = questions.enumerated().map { index, text in
            var attributes = Attributes()
            let place = SourceLocation(document.path, SourceRange(index, index))
            attributes.id = Placed("q\(index)", at: place)
            let heading = Heading(level: 2, content: .plain(text), attributes: attributes, range: place.range)
            return Question(heading: heading, answer: Markup(), location: place)
        }
        let now = Instant(seconds: 1_793_534_400, offset: 0)
        return await advise([Box(document)], [nil], config, now: now, Visibility()).sorted.filter { $0.code == .similarQuestion }
            .map(\.message)
    }
}
