internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Print the values that a page's template sees, as JSON.")

    @OptionGroup var site: SiteOptions

    @Argument(help: "The page: its source ('content/articles/a/index.md') or its address ('/articles/a/').")
    var page: String

    func run() async throws {
        let outcome = await build(site.buildOptions, in: site.files)
        if outcome.diagnostics.hasErrors { site.report(outcome.diagnostics) }
        if let json = outcome.value.values(of: page) {
            Terminal.output(json)
            if outcome.diagnostics.hasErrors { throw ExitCode(1) }
            return
        }
        let near = nearestName(to: page, among: outcome.value.pageNames)
        Terminal.message("error: no page '\(page)'\(near.map { "; did you mean '\($0)'?" } ?? "")\n")
        throw ExitCode(1)
    }
}
