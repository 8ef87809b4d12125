internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what a site has of one kind.")

    @OptionGroup var site: SiteOptions

    @Argument(help: "What to list: \(SiteList.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: SiteList

    func run() async throws {
        let outcome = await build(site.buildOptions, in: site.files)
        if outcome.diagnostics.hasErrors { site.report(outcome.diagnostics) }
        let table = kind.table(of: outcome.value.site, now: site.now)
        Terminal.output(table.text)
        if !site.quiet { Terminal.message(counted(table.rows.count, kind.noun) + "\n") }
        if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    }
}

extension SiteList: ExpressibleByArgument {}
