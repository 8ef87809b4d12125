import Foundation
import SiteTestSupport
import Testing

@Suite struct EnvironmentTests {
    /// Nothing of the machine shows in the output: not its time zone, not its language, not how many cores it has, not where
    /// the site stands.
    @Test(arguments: [
        ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "America/Anchorage", "LC_ALL": "C"],
        ["SOURCE_DATE_EPOCH": "1900000000"],
    ])
    func theOutputIsTheSameEverywhere(environment: [String: String]) throws {
        let here = try Program(site: "first-article")
        let there = try Program(site: "first-article")
        defer {
            here.remove()
            there.remove()
        }
        #expect(try here.run(["build", "--jobs", "1"]).status == 0)
        #expect(try there.run(["build", "--jobs", "7"], environment: environment).status == 0)
        let tree = try here.tree("output")
        #expect(tree.count > 10)
        #expect(try there.tree("output") == tree)
    }

    /// An error anywhere leaves the former site as it was.
    @Test func aRefusedBuildTouchesNothing() throws {
        let program = try Program(site: "first-article")
        defer { program.remove() }
        #expect(try program.run(["build"]).status == 0)
        let before = try program.tree("output")
        let article = program.folder.appending(path: "content/articles/asking/index.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        try Data(text.replacingOccurrences(of: "(#how-to-ask)", with: "(#how-to-aks)").utf8).write(to: article)
        #expect(try program.run(["build"]).status == 1)
        #expect(try program.tree("output") == before)
    }

    @Test func inspectPrintsJSONWithEveryValue() throws {
        let program = try Program(site: "first-article")
        defer { program.remove() }
        let result = try program.run(["inspect", "/articles/asking/"])
        let values = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let page = try #require(values["page"] as? [String: Any])
        #expect(page["title"] as? String == "Asking & answering")
        #expect((page["faqs"] as? [[String: Any]])?.first?["id"] as? String == "may-i")
    }
}
