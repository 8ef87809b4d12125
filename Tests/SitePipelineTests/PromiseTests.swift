import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import SiteRendering
import Testing

/// What every build promises, on the site of the repository and on generated ones.
@Suite struct PromiseTests {
    @Test func theSiteOfTheRepositoryBuildsWithoutAMessage() async {
        let outcome = await build(RepositorySites.options, in: RepositorySites.files("."))
        #expect(outcome.diagnostics.sorted.isEmpty)
        #expect(outcome.value.files.count > 20)
        #expect(outcome.value.site.states[.draft] == 1)
        #expect(outcome.value.site.states[.scheduled] == 1)
    }

    @Test func theBuiltInThemeIsTheOneInTheRepository() throws {
        let files = try fileTree(RepositorySites.path("themes/plain"))
        #expect(Dictionary(embeddedTheme().map { ($0.name, Data($0.bytes)) }) { first, _ in first } == files)
    }

    @Test func theSameBytesComeOutForAnyOrderAndNumberOfJobs() async throws {
        let expected = try await bytes(Generated(count: 120, isReversed: false), jobs: 1)
        for (isReversed, jobs) in [(true, 1), (false, 2), (true, 8)] {
            #expect(
                try await bytes(Generated(count: 120, isReversed: isReversed), jobs: jobs) == expected, "\(isReversed) \(jobs)")
        }
    }

    /// Names are suggested for the first fifty links that lead nowhere, whoever looked at them and whatever else there is to say.
    @Test func theSameMessagesComeOutForAnyNumberOfJobs() async {
        var files = ["content/site.yml": "title: T\nbaseURL: https://example.org\nshare: {networks: [x]}\n"]
        for number in 100..<170 {
            files["content/articles/a\(number).md"] = """
                ---
                title: \(String(repeating: "Long ", count: 70))\(number)
                date: 2026-01-01
                related: [articles/b\(number).md]
                ---
                A link to [another article](a\(number)x.md), and to [a part of it](#part).
                """
        }
        let site = InMemoryFileSystem(files: files.mapValues { Array($0.utf8) }, builtInTheme: tinyTheme)
        var options = BuildOptions(jobs: 1, now: testClock)
        let expected = await build(options, in: site).diagnostics.sorted
        #expect(expected.count { $0.code == .longShareTitle } == 70)
        let links = expected.filter { $0.code == .brokenLink && $0.message.contains("x.md'") }
        #expect(links.count == 70)
        // Two messages a page: of its link and of the part.
        #expect(links.prefix(25).allSatisfy { $0.help?.hasPrefix("did you mean") ?? false })
        #expect(links.suffix(40).allSatisfy { !($0.help?.hasPrefix("did you mean") ?? false) })
        for jobs in [2, 8] {
            options.jobs = jobs
            #expect(await build(options, in: site).diagnostics.sorted == expected)
        }
    }

    /// As far as a file may be large.
    @Test(.timeLimit(.minutes(1))) func anArticleMayHaveTensOfThousandsOfTerms() async {
        let terms = (0..<40_000).map { "t\($0)" }.joined(separator: ", ")
        let article = "---\ntitle: A\ndate: 2026-01-01\ntags: [\(terms)]\n---\nText.\n"
        let files = ["content/site.yml": "title: T\nbaseURL: https://example.org\n", "content/articles/a.md": article]
        let site = InMemoryFileSystem(files: files.mapValues { Array($0.utf8) }, builtInTheme: tinyTheme)
        let clock = ContinuousClock()
        var pages = 0
        let time = await clock.measure {
            pages = await build(BuildOptions(jobs: 2, now: testClock), in: site).value.site.pages.count
        }
        #expect(pages > 40_000)
        #expect(time < .seconds(50), "\(time)")
    }

    @Test func aThousandArticlesBuildWithoutAMessage() async {
        let outcome = await build(RepositorySites.options, in: Generated(count: 1000, isReversed: false))
        #expect(outcome.diagnostics.sorted.isEmpty)
        #expect(outcome.value.site.states[.published] == 1000)
    }

    private func bytes(_ files: Generated, jobs: Int) async throws -> [String: [UInt8]] {
        var options = RepositorySites.options
        options.jobs = jobs
        let outcome = await build(options, in: files)
        #expect(outcome.diagnostics.sorted.isEmpty)
        return Dictionary(
            outcome.value.files.map { file in
                guard case .bytes(let bytes) = file.content else { return (file.path, []) }
                return (file.path, bytes)
            }
        ) { first, _ in first }
    }
}

/// A site of many articles that link to each other, in memory.
private struct Generated: FileSystem {
    let count: Int
    /// Folders list their files from the last to the first.
    let isReversed: Bool

    func entries(of folder: String) -> [FolderEntry] {
        let entries: [FolderEntry]
        switch folder {
        case "content": entries = [.init(name: "articles", kind: .folder), .init(name: "site.yml", kind: .file)]
        case "content/articles": entries = (0..<count).map { .init(name: "a\($0).md", kind: .file) }
        default: entries = []
        }
        return isReversed ? entries.reversed() : entries
    }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        if path == "content/site.yml" { return Array("title: Many\nbaseURL: https://www.example.org/\n".utf8) }
        guard let name = path.split(separator: "/").last, let number = Int(name.dropFirst().dropLast(3)) else {
            throw FileSystemError(path: path, reason: "no such file")
        }
        return Array(article(number).utf8)
    }

    func timeZoneFile(_ name: String) -> [UInt8]? { nil }

    var builtInTheme: [ThemeFile] { embeddedTheme() }

    private func article(_ number: Int) -> String {
        let paragraph = String(repeating: "Some *words* of article \(number) with `code` and more of them. ", count: 15)
        let sections = (0..<8).map {
            "## Section \($0)\n\n\(paragraph)\n\n- [next](a\((number + $0 + 1) % count).md#section-\($0))\n- b\n"
        }
        return """
            ---
            title: Article \(number)
            description: About \(number).
            date: 2025-\(1 + number % 12 < 10 ? "0" : "")\(1 + number % 12)-0\(1 + number % 9)
            tags: [t\(number % 7), u\(number % 11)]
            ---

            \(sections.joined(separator: "\n"))
            """
    }
}
