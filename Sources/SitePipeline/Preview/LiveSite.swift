package import SiteModel
internal import SiteRendering

/// A site that is held in memory and brought up to date after changes of its sources: what a preview shows.
///
/// Pages are rendered when they are asked for, so an update costs what has to be known of all pages and not their HTML.
package actor LiveSite {
    private let options: BuildOptions
    private let files: DiskFileSystem
    private var last: ServedSite?

    /// `root` is the folder that holds `content`.
    package init(_ options: BuildOptions, root: String) {
        self.options = options
        files = DiskFileSystem(root: root)
    }

    /// Builds the site as it is now, at the moment `now`. `paths`, relative to the root, are the files and folders that may have changed
    /// since the last update; nil stands for any. What did not change is not read again.
    package func update(changed paths: Set<String>?, now: Instant) async -> LiveUpdate {
        var options = options
        options.now = now
        let outcome = await prepare(options, in: files)
        let isRefused = isRefused(outcome.diagnostics, options)
        if let shared = outcome.value.shared, !isRefused { last = ServedSite(outcome.value.site, shared, files) }
        return LiveUpdate(site: last, prepared: outcome.value.site, diagnostics: outcome.diagnostics, isRefused: isRefused)
    }
}

/// What an update gave.
package struct LiveUpdate: Sendable {
    /// The last site without errors; nil where there was none yet.
    package var site: ServedSite?
    /// The site as it is now, errors among it.
    package var prepared: Site
    package var diagnostics: Diagnostics
    /// Whether `site` is an older one, because errors (with `--strict` warnings too) stand in the sources.
    package var isRefused: Bool
}
