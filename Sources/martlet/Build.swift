internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Build the site into its output folder.")

    @OptionGroup var site: SiteOptions

    @Option(name: .shortAndLong, help: "The folder to write to; by default 'output' in the site's root.")
    var output: String?

    @Flag(help: "Build without what the last build left in '.martlet/', and leave nothing there.")
    var noCache = false

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let folders = SiteFolders(source: site.source, output: output ?? standardOutput(of: site.source))
        let options = site.buildOptions
        let outcome: Outcome<PublishedSite>
        do throws(PublishError) {
            outcome = try await publishSite(options, folders, usesRecord: !noCache)
        } catch {
            Terminal.message("error: \(error.message)\n")
            throw ExitCode(error.status)
        }
        site.report(outcome.diagnostics)
        guard let report = outcome.value.report else {
            Terminal.message(refusal(outcome.diagnostics))
            throw ExitCode(1)
        }
        site.report(report.diagnostics(of: folders.output))
        if !site.quiet { Terminal.message(line(outcome.value.summary, report, folders.output, clock.now - start)) }
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

func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// What stands below the messages of a build that is refused.
func refusal(_ diagnostics: Diagnostics) -> String {
    let errors = diagnostics.sorted.count { $0.severity == .error }
    let warnings = diagnostics.sorted.count { $0.severity == .warning }
    return "\(counted(errors, "error")), \(counted(warnings, "warning")); nothing was written\n"
}

private func milliseconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
}
