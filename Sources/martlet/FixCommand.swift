internal import ArgumentParser
internal import SiteModel
internal import SitePipeline

struct FixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix", abstract: "Put right what needs no choice: misspelt names, other generators' keys, missing ids.")

    @OptionGroup var site: SiteOptions

    @Flag(name: .shortAndLong, help: "Change the sources without asking.")
    var yes = false

    func run() async throws {
        let plan = await planFixes(site.buildOptions, in: site.files)
        guard plan.count > 0 else { return tell("nothing to fix; \(left(plan))\n") }
        Terminal.output(plan.files.map { Terminal.hasColourInOutput ? coloured($0.diff) : $0.diff }.joined())
        let work = "\(counted(plan.count, "fix", "fixes")) in \(counted(plan.files.count, "file"))"
        guard yes || (Terminal.isInteractive && Terminal.ask("Make \(work)? [y/N] ")) else {
            return tell("nothing was changed" + (Terminal.isInteractive ? "\n" : "; 'martlet fix --yes' makes \(work)\n"))
        }
        try orExit { () throws(PublishError) in try apply(plan, at: site.source) }
        tell("\(work) made; \(left(plan))\n")
    }

    private func tell(_ text: String) { if !site.quiet { Terminal.message(text) } }

    private func left(_ plan: FixPlan) -> String {
        let counts = MessageCounts(plan.remaining)
        return "\(counts.text(.error)) and \(counts.text(.warning)) left"
    }

    private func coloured(_ diff: String) -> String {
        diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            switch line.first {
            case "+": "\u{1B}[32m\(line)\u{1B}[0m"
            case "-": "\u{1B}[31m\(line)\u{1B}[0m"
            case "@": "\u{1B}[36m\(line)\u{1B}[0m"
            default: String(line)
            }
        }
        .joined(separator: "\n")
    }
}
