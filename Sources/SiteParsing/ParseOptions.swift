package import SiteModel

/// What of the site's configuration a single file's parsing depends on.
package struct ParseOptions: Sendable, Equatable {
    package var timeZone = TimeZoneRules.utc
    /// The taxonomies that front matter may name: `tags`.
    package var taxonomies = ["tags"]
    package var markdown = MarkdownOptions()

    package init() {}

    package init(_ config: SiteConfig) {
        timeZone = config.timeZone
        taxonomies = config.taxonomies
        markdown = config.markdown
    }
}
