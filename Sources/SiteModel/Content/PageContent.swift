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
    package var id: String
    /// Without titles.
    package var name: String
    package var honorificPrefix: String?
    package var honorificSuffix: String?
    package var jobTitle: String?
    package var permalink: Permalink

    /// As readers see it: `Dr A. Rao, MD`.
    package var fullName: String {
        (honorificPrefix.map { $0 + " " } ?? "") + name + (honorificSuffix.map { ", " + $0 } ?? "")
    }

    package init(id: String, name: String, jobTitle: String?, permalink: Permalink) {
        self.id = id
        self.name = name
        self.jobTitle = jobTitle
        self.permalink = permalink
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
    package var outline: [OutlineEntry]
    package var showsContents: Bool
    package var updated: Instant?

    package init(body: LinkedMarkup, outline: [OutlineEntry], showsContents: Bool, updated: Instant?) {
        self.body = body
        self.outline = outline
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
    /// What goes into `src`.
    package var source: String
    /// With scheme and host, for other sites.
    package var absolute: String
    package var alternative: String
    package var credit: String?
    /// Nil where the file does not say, and for an image of another site.
    package var size: ImageSize?
    /// Nil for an image of another site, and for a file that is none.
    package var kind: ImageKind?

    package init(source: String, absolute: String, alternative: String, credit: String?) {
        self.source = source
        self.absolute = absolute
        self.alternative = alternative
        self.credit = credit
    }
}
