internal import ArgumentParser
internal import SitePipeline

struct Clean: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove what Martlet wrote into the output folder, and nothing else.")

    @Option(name: .shortAndLong, help: "The site's root.")
    var source = "."

    @Option(name: .shortAndLong, help: "The folder to clean; by default 'output' in the site's root.")
    var output: String?

    func run() throws {
        let folder = output ?? standardOutput(of: source)
        let count = try orExit { () throws(PublishError) in try clean(folder) }
        Terminal.message("\(counted(count, "file")) removed from \(folder)\n")
    }
}
