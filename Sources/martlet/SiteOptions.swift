internal import ArgumentParser
internal import SiteModel
internal import SitePipeline
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The options of every command that reads a site.
struct SiteOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The site's root, the folder that holds 'content'.")
    var source = "."

    @Option(name: .shortAndLong, help: "The base URL, in place of the one in site.yml.")
    var baseURL: String?

    @Flag(name: [.customShort("D"), .long], help: "Include drafts.")
    var drafts = false

    @Flag(help: "Include pages with a date in the future.")
    var future = false

    @Flag(help: "Include pages that have expired.")
    var expired = false

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(help: "How many files to work on at once; by default one a core.")
    var jobs: Int?

    @Option(
        help: "The moment that decides about drafts and dates: '2026-09-01' or RFC 3339. By default SOURCE_DATE_EPOCH, or now.")
    var clock: String?

    @Flag(name: .shortAndLong, help: "Print nothing but errors and warnings.")
    var quiet = false

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1") }
        if let clock, SitePipeline.parseClock(clock) == nil {
            throw ValidationError("--clock is a date ('2026-09-01') or RFC 3339 ('2026-09-01T09:00:00+05:30'), not '\(clock)'")
        }
        if clock == nil, let epoch = Terminal.environment("SOURCE_DATE_EPOCH"), Int(epoch) == nil {
            throw ValidationError("SOURCE_DATE_EPOCH is a number of seconds since 1970, not '\(epoch)'")
        }
        if let baseURL, SitePipeline.parseBaseURL(baseURL) == nil {
            throw ValidationError("--base-url is an address such as 'https://www.example.org/', not '\(baseURL)'")
        }
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions(jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), now: now)
        options.baseURL = baseURL.flatMap { SitePipeline.parseBaseURL($0) }
        options.visibility.drafts = drafts
        options.visibility.future = future
        options.visibility.expired = expired
        options.isStrict = strict
        return options
    }

    var files: DiskFileSystem { DiskFileSystem(root: source) }

    /// The clock of the command line, of the environment, of the machine.
    var now: Instant {
        if let clock, let instant = SitePipeline.parseClock(clock) { return instant }
        if let epoch = Terminal.environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }) {
            return Instant(seconds: epoch, offset: 0)
        }
        return Instant(seconds: time(nil), offset: 0)
    }

    /// Prints diagnostics by path and place.
    func report(_ diagnostics: Diagnostics) {
        let files = files
        let report = TerminalReport(isColoured: Terminal.hasColour) { sourceText($0, in: files) }
        let shown = diagnostics.sorted.filter { !quiet || $0.severity > .note }
        Terminal.message(report.lines(shown))
    }
}

/// Does work on a folder; where the machine fails or the folder is refused, the command says so and ends with its status.
func orExit<Result>(_ work: () throws(PublishError) -> Result) throws -> Result {
    do throws(PublishError) {
        return try work()
    } catch {
        throw exit(error)
    }
}

func orExit<Result: Sendable>(_ work: () async throws(PublishError) -> Result) async throws -> Result {
    do throws(PublishError) {
        return try await work()
    } catch {
        throw exit(error)
    }
}

private func exit(_ error: PublishError) -> ExitCode {
    Terminal.message("error: \(error.message)\n")
    return ExitCode(error.status)
}
