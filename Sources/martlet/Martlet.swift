internal import ArgumentParser

/// The command line. Each subcommand has a file of its own.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "Publishes articles that answer questions, as a static site.",
        version: "0.1.0",
        subcommands: [Build.self, Check.self, New.self, List.self, Inspect.self, Explain.self, Clean.self])
}
