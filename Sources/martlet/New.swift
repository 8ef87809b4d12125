internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a small site to begin with.")

    @Argument(help: "The folder of the new site; it may not exist yet, or has to be empty.")
    var folder: String

    @Option(help: "The date of the first article: '2026-09-01' or RFC 3339. By default SOURCE_DATE_EPOCH, or now.")
    var clock: String?

    mutating func validate() throws {
        if let clock, SitePipeline.parseClock(clock) == nil { throw ValidationError("--clock is a date, not '\(clock)'") }
    }

    func run() throws {
        var options = SiteOptions()
        options.clock = clock
        let day = options.now.day
        let count = try orExit { () throws(PublishError) in try makeSite(at: folder, on: day) }
        Terminal.message("\(counted(count, "file")) written to \(folder)\nnext: cd \(folder) && martlet build\n")
    }
}
