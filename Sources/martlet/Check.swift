internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say everything that a build would say, and what editors may want to look at. Writes nothing.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let options = site.buildOptions
        let outcome = await checkSite(options, in: site.files)
        let diagnostics = outcome.diagnostics.sorted
        let isRefused = isRefused(outcome.diagnostics, options)
        report.print(diagnostics, of: "check", site, isRefused: isRefused)
        guard !isRefused else {
            Terminal.message(refusal(outcome.diagnostics))
            throw ExitCode(1)
        }
        let warnings = counted(diagnostics.count { $0.severity == .warning }, "warning")
        if !site.quiet { Terminal.message("\(states(outcome.value.states)); 0 errors, \(warnings)\n") }
    }
}
