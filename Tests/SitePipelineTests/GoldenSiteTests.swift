import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Every folder in `Fixtures/sites` is a case: it is built, its output compared byte for byte with `expected`, and what the
/// build says with `diagnostics.txt`. `make golden` writes both anew; the difference is reviewed like code.
@Suite struct GoldenSiteTests {
    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: RepositorySites.path("Tests/Fixtures/sites"))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test func thereAreGoldenSites() { #expect(Self.names.count >= 3) }

    @Test(arguments: names) func isBuiltAsExpected(name: String) async throws {
        let path = "Tests/Fixtures/sites/" + name
        let files = RepositorySites.files(path)
        let outcome = await build(RepositorySites.options, in: files)
        let said = TerminalReport(isColoured: false) { sourceText($0, in: files) }.lines(outcome.diagnostics.sorted)
        let output = try TemporaryFolder()
        if !outcome.value.files.isEmpty {
            _ = try publish(outcome.value.files, to: output.path + "/site", of: RepositorySites.path(path), reading: files)
        }
        let made = try output.tree().filter { !$0.key.hasSuffix(".martlet-files") }
        let expected = RepositorySites.path(path + "/expected")
        if ProcessInfo.processInfo.environment["MARTLET_GOLDEN"] == "write" {
            return try rewrite(made, said, path)
        }
        let kept = try fileTree(expected)
        #expect(said == (try? String(contentsOfFile: RepositorySites.path(path + "/diagnostics.txt"), encoding: .utf8)) ?? "")
        #expect(Set(made.keys.map { String($0.dropFirst(5)) }) == Set(kept.keys))
        for (file, bytes) in made { #expect(bytes == kept[String(file.dropFirst(5))], "\(name): \(file)") }
    }

    private func rewrite(_ made: [String: Data], _ said: String, _ path: String) throws {
        let expected = URL(fileURLWithPath: RepositorySites.path(path + "/expected"))
        try? FileManager.default.removeItem(at: expected)
        for (file, bytes) in made {
            let url = expected.appending(path: String(file.dropFirst(5)))
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: url)
        }
        try Data(said.utf8).write(to: URL(fileURLWithPath: RepositorySites.path(path + "/diagnostics.txt")))
    }
}
