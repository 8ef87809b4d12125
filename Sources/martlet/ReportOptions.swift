internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

/// How a command that reads a site prints what it has to say.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the messages: text, json, github or sarif.",
            discussion: "Forms for programs go to the standard output, the last line to the error stream."),
        transform: { try choice($0, of: ReportFormat.self, "--format") })
    var format = ReportFormat.text

    /// Prints messages in their order, with those that a summary should begin with at the end of a long list.
    func print(_ diagnostics: [Diagnostic], of command: String, _ site: SiteOptions, isRefused: Bool) {
        let files = site.files
        let shown = diagnostics.filter { !site.quiet || $0.severity > .note }
        let report = Report(shown, command: command, root: site.source, isRefused: isRefused) { sourceText($0, in: files) }
        let text = report.text(as: format, isColoured: format == .text && Terminal.hasColour)
        if format == .text { Terminal.message(text + report.beginning) } else { Terminal.output(text) }
    }
}

/// One of a closed list of words on the command line; the nearest is named where it is none of them.
func choice<Choice: RawRepresentable & CaseIterable>(_ word: String, of: Choice.Type, _ what: String) throws -> Choice
where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let near = nearestName(to: word, among: known).map { "did you mean '\($0)'?" }
    throw ValidationError("'\(word)' is no \(what); \(near ?? "there are \(known.joined(separator: ", "))")")
}
