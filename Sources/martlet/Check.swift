internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say everything that a build would say, and write nothing.")

    @OptionGroup var site: SiteOptions

    func run() async throws {
        let options = site.buildOptions
        let outcome = await build(options, in: site.files)
        site.report(outcome.diagnostics)
        guard !isRefused(outcome.diagnostics, options) else {
            Terminal.message(refusal(outcome.diagnostics))
            throw ExitCode(1)
        }
        let warnings = outcome.diagnostics.sorted.count { $0.severity == .warning }
        if !site.quiet { Terminal.message("\(states(outcome.value.site.states)); 0 errors, \(counted(warnings, "warning"))\n") }
    }
}
