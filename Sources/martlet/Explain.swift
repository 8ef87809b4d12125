internal import ArgumentParser
internal import SiteModel

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a message by its code, with examples.")

    @Argument(help: "The code that stands in brackets in a message, such as 'broken-link'.")
    var code: String?

    @Flag(help: "Print the explanations of all codes as Markdown.")
    var markdown = false

    func run() throws {
        if markdown { return Terminal.output(diagnosticsGuide()) }
        guard let code else {
            return Terminal.output(DiagnosticCode.allCases.map { "\($0.rawValue)  \($0.explanation.summary)\n" }.joined())
        }
        guard let known = DiagnosticCode(rawValue: code) else {
            let near = nearestName(to: code, among: DiagnosticCode.allCases.map(\.rawValue))
            throw ValidationError("'\(code)' is not a code\(near.map { "; did you mean '\($0)'?" } ?? "")")
        }
        Terminal.output(known.explanation.text(of: known))
    }
}
