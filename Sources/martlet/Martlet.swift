internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

/// The command line. Each subcommand has a file of its own, and says its name: to make one out of a type takes reflection, which costs
/// a build of a small site a tenth of its time.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Publishes articles that answer questions, as a static site.",
        version: Program.version,
        subcommands: [
            Build.self, Serve.self, Check.self, FixCommand.self, New.self, List.self, Inspect.self, Explain.self, Clean.self,
        ])

    static func main() async {
        if let word = CommandLine.arguments.dropFirst().first, let complaint = complaint(about: word) {
            Terminal.message(complaint)
            Terminal.end(with: 64)
        }
        await main(nil)
    }

    /// What is wrong with a first word that is no command; the parser would not say which one was meant.
    private static func complaint(about word: String) -> String? {
        let commands = configuration.subcommands.flatMap { command in
            (command.configuration.commandName.map { [$0] } ?? []) + command.configuration.aliases
        }
        guard !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return nil }
        let near = nearestName(to: word, among: commands).map { "did you mean 'martlet \($0)'?" }
        return "Error: '\(word)' is no command; \(near ?? "there are \(commands.joined(separator: ", "))")\n"
    }
}
