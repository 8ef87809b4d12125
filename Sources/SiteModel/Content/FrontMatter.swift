/// The front matter of an article, a plain page, a listing or a FAQ topic. Which keys a file may have, and must have,
/// depends on its role (`DocumentRole`); what it does not have is empty here.
@usableFromInline
package struct FrontMatter: Sendable {
    package var title: Placed<String>?
    package var description: Placed<String>?
    package var date: Placed<Instant>?
    package var updated: Placed<Instant>?
    package var isDraft = false
    package var authors: [Placed<String>] = []
    /// The terms of each taxonomy, in the order of the file.
    package var terms: [String: [Placed<String>]] = [:]
    /// Whether to show a table of contents; nil where the headings decide.
    package var tableOfContents: Bool?
    package var faqs: [FAQEntry] = []
    package var faqRendering: FAQRendering?
    /// Whether the article is about health; nil where the site decides.
    package var isMedical: Bool?
    package var specialty: MedicalSpecialty?
    package var audience: Audience?
    package var isHiddenFromSearch = false
    package var rare = FrontMatter.nothingRare
    private static let nothingRare = Shared(Rare())

    /// What most files have little of: it stands in one place beside the rest, since a site holds the front matter of all its files.
    package struct Rare: Sendable {
        /// What feed readers know the article by: an address with its scheme.
        package var id: Placed<String>?
        package var expires: Placed<Instant>?
        package var slug: Placed<String>?
        package var aliases: [Placed<String>] = []
        package var reviewedBy: [Placed<String>] = []
        package var lastReviewed: Placed<Day>?
        package var nextReview: Placed<Day>?
        package var image: ImageFields?
        package var share: ShareFields?
        package var callToAction: Placed<String>?
        package var contact: Placed<String>?
        /// Paths of sources, relative to `content/`.
        package var related: [Placed<String>] = []
        package var references: [Reference] = []
        package var disclaimer: Placed<String>?
        package var language: Placed<String>?
        package var translationKey: Placed<String>?
        package var template: Placed<String>?
        package var extra: FreeData = .none
        /// Codes of warnings that this page accepts.
        package var allowed: [Placed<String>] = []

        package init() {}

        fileprivate var isEmpty: Bool {
            let hasNoLists = aliases.isEmpty && reviewedBy.isEmpty && related.isEmpty && references.isEmpty && allowed.isEmpty
            let hasNoTimes = expires == nil && lastReviewed == nil && nextReview == nil
            let hasNoNames = id == nil && slug == nil && language == nil && translationKey == nil && template == nil
            let showsNothing = image == nil && share == nil && callToAction == nil && contact == nil && disclaimer == nil
            guard hasNoLists, hasNoTimes, hasNoNames, showsNothing, case .none = extra else { return false }
            return true
        }
    }

    /// Takes no memory where there is nothing.
    package mutating func setRare(_ rare: Rare) {
        if !rare.isEmpty { self.rare = Shared(rare) }
    }

    package init() {}
}

/// What is rare, as if it stood beside the rest.
extension Shared<FrontMatter> {
    package var id: Placed<String>? { value.rare.value.id }
    package var expires: Placed<Instant>? { value.rare.value.expires }
    package var slug: Placed<String>? { value.rare.value.slug }
    package var aliases: [Placed<String>] { value.rare.value.aliases }
    package var reviewedBy: [Placed<String>] { value.rare.value.reviewedBy }
    package var lastReviewed: Placed<Day>? { value.rare.value.lastReviewed }
    package var nextReview: Placed<Day>? { value.rare.value.nextReview }
    package var image: ImageFields? { value.rare.value.image }
    package var share: ShareFields? { value.rare.value.share }
    package var callToAction: Placed<String>? { value.rare.value.callToAction }
    package var contact: Placed<String>? { value.rare.value.contact }
    package var related: [Placed<String>] { value.rare.value.related }
    package var references: [Reference] { value.rare.value.references }
    package var disclaimer: Placed<String>? { value.rare.value.disclaimer }
    package var language: Placed<String>? { value.rare.value.language }
    package var translationKey: Placed<String>? { value.rare.value.translationKey }
    package var template: Placed<String>? { value.rare.value.template }
    package var extra: FreeData { value.rare.value.extra }
    package var allowed: [Placed<String>] { value.rare.value.allowed }
}

package struct ImageFields: Sendable {
    package var source: Placed<String>
    package var alternative: Placed<String>?
    /// It shows nothing that readers need, and has no `alternative`.
    package var isDecorative = false
    package var credit: String?

    package init(source: Placed<String>, alternative: Placed<String>?, credit: String?) {
        self.source = source
        self.alternative = alternative
        self.credit = credit
    }
}

/// What a shared link says, from `share.md` or from `share:` in the front matter.
package struct ShareFields: Sendable {
    package var title: Placed<String>?
    package var text: Placed<String>?
    package var image: Placed<String>?
    package var hashtags: [Placed<String>]?
    package var via: Placed<String>?
    package var networks: [Placed<String>]?

    package init() {}
}

/// A question that an article shows: one of the bank's, or its own written in the front matter.
package enum FAQEntry: Sendable {
    /// `topic#id`
    case reference(Placed<String>)
    case own(Question)

    /// Works on the answer to a question of its own.
    mutating func updateAnswer(_ update: (inout Markup) -> Void) {
        guard case .own(var question) = self else { return }
        // So that the lists of the answer are not copied when they change.
        self = .reference(Placed("", at: SourceLocation("")))
        update(&question.answer)
        self = .own(question)
    }
}

/// A source that an article cites.
package struct Reference: Sendable, Equatable {
    package var title: String
    package var url: Placed<String>?
    package var publisher: String?
    package var accessed: Day?

    package init(title: String, url: Placed<String>?, publisher: String?, accessed: Day?) {
        self.title = title
        self.url = url
        self.publisher = publisher
        self.accessed = accessed
    }
}

/// The front matter of a file in `people/`.
package struct PersonFields: Sendable {
    package var name: Placed<String>?
    /// `Dr`, `Prof.`: what goes before the name.
    package var honorificPrefix: String?
    /// `MD`, `PhD`: what goes behind it.
    package var honorificSuffix: String?
    package var jobTitle: String?
    package var credentials: [String] = []
    package var url: Placed<String>?
    package var image: ImageFields?
    package var sameAs: [Placed<String>] = []

    package init() {}
}
