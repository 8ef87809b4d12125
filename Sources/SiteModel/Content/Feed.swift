/// The newest articles of the site or of a section, for feed readers: once as Atom, once as JSON Feed.
package struct Feed: Sendable, Equatable {
    /// The list that it follows: the home page, or the listing of a section.
    package var home: Permalink
    /// The title of the section; nil for the feed of the whole site.
    package var section: String?
    package var description: String?
    /// Newest first; never empty.
    package var articles: [Permalink]

    package init(home: Permalink, section: String?, description: String?, articles: [Permalink]) {
        self.home = home
        self.section = section
        self.description = description
        self.articles = articles
    }

    package var atom: Permalink { Permalink(home.path + "feed.xml") }
    package var json: Permalink { Permalink(home.path + "feed.json") }
}

/// `feeds:` in the configuration.
package struct FeedOptions: Sendable, Equatable {
    /// How many articles a feed has; with 0 the site has no feeds.
    package var length = 20
    package var content = Content.full

    package enum Content: String, Sendable, CaseIterable { case full, summary }

    package init() {}
}
