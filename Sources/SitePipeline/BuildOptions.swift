package import SiteModel

/// What a build is told, apart from the site itself. The clock is a value in it: nothing else knows what time it is.
package struct BuildOptions: Sendable {
    /// Takes the place of `baseURL` in `site.yml`.
    package var baseURL: BaseURL?
    package var visibility = Visibility()
    /// Warnings count as errors.
    package var isStrict = false
    /// How many files are worked on at once; at least 1.
    package var jobs: Int
    /// Where texts of a large site may wait for their pages, in a file without a name; nil for memory.
    var spillFolder: String?
    /// The moment that decides which pages are scheduled or expired.
    package var now: Instant

    package init(jobs: Int, now: Instant) {
        self.jobs = jobs
        self.now = now
    }
}
