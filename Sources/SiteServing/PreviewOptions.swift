package import SiteModel
package import SitePipeline

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a preview is told.
package struct PreviewOptions: Sendable {
    package var build: BuildOptions
    package var folders: SiteFolders
    package var port: Port
    package var editor: EditorLink?
    package var limits = Limits()
    /// Whether the system's events are used; without, folders are looked at often.
    package var usesEvents = true
    /// The moment that decides about dates, each time the site is brought up to date.
    package var now: @Sendable () -> Instant
    /// Takes what each update gave.
    package var report: @Sendable (PreviewNews) -> Void = { _ in }

    package enum Port: Sendable {
        case exactly(Int)
        /// Or, where it is taken, the next one that is free.
        case from(Int)
    }

    package init(_ build: BuildOptions, _ folders: SiteFolders, port: Port, now: @escaping @Sendable () -> Instant) {
        self.build = build
        self.folders = folders
        self.port = port
        self.now = now
    }

    /// What a build would be told that publishes the site now: it leaves out what readers do not see.
    var publishing: BuildOptions {
        var build = build
        build.visibility = Visibility()
        build.now = now()
        return build
    }
}

/// How much of the server one client can have.
package struct Limits: Sendable {
    /// At once. Where there are more, the one that has been silent for longest goes.
    package var connections = 512
    /// Bytes of an address, and of all headers.
    package var address = 8_192
    package var headers = 16_384
    /// For a whole request, however slowly it comes; and for the next on a connection that is kept.
    package var request = Duration.seconds(10)
    package var idle = Duration.seconds(30)
    /// For each piece of an answer to be taken.
    package var write = Duration.seconds(15)
    /// Between two signs of life to a page that waits for news.
    package var heartbeat = Duration.seconds(20)

    package init() {}
}

/// The name of a version; that of another run of the program is another.
func versionName(_ count: Int) -> String { "\(getpid())-\(count)" }
