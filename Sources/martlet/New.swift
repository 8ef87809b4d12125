internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a small site to begin with, or an article.", subcommands: [NewSite.self, NewArticleCommand.self],
        defaultSubcommand: NewSite.self)
}

struct NewSite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Make a small site to begin with ('martlet new DIR').")

    @Argument(help: "The folder of the new site; it may not exist yet, or has to be empty.")
    var folder: String

    @OptionGroup var clock: ClockOption

    func run() throws {
        let count = try orExit { () throws(PublishError) in try makeSite(at: folder, on: clock.now.day) }
        Terminal.message("\(counted(count, "file")) written to \(folder)\nnext: cd \(folder) && martlet build\n")
    }
}

struct NewArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "Make the folder of an article with its questions and share text.")

    @Argument(help: "The title, in quotes: 'martlet new article \"How much sleep is enough?\"'.")
    var title: String

    @Option(name: .shortAndLong, help: "The site's root, the folder that holds 'content'.")
    var source = "."

    @Option(help: "The folder below 'content/' that it belongs to.")
    var section = "articles"

    @OptionGroup var clock: ClockOption

    func run() throws {
        let author = onlyPerson(in: DiskFileSystem(root: source))
        guard section == pathSlug(section), !["pages", "people", "faqs", "static"].contains(section) else {
            throw ValidationError("'\(section)' is no section for articles; use small letters, digits and '-'")
        }
        guard let article = NewArticle(title: title, section: section, on: clock.now.day, author: author) else {
            throw ValidationError("'\(title)' makes no address; a title has letters or digits, on one line")
        }
        try orExit { () throws(PublishError) in try makeArticle(article, at: source) }
        let names = article.files.map(\.name).joined(separator: ", ")
        Terminal.message(
            "\(names) written to \(source == "." ? "" : source + "/")\(article.folder)/\n"
                + "next: write them, and look at the page with 'martlet serve'; 'draft: true' keeps it from readers\n")
    }
}

/// The moment of what is made.
struct ClockOption: ParsableArguments {
    @Option(help: "The date of what is made: '2026-09-01' or RFC 3339. By default SOURCE_DATE_EPOCH, or now.")
    var clock: String?

    mutating func validate() throws {
        if let clock, SitePipeline.parseClock(clock) == nil { throw ValidationError("--clock is a date, not '\(clock)'") }
    }

    var now: Instant {
        var options = SiteOptions()
        options.clock = clock
        return options.now
    }
}
