/// What a page shows, by its kind. One reference for each: every page has a content, and most are articles.
package enum PageContent: Sendable {
    case article(Box<Article>)
    indirect case plain(PlainPage)
    indirect case home(Listing, topics: [TopicLink])
    indirect case listing(Listing)
    /// A taxonomy's terms.
    case taxonomy([TermLink])
    /// The articles under one term; the link leads to its taxonomy.
    indirect case term(Listing, taxonomy: PageLink)
    /// Every question of the site, grouped by where it is answered.
    indirect case questions([QuestionGroup], count: Int, Pagination)
    indirect case topic(Topic)
    indirect case person(PersonPage)
    case people([PersonLink])
    case notFound
}

/// A page as others refer to it.
@usableFromInline
package struct PageLink: Sendable, Equatable {
    package var title: String
    package var permalink: Permalink

    package init(title: String, permalink: Permalink) {
        self.title = title
        self.permalink = permalink
    }
}

/// An author or reviewer as a byline shows them.
@usableFromInline
package struct PersonLink: Sendable, Equatable {
    /// In one place, since a person stands below many articles.
    @usableFromInline let fields: Shared<Fields>

    @usableFromInline
    struct Fields: Sendable, Equatable {
        @usableFromInline let id: String
        @usableFromInline let name: String
        @usableFromInline let honorificPrefix: String?
        @usableFromInline let honorificSuffix: String?
        @usableFromInline let jobTitle: String?
        @usableFromInline let permalink: Permalink
    }

    @inlinable package var id: String { _read { yield fields.value.id } }
    /// Without titles.
    @inlinable package var name: String { _read { yield fields.value.name } }
    @inlinable package var honorificPrefix: String? { _read { yield fields.value.honorificPrefix } }
    @inlinable package var honorificSuffix: String? { _read { yield fields.value.honorificSuffix } }
    @inlinable package var jobTitle: String? { _read { yield fields.value.jobTitle } }
    @inlinable package var permalink: Permalink { _read { yield fields.value.permalink } }

    /// As readers see it: `Dr A. Rao, MD`.
    package var fullName: String {
        (honorificPrefix.map { $0 + " " } ?? "") + name + (honorificSuffix.map { ", " + $0 } ?? "")
    }

    package init(
        id: String, name: String, honorificPrefix: String? = nil, honorificSuffix: String? = nil, jobTitle: String?,
        permalink: Permalink
    ) {
        fields = Shared(
            Fields(
                id: id, name: name, honorificPrefix: honorificPrefix, honorificSuffix: honorificSuffix, jobTitle: jobTitle,
                permalink: permalink))
    }
}

/// A term of a taxonomy and how many articles carry it.
package struct TermLink: Sendable, Equatable {
    package var link: PageLink
    package var count: Int

    package init(link: PageLink, count: Int) {
        self.link = link
        self.count = count
    }
}

/// A FAQ topic as the home page shows it.
package struct TopicLink: Sendable, Equatable {
    package var link: PageLink
    package var description: String?
    package var count: Int

    package init(link: PageLink, description: String?, count: Int) {
        self.link = link
        self.description = description
        self.count = count
    }
}

/// A page that is not an article: about, privacy …
package struct PlainPage: Sendable {
    package var body: LinkedMarkup
    package var showsContents: Bool
    package var updated: Instant?

    package init(body: LinkedMarkup, showsContents: Bool, updated: Instant?) {
        self.body = body
        self.showsContents = showsContents
        self.updated = updated
    }
}

/// One page of a list of articles.
package struct Listing: Sendable {
    /// The text of `_index.md`.
    package var text: LinkedMarkup?
    package var entries: [ArticleSummary]
    package var pagination: Pagination

    package init(text: LinkedMarkup?, entries: [ArticleSummary], pagination: Pagination) {
        self.text = text
        self.entries = entries
        self.pagination = pagination
    }
}

/// Where a page stands among the pages of its list.
package struct Pagination: Sendable, Equatable {
    /// From 1 to `count`.
    package var number: Int
    package var count: Int
    /// The address of the list and of its first page; those of the others stand below it.
    package var list: Permalink

    package init(number: Int, of count: Int, in list: Permalink) {
        self.number = number
        self.count = count
        self.list = list
    }

    package static func only(_ permalink: Permalink) -> Pagination { Pagination(number: 1, of: 1, in: permalink) }

    /// The address of the page with a number.
    package func address(of number: Int) -> Permalink {
        number == 1 ? list : Permalink("\(list.path)page/\(number)/")
    }

    package var address: Permalink { address(of: number) }
}

package struct PersonPage: Sendable {
    package var person: PersonLink
    package var credentials: [String]
    package var image: PublishedImage?
    package var website: String?
    package var sameAs: [String]
    package var biography: LinkedMarkup
    package var written: [ArticleSummary]
    package var reviewed: [ArticleSummary]

    package init(
        person: PersonLink, credentials: [String], image: PublishedImage?, website: String?, sameAs: [String],
        biography: LinkedMarkup, written: [ArticleSummary], reviewed: [ArticleSummary]
    ) {
        self.person = person
        self.credentials = credentials
        self.image = image
        self.website = website
        self.sameAs = sameAs
        self.biography = biography
        self.written = written
        self.reviewed = reviewed
    }
}

/// An image of the site or of the web, where it is on the finished site.
@usableFromInline
package struct PublishedImage: Sendable, Equatable {
    /// In one place, since lists and shared links show what a page shows.
    @usableFromInline var fields: Shared<Fields>

    @usableFromInline
    struct Fields: Sendable, Equatable {
        @usableFromInline let source: String
        @usableFromInline let absolute: String
        @usableFromInline var alternative: String
        @usableFromInline let credit: String?
        @usableFromInline let size: ImageSize?
        @usableFromInline let kind: ImageKind?
    }

    /// What goes into `src`.
    @inlinable package var source: String { _read { yield fields.value.source } }
    /// With scheme and host, for other sites.
    @inlinable package var absolute: String { _read { yield fields.value.absolute } }
    @inlinable package var alternative: String { _read { yield fields.value.alternative } }
    @inlinable package var credit: String? { _read { yield fields.value.credit } }
    /// Nil where the file does not say, and for an image of another site.
    @inlinable package var size: ImageSize? { _read { yield fields.value.size } }
    /// Nil for an image of another site, and for a file that is none.
    @inlinable package var kind: ImageKind? { _read { yield fields.value.kind } }

    package init(source: String, absolute: String, alternative: String, credit: String?, size: ImageSize?, kind: ImageKind?) {
        fields = Shared(
            Fields(source: source, absolute: absolute, alternative: alternative, credit: credit, size: size, kind: kind))
    }

    /// The same, described in another way.
    package func described(as alternative: String) -> PublishedImage {
        var image = self
        image.fields.value.alternative = alternative
        return image
    }
}
