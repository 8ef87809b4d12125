import ArgumentParser

@main
struct Martlet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "martlet", abstract: "Publishes articles that answer questions.")
}
