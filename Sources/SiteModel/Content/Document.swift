/// What a source file is for, by its place in `content/`.
package enum DocumentRole: UInt8, Sendable {
    /// `SECTION/…/NAME/index.md` or `SECTION/…/NAME.md`.
    case article
    /// `pages/NAME.md`.
    case page
    /// `_index.md`: the text of the home page or of a section's listing.
    case listing
    /// `faqs/TOPIC.md`.
    case topic
    /// `faq.md` beside an article's `index.md`.
    case articleQuestions
    /// `share.md` beside an article's `index.md`.
    case share
    /// `people/ID.md`.
    case person
}

/// A source file after parsing, complete in itself: nothing in it comes from another file.
@usableFromInline
package struct Document: Sendable {
    /// Relative to the site's root: `content/articles/a/index.md`.
    package var path: String
    package var role: DocumentRole
    // Both are large, most passes look at little of them, and none changes them.
    @usableFromInline package var fields = Document.noFrontMatter
    private var boxedPerson = Document.noPerson
    private static let noFrontMatter = Shared(FrontMatter())
    private static let noPerson = Box(PersonFields())

    @inlinable package var frontMatter: FrontMatter {
        @inline(__always) _read { yield fields.value }
        @inline(__always) _modify { yield &fields.value }
    }

    /// Only for `role == .person`.
    package var person: PersonFields {
        _read { yield boxedPerson.value }
        set { boxedPerson = Box(newValue) }
    }

    package var body = Markup()
    /// What stands in for a description where the front matter has none: the beginning of the body.
    package var opening: String?
    /// The questions of a topic or of an article's `faq.md`.
    package var questions: [Question] = []
    /// Something in the file could not be read, so what is missing here may well stand in it.
    package var isIncomplete = false
    /// Where the Markdown begins in the file: behind the front matter.
    package var bodyStart = 0

    package init(path: String, role: DocumentRole) {
        self.path = path
        self.role = role
    }
}

extension Document {
    /// Every text of the source in the order of `TextID.part`: its body, then its answers, those of the front matter last.
    package var texts: [Markup] {
        [body] + questions.map(\.answer) + frontMatter.faqs.compactMap { if case .own(let own) = $0 { own.answer } else { nil } }
    }

    /// The question that a part answers; nil for the body.
    package func question(ofPart part: Int) -> Question? {
        let own = part - 1 - questions.count
        if part > 0, own < 0 { return questions[part - 1] }
        let all = frontMatter.faqs.compactMap { if case .own(let question) = $0 { question } else { nil } }
        return all.indices.contains(own) ? all[own] : nil
    }

    /// Looks at every text, in the same order.
    package func forEachText(_ look: (Markup) -> Void) {
        look(body)
        forEachQuestion { look($0.answer) }
    }

    /// Looks at every question that the source answers, in the same order.
    package func forEachQuestion(_ look: (Question) -> Void) {
        for question in questions { look(question) }
        for case .own(let question) in frontMatter.faqs { look(question) }
    }

    /// Whether a text has a block that the theme renders; most have none.
    package var holdsContainers: Bool {
        if !body.containers.isEmpty { return true }
        var holds = false
        forEachQuestion { if !$0.answer.containers.isEmpty { holds = true } }
        return holds
    }

    /// Works on every text, in the same order.
    package mutating func updateTexts(_ update: (inout Markup) -> Void) {
        update(&body)
        for index in questions.indices { update(&questions[index].answer) }
        for index in frontMatter.faqs.indices { frontMatter.faqs[index].updateAnswer(update) }
    }

    /// Gives the texts their names.
    package mutating func nameTexts(source: Int) {
        var part = 0
        updateTexts { markup in
            markup.id = TextID(source: source, part: part)
            part += 1
        }
    }
}

/// A question with its answer, as parsed.
@usableFromInline
package struct Question: Sendable {
    @usableFromInline var fields: Shared<Fields>

    /// They stand together, since every pass looks at some of them.
    @usableFromInline
    struct Fields: Sendable {
        @usableFromInline let heading: Heading
        @usableFromInline var answer: Markup
        @usableFromInline let location: SourceLocation
        @usableFromInline var idPlace: Int?

        init(heading: Heading, answer: Markup, location: SourceLocation) {
            self.heading = heading
            self.answer = answer
            self.location = location
        }
    }

    /// The question's heading: its text, `{#id}` and `aka=`.
    @inlinable package var heading: Heading { _read { yield fields.value.heading } }
    /// The images that the heading's text may hold are those of the answer.
    @inlinable package var answer: Markup {
        _read { yield fields.value.answer }
        _modify { yield &fields.value.answer }
    }
    /// The question.
    @inlinable package var location: SourceLocation { _read { yield fields.value.location } }
    /// Where an id can be written behind the question's words; nil where that is not just adding to a line.
    package var idPlace: Int? {
        get { fields.value.idPlace }
        set { fields.value.idPlace = newValue }
    }

    package init(heading: Heading, answer: Markup, location: SourceLocation) {
        fields = Shared(Fields(heading: heading, answer: answer, location: location))
    }
}
