/// Everything of a site that the transforms work on: the documents of stage 1, and the files that nobody parses.
package struct SiteSources: Sendable {
    package var config: SiteConfig
    package var documents: [Box<Document>]
    /// Paths of the files beside documents and in `content/static/`, relative to the site's root.
    package var files: [String]
    /// What the images among the files are, by path; those that cannot be read as images are not in it.
    package var images: [String: ImageFacts]
    /// The titles of pages that have no source of their own.
    package var titles: GeneratedTitles
    package var theme: ThemeManifest

    package init(
        config: SiteConfig, documents: [Box<Document>], files: [String], images: [String: ImageFacts], titles: GeneratedTitles,
        theme: ThemeManifest
    ) {
        self.config = config
        self.documents = documents
        self.files = files
        self.images = images
        self.titles = titles
        self.theme = theme
    }
}

/// The words for pages that Martlet makes by itself, from the theme's strings.
package struct GeneratedTitles: Sendable {
    package var home: String
    package var questions: String
    package var people: String
    package var notFound: String

    package init(home: String, questions: String, people: String, notFound: String) {
        self.home = home
        self.questions = questions
        self.people = people
        self.notFound = notFound
    }
}
