/// A text whose headings have their ids and whose links point where they lead on the finished site.
package struct LinkedMarkup: Sendable {
    private let source: Box<Markup>
    /// For each of `markup.headings`; empty where a heading gets none.
    package var headingIDs: [String]
    /// For each of `markup.links`: what goes into `href`, not yet escaped for HTML.
    package var hrefs: [String]
    /// For each of `markup.images`: what goes into `src`.
    package var imageSources: [String]
    /// For each of `markup.images`; nil where it is not known.
    package var imageSizes: [ImageSize?]

    package var markup: Markup { _read { yield source.value } }

    package init(
        _ markup: Markup, headingIDs: [String], hrefs: [String], imageSources: [String], imageSizes: [ImageSize?]
    ) {
        source = Box(markup)
        self.headingIDs = headingIDs
        self.hrefs = hrefs
        self.imageSources = imageSources
        self.imageSizes = imageSizes
    }

    /// The text as it was written: no heading has an id, and links lead where the author says.
    package init(unlinked markup: Markup) {
        self.init(
            markup, headingIDs: markup.headings.map { $0.attributes.id?.value ?? "" }, hrefs: markup.links.map(\.destination),
            imageSources: markup.images.map(\.source), imageSizes: markup.images.map { _ in nil })
    }
}
