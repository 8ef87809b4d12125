/// An article, with everything that its page shows.
package struct Article: Sendable {
    package var summary: ArticleSummary
    /// What feed readers know the article by, where an editor says it; otherwise that is its absolute address.
    package var id: String?
    package var updated: Instant?
    package var reviewers: [PersonLink]
    package var lastReviewed: Day?
    package var nextReview: Day?
    package var body: LinkedMarkup
    package var showsContents: Bool
    package var faqs: [FAQ]
    package var faqRendering = FAQRendering.accordion
    /// The topic that all questions which it quotes come from, where that has more of them.
    package var moreQuestions: TopicLink?
    package var share: ShareMetadata
    package var callToAction: Shared<CallToAction>?
    package var references: [Reference]
    /// Nil for an article that is not about health.
    package var medical: MedicalFields?
    /// What the text is not a substitute for, in the editor's or the site's words.
    package var disclaimer: String?
    /// The article in every language that there is, this one among them, by language tag; empty where there is one only.
    package var translations: [Translation]
    /// The article published before this one in its section, and the one after it.
    package var previous: PageLink?
    package var next: PageLink?
    package var related: [ArticleSummary]

    package init(
        summary: ArticleSummary, body: LinkedMarkup, showsContents: Bool, share: ShareMetadata
    ) {
        self.summary = summary
        self.body = body
        self.showsContents = showsContents
        self.share = share
        reviewers = []
        faqs = []
        references = []
        translations = []
        related = []
    }

    package var image: PublishedImage? { _read { yield summary.image } }
}

/// An article in one of its languages.
package struct Translation: Sendable, Equatable {
    /// A BCP 47 tag.
    package var language: String
    package var permalink: Permalink

    package init(language: String, permalink: Permalink) {
        self.language = language
        self.permalink = permalink
    }
}

/// What other pages show of an article.
@usableFromInline
package struct ArticleSummary: Sendable {
    /// In a box, since it stands in a dozen lists.
    @usableFromInline let values: Box<Values>

    @usableFromInline
    struct Values: Sendable {
        @usableFromInline let title: String
        @usableFromInline let permalink: Permalink
        @usableFromInline let description: String?
        @usableFromInline let published: Instant
        @usableFromInline let minutes: Int
        @usableFromInline let authors: [PersonLink]
        @usableFromInline let terms: [PageLink]
        @usableFromInline let image: PublishedImage?
    }

    @inlinable package var title: String { _read { yield values.value.title } }
    @inlinable package var permalink: Permalink { _read { yield values.value.permalink } }
    @inlinable package var description: String? { _read { yield values.value.description } }
    @inlinable package var published: Instant { _read { yield values.value.published } }
    /// Minutes that reading takes, at least 1.
    @inlinable package var minutes: Int { _read { yield values.value.minutes } }
    @inlinable package var authors: [PersonLink] { _read { yield values.value.authors } }
    /// The terms of every taxonomy, in the order of the front matter.
    @inlinable package var terms: [PageLink] { _read { yield values.value.terms } }
    @inlinable package var image: PublishedImage? { _read { yield values.value.image } }
    package var link: PageLink { PageLink(title: title, permalink: permalink) }
    /// The same for copies of one summary, and for no other as long as one of them is there.
    package var identity: ObjectIdentifier { ObjectIdentifier(values) }

    package init(
        title: String, permalink: Permalink, description: String?, published: Instant, minutes: Int, authors: [PersonLink],
        terms: [PageLink], image: PublishedImage?
    ) {
        values = Box(
            Values(
                title: title, permalink: permalink, description: description, published: published, minutes: minutes,
                authors: authors,
                terms: terms, image: image))
    }
}

/// A question with its answer. It has one source and one address, wherever it is shown.
@usableFromInline
package struct FAQ: Sendable {
    /// They stand together, since many pages show the same question.
    @usableFromInline let fields: Box<Fields>

    @usableFromInline
    struct Fields: Sendable {
        @usableFromInline let id: String
        @usableFromInline let aliases: [String]
        @usableFromInline let question: RunningText
        @usableFromInline let plainQuestion: String
        @usableFromInline let answer: LinkedMarkup
        @usableFromInline let home: Permalink
        let source: String
        @usableFromInline var usedIn: [PageLink] = []
    }

    /// The id of the answer on every page that shows it.
    @inlinable package var id: String { _read { yield fields.value.id } }
    @inlinable package var aliases: [String] { _read { yield fields.value.aliases } }
    @inlinable package var question: RunningText { _read { yield fields.value.question } }
    /// The question without markup.
    @inlinable package var plainQuestion: String { _read { yield fields.value.plainQuestion } }
    @inlinable package var answer: LinkedMarkup { _read { yield fields.value.answer } }
    /// The page where it is answered.
    @inlinable package var home: Permalink { _read { yield fields.value.home } }
    /// The path of the file that holds it.
    package var source: String { fields.value.source }
    /// On the page where it is answered: the articles that quote it, newest first.
    @inlinable package var usedIn: [PageLink] { _read { yield fields.value.usedIn } }

    package init(_ question: Question, id: String, plainQuestion: String, answer: LinkedMarkup, home: Permalink) {
        // The question itself is not held: it is large, and needed by the transforms only.
        fields = Box(
            Fields(
                id: id, aliases: question.heading.attributes.aliases.map(\.value), question: question.heading.content,
                plainQuestion: plainQuestion, answer: answer, home: home, source: question.location.path))
    }

    /// The same, with the articles that quote it.
    package func used(in links: [PageLink]) -> FAQ {
        var own = fields.value
        own.usedIn = links
        return FAQ(own)
    }

    private init(_ fields: Fields) { self.fields = Box(fields) }
}

/// How a page shows its questions: closed, so that readers open what they came for; open; or as headings with text.
package enum FAQRendering: String, Sendable, CaseIterable { case accordion, open, list }

/// A topic of the FAQ bank.
package struct Topic: Sendable {
    package var text: LinkedMarkup
    package var faqs: [FAQ]
    package var faqRendering = FAQRendering.accordion
    /// The articles that quote one of them.
    package var articles: [ArticleSummary]

    package init(text: LinkedMarkup, faqs: [FAQ], articles: [ArticleSummary]) {
        self.text = text
        self.faqs = faqs
        self.articles = articles
    }
}

/// The questions of a topic or an article, as the page of all questions lists them.
package struct QuestionGroup: Sendable {
    package var link: PageLink
    package var questions: [Entry]

    package struct Entry: Sendable {
        package var text: String
        /// The fragment of the answer.
        package var id: String

        package init(text: String, id: String) {
            self.text = text
            self.id = id
        }
    }

    package init(link: PageLink, questions: [Entry]) {
        self.link = link
        self.questions = questions
    }
}
