/// A site after all transforms: every page with its values, every file to copy. Rendering adds nothing but HTML.
package struct Site: Sendable {
    package var config: SiteConfig
    /// By permalink.
    package var pages: [Page]
    /// That of the whole site first.
    package var feeds: [Feed]
    /// Files that go to the output as they are, by permalink.
    package var files: [PublishedFile]
    /// Former addresses, by permalink.
    package var aliases: [Alias]
    package var states: StateCounts
    /// The moments in which the same sources give this site, in seconds since 1970.
    package var moments = Int.min..<Int.max
    /// Sources that are no part of the site at this moment, by path; those too that this build shows all the same.
    package var unpublished: [UnpublishedSource] = []
    /// How many questions the site answers.
    package var questionCount: Int
    /// The picture of shared links to pages that have none of their own.
    package var shareImage: PublishedImage?
    /// In the order of `IconRole`.
    package var icons: [SiteIcon] = []

    package init(
        config: SiteConfig, pages: [Page], feeds: [Feed], files: [PublishedFile], aliases: [Alias], states: StateCounts,
        questionCount: Int
    ) {
        self.config = config
        self.pages = pages
        self.feeds = feeds
        self.files = files
        self.aliases = aliases
        self.states = states
        self.questionCount = questionCount
    }
}

/// A file that is published as it is.
package struct PublishedFile: Sendable, Equatable {
    /// Relative to the site's root.
    package var source: String
    package var permalink: Permalink

    package init(source: String, permalink: Permalink) {
        self.source = source
        self.permalink = permalink
    }
}

/// A former address that leads to a page.
package struct Alias: Sendable, Equatable {
    package var permalink: Permalink
    package var target: Permalink
    package var location: SourceLocation

    package init(permalink: Permalink, target: Permalink, location: SourceLocation) {
        self.permalink = permalink
        self.target = target
        self.location = location
    }

    /// Where its page stands in the output folder. An address without a slash at its end gets a folder too, so that a server
    /// finds it under both forms.
    package var outputPath: String {
        permalink.path.hasSuffix("/") || permalink.path.hasSuffix(".html")
            ? permalink.outputPath : Permalink(permalink.path + "/").outputPath
    }
}

/// The one state in which a source ends, but for those with errors.
package enum PublicationState: String, Sendable, CaseIterable {
    case published, draft, scheduled, expired
}

/// A source that readers do not see yet, or any more.
package struct UnpublishedSource: Sendable, Equatable {
    package var path: String
    package var title: String
    package var state: PublicationState
    /// When it appears; of one that has expired, when it went.
    package var moment: Instant?

    package init(path: String, title: String, state: PublicationState, moment: Instant?) {
        self.path = path
        self.title = title
        self.state = state
        self.moment = moment
    }
}

/// How many articles, pages and topics are in which state.
package struct StateCounts: Sendable, Equatable {
    private var counts: [PublicationState: Int] = [:]

    package init() {}

    package subscript(state: PublicationState) -> Int {
        get { counts[state] ?? 0 }
        set { counts[state] = newValue }
    }
}

/// Which sources a build shows that readers would not see yet, or any more.
package struct Visibility: Sendable, Equatable {
    package var drafts = false
    package var future = false
    package var expired = false

    package init() {}
}
