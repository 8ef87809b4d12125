internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List what a site has of one kind.")

    @OptionGroup var site: SiteOptions

    @Argument(
        help: "What to list: \(SiteList.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: { try choice($0, of: SiteList.self, "kind of list") })
    var kind: SiteList

    @Option(help: "The form of the list: text or json.", transform: { try choice($0, of: Format.self, "--format of a list") })
    var format = Format.text

    enum Format: String, CaseIterable { case text, json }

    func run() async throws {
        let outcome = await build(site.buildOptions, in: site.files)
        if outcome.diagnostics.hasErrors { site.report(outcome.diagnostics) }
        let table = kind.table(of: outcome.value.site, now: site.now)
        Terminal.output(format == .json ? table.json(of: kind) : table.text)
        if !site.quiet { Terminal.message(counted(table.rows.count, kind.noun) + "\n") }
        if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    }
}
