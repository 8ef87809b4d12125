/// What a source file is for, by its place in `content/`.
package enum DocumentRole: Sendable, Hashable {
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
package struct Document: Sendable {
    /// Relative to the site's root: `content/articles/a/index.md`.
    package var path: String
    package var role: DocumentRole
    package var frontMatter = FrontMatter()
    /// Only for `role == .person`.
    package var person = PersonFields()
    package var body = Markup()
    /// The questions of a topic or of an article's `faq.md`.
    package var questions: [Question] = []
    /// Something in the file could not be read, so what is missing here may well stand in it.
    package var isIncomplete = false

    package init(path: String, role: DocumentRole) {
        self.path = path
        self.role = role
    }
}

/// A question with its answer, as parsed.
package struct Question: Sendable {
    /// The question's heading: its text, `{#id}` and `aka=`.
    package var heading: Heading
    /// The images that the heading's text may hold are those of the answer.
    package var answer: Markup
    /// The question.
    package var location: SourceLocation

    package init(heading: Heading, answer: Markup, location: SourceLocation) {
        self.heading = heading
        self.answer = answer
        self.location = location
    }
}
