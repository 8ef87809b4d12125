internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say everything that a build would say, and write nothing.")

    @OptionGroup var site: SiteOptions

    func run() async throws {
        let outcome = try await site.built()
        let warnings = outcome.diagnostics.sorted.count { $0.severity == .warning }
        if !site.quiet { Terminal.message("\(states(outcome.value.site.states)); 0 errors, \(counted(warnings, "warning"))\n") }
    }
}
