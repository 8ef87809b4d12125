internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say everything that a build would say, and what editors may want to look at. Writes no page.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var report: ReportOptions

    @Flag(help: "Ask other sites whether what is linked to is there, politely; the answers are kept for days in '.martlet/'.")
    var external = false

    func run() async throws {
        let options = site.buildOptions
        let outcome = await checkSite(options, in: site.files)
        var diagnostics = outcome.diagnostics
        if external { diagnostics.add(contentsOf: try askOthers(outcome.value)) }
        let shown = diagnostics.sorted
        let isRefused = isRefused(diagnostics, options)
        report.print(shown, of: "check", site, isRefused: isRefused)
        guard !isRefused else {
            Terminal.message(refusal(diagnostics))
            throw ExitCode(1)
        }
        let counts = MessageCounts(shown)
        let said = "0 errors, \(counts.text(.warning)), \(counts.text(.note))"
        if !site.quiet { Terminal.message("\(states(outcome.value.states)); \(said)\n") }
    }

    private func askOthers(_ checked: CheckedSite) throws -> Diagnostics {
        if !site.quiet { Terminal.message("asking other sites for \(counted(checked.externalLinks.count, "link")) …\n") }
        return try orExit { () throws(PublishError) in
            try checkExternal(checked, at: site.source, now: site.now, ExternalOptions())
        }
    }
}
