internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Build the site into its output folder.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var report: ReportOptions

    @Option(name: .shortAndLong, help: "The folder to write to; by default 'output' in the site's root.")
    var output: String?

    @Flag(help: "Build without what the last build left in '.martlet/', and leave nothing there.")
    var noCache = false

    @Flag(help: "Print why each file was written.")
    var explainRebuild = false

    @Flag(help: "Then build once more, clean, and compare every byte with what was published.")
    var verify = false

    func validate() throws {
        if explainRebuild, report.format != .text {
            throw ValidationError("--explain-rebuild prints text where --format \(report.format.rawValue) has its messages")
        }
    }

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let folders = SiteFolders(source: site.source, output: output ?? standardOutput(of: site.source))
        let options = site.buildOptions
        let outcome = try await orExit { () async throws(PublishError) in
            try await publishSite(options, folders, usesRecord: !noCache)
        }
        let published = outcome.value.report
        let diagnostics = outcome.diagnostics.sorted + (published?.diagnostics(of: folders.output).sorted ?? [])
        report.print(diagnostics, of: "build", site, isRefused: published == nil)
        guard let published else {
            Terminal.message(refusal(outcome.diagnostics))
            throw ExitCode(1)
        }
        if !site.quiet { Terminal.message(line(outcome.value.summary, published, folders.output, clock.now - start)) }
        if explainRebuild { Terminal.output(explanation(outcome.value)) }
        if verify { try await verify(options, folders) }
        withExtendedLifetime(outcome) { Terminal.end() }
    }

    private func explanation(_ site: PublishedSite) -> String {
        if site.report?.writtenPaths.isEmpty ?? true { return "nothing was written, since nothing changed\n" }
        guard let reasons = site.reasons else { return "every file that differs was written: no earlier build is known\n" }
        return reasons.map { reason in reason.chains.map { "\(reason.path) <- \($0)\n" }.joined() }.joined()
    }

    private func verify(_ options: BuildOptions, _ folders: SiteFolders) async throws {
        let outcome = try await orExit { () async throws(PublishError) in try await verifySite(options, folders) }
        guard !isRefused(outcome.diagnostics, options) else {
            site.report(outcome.diagnostics)
            Terminal.message("error: the site cannot be built any more, so nothing was compared\n")
            throw ExitCode(1)
        }
        guard let difference = outcome.value else {
            if !site.quiet { Terminal.message("verified: a clean build gives the same\n") }
            return
        }
        let path = "\(folders.output)/\(difference.path)"
        switch difference.kind {
        case .missing: Terminal.message("\(path): error: a clean build has this file\n")
        case .left: Terminal.message("\(path): error: a clean build does not have this file\n")
        case .different(let line): Terminal.message("\(path):\(line): error: a clean build gives another content\n")
        }
        throw ExitCode(1)
    }

    private func line(_ summary: BuildSummary, _ report: PublishReport, _ folder: String, _ duration: Duration) -> String {
        let files = report.written + report.unchanged
        return "\(states(summary.states)); \(counted(summary.pages, "page")), \(counted(files, "file")) in \(folder): "
            + "\(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed; \(milliseconds(duration)) ms\n"
    }
}

/// The output folder of a site that is not told another.
func standardOutput(of source: String) -> String { source == "." ? "output" : source + "/output" }

/// `4 published, 1 draft, 0 scheduled, 0 expired`: every state, so that nothing goes missing without a word.
func states(_ counts: StateCounts) -> String {
    PublicationState.allCases.map { "\(counts[$0]) \($0.rawValue)" }.joined(separator: ", ")
}

/// What stands below the messages of a build that is refused.
func refusal(_ diagnostics: Diagnostics) -> String {
    let counts = MessageCounts(diagnostics)
    return "\(counts.text(.error)), \(counts.text(.warning)); nothing was written\n"
}

func milliseconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
}
