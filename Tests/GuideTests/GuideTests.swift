import Foundation
import SiteModel
import SiteTestSupport
import Testing

/// Every example of the editors' guide, as its page shows it.
@Suite struct GuideTests {
    static let folder = repository.appending(path: "docs/guide")

    static let names: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }()

    @Test func thereIsAPageForEachTask() {
        #expect(
            Self.names == [
                "README.md", "faqs.md", "images.md", "publishing.md", "reviewing.md", "sharing.md", "writing.md",
            ])
    }

    /// Wrong examples give the words of the guide, sessions print what it shows, and the site of the page builds without a message.
    @Test(arguments: names) func itsExamplesAreTrue(name: String) async throws {
        let file = Self.folder.appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let page = GuidePage(text)
        if ProcessInfo.processInfo.environment["MARTLET_GOLDEN"] == "write" {
            return try Data(try await played(page, text).utf8).write(to: file)
        }
        var site = try ExampleSite()
        defer { site.remove() }
        for step in page.steps {
            let problem = try await site.play(step.content)
            #expect(problem == nil, "docs/guide/\(name):\(step.line): \(problem ?? "")")
        }
        let messages = try await site.messages()
        #expect(messages == "", "docs/guide/\(name): the finished example")
        #expect(page.steps.count > 3)
    }

    /// Whoever reads all pages and types what they show has a site of which `check` has nothing to say, not even advice.
    @Test func thePagesGoTogether() async throws {
        var site = try ExampleSite()
        defer { site.remove() }
        for name in ["README.md", "writing.md", "faqs.md", "sharing.md", "images.md", "reviewing.md", "publishing.md"] {
            let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            for step in GuidePage(text).steps where step.content.isKept {
                let problem = try await site.play(step.content)
                #expect(problem == nil, "docs/guide/\(name):\(step.line): \(problem ?? "")")
            }
        }
        #expect(try await site.advice() == "")
    }

    /// The page with what the program says today.
    private func played(_ page: GuidePage, _ text: String) async throws -> String {
        var site = try ExampleSite()
        defer { site.remove() }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var answers: [(line: Int, text: [String])] = []
        for step in page.steps {
            if let answer = try await site.answer(to: step.content) {
                answers.append((step.line, answer))
            } else {
                _ = try await site.play(step.content)
            }
        }
        for (line, text) in answers.reversed() {
            let end = lines[line...].firstIndex(of: "```") ?? line
            lines.replaceSubrange(line..<end, with: text)
        }
        return lines.joined(separator: "\n")
    }

    /// The guide leads to nothing that is not there.
    @Test(arguments: names) func itsLinksLeadSomewhere(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        for target in GuidePage.targets(in: text) where !target.contains(":") {
            let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
            let file = Self.folder.appending(path: parts[0].isEmpty ? name : parts[0]).standardizedFileURL
            let page = try? String(contentsOf: file, encoding: .utf8)
            #expect(page != nil, "docs/guide/\(name): \(target)")
            let headings = (page ?? "").split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                headingSlug(String(line.drop { $0 == "#" || $0 == " " }))
            }
            #expect(parts.count == 1 || headings.contains(parts[1]), "docs/guide/\(name): \(target)")
        }
    }

    @Test func aPageThatIsWrongIsFound() async throws {
        let wrong = [
            "```yaml file=content/site.yml add\nmenu: 1\n```", "```text message\nnothing\n```",
            "```console\n$ martlet check\n```",
            "```yaml\nloose: block\n```", "<!-- shows index.html: no such words -->", "<!-- has gone.html -->",
            "```text tree=content\nnobody.md\n```", "```yaml file=content/site.yml instead=\"nothing\"\na: 1\n```",
        ]
        for text in wrong {
            var site = try ExampleSite()
            defer { site.remove() }
            var problems: [String] = []
            for step in GuidePage(text).steps { problems += [try await site.play(step.content)].compactMap { $0 } }
            problems += [try await site.messages()].filter { !$0.isEmpty }
            #expect(problems.count == 1, "\(text)")
        }
    }
}

extension GuidePage.Content {
    /// Whether it leaves something in the site.
    fileprivate var isKept: Bool {
        switch self {
        case .picture, .file(_, _, _, isWrong: false): true
        default: false
        }
    }
}

extension GuidePage {
    /// What the links of a page lead to; code is none of its text.
    static func targets(in text: String) -> [String] {
        let prose = text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
        return prose.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }
}
