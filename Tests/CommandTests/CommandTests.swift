import Foundation
import SiteTestSupport
import Testing

/// Every file in `Fixtures/commands` is a session: a golden site to begin with, commands, what they print, and their exit
/// status where it is not 0. Lines of the error stream begin with `2>`.
@Suite struct CommandTests {
    static let names: [String] = {
        let folder = repository.appending(path: "Tests/Fixtures/commands").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }()

    @Test func thereAreSessions() { #expect(Self.names.count >= 4) }

    @Test(arguments: names) func goesAsWritten(name: String) throws {
        let url = repository.appending(path: "Tests/Fixtures/commands/\(name)")
        let text = try String(contentsOf: url, encoding: .utf8)
        let played = try play(text)
        if ProcessInfo.processInfo.environment["MARTLET_GOLDEN"] == "write" { return try Data(played.utf8).write(to: url) }
        #expect(played == text)
    }

    /// The session with what its commands print today.
    private func play(_ text: String) throws -> String {
        let site = text.split(separator: "\n").first { $0.hasPrefix("Site: ") }.map { String($0.dropFirst(6)) }
        let program = try Program(site: try #require(site))
        defer { program.remove() }
        var lines: [String] = []
        var isSession = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if isSession, line.hasPrefix("$ ") {
                lines.append(line)
                lines += try transcript(String(line.dropFirst(2)), program)
            } else if !isSession || line == "```" {
                isSession = line == "```console"
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What a command prints, in the form of the sessions. Times are written as `N ms`.
    private func transcript(_ command: String, _ program: Program) throws -> [String] {
        var words = command.split(separator: " ").map(String.init)
        var environment: [String: String] = [:]
        while let equals = words.first?.firstIndex(of: "="), let word = words.first, !word.hasPrefix("-") {
            environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
            words.removeFirst()
        }
        #expect(words.first == "martlet")
        let result = try program.run(Array(words.dropFirst()), environment: environment)
        var lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        lines += result.messages.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            "2> \(withoutTime(String($0)))"
        }
        if result.status != 0 { lines.append("=> \(result.status)") }
        return lines
    }

    private func withoutTime(_ line: String) -> String {
        guard line.hasSuffix(" ms"), let semicolon = line.lastIndex(of: ";") else { return line }
        return line[..<semicolon] + "; N ms"
    }
}
