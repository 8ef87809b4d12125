/// A text whose headings have their ids and whose links point where they lead on the finished site.
@usableFromInline
package struct LinkedMarkup: Sendable {
    /// In a box, since questions and pages that hold the text are handed on.
    @usableFromInline let contents: Box<Contents>

    @usableFromInline
    struct Contents: Sendable {
        @usableFromInline let markup: Markup
        @usableFromInline let headingIDs: [String]
        @usableFromInline let hrefs: [String]
        @usableFromInline let imageSources: [String]
        @usableFromInline let imageSizes: [ImageSize?]
    }

    @inlinable package var markup: Markup { _read { yield contents.value.markup } }
    /// `markup.id` and so on, for those who would copy the whole of it for one of them.
    package var id: TextID? { contents.value.markup.id }
    package var length: TextLength { contents.value.markup.length }
    package var isEmpty: Bool { contents.value.markup.isEmpty }
    /// For each of `markup.headings`; empty where a heading gets none.
    @inlinable package var headingIDs: [String] { _read { yield contents.value.headingIDs } }
    /// For each of `markup.links`: what goes into `href`, not yet escaped for HTML.
    @inlinable package var hrefs: [String] { _read { yield contents.value.hrefs } }
    /// For each of `markup.images`: what goes into `src`.
    @inlinable package var imageSources: [String] { _read { yield contents.value.imageSources } }
    /// For each of `markup.images`; nil where it is not known.
    @inlinable package var imageSizes: [ImageSize?] { _read { yield contents.value.imageSizes } }

    package init(
        _ markup: Markup, headingIDs: [String], hrefs: [String], imageSources: [String], imageSizes: [ImageSize?]
    ) {
        contents = Box(
            Contents(
                markup: markup, headingIDs: headingIDs, hrefs: hrefs, imageSources: imageSources, imageSizes: imageSizes))
    }

    /// The text as it was written: no heading has an id, and links lead where the author says.
    package init(unlinked markup: Markup) {
        self.init(
            markup, headingIDs: markup.headings.map { $0.attributes.id?.value ?? "" }, hrefs: markup.links.map(\.destination),
            imageSources: markup.images.map(\.source), imageSizes: markup.images.map { _ in nil })
    }
}
