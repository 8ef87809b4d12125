import Foundation
import SiteModel
import SitePipeline
import SiteServing
import Testing

/// Whatever happens to the sources while they are watched, what is served in the end is what a clean build gives, byte for byte.
extension ServingTests {
    @Suite(.serialized) struct RandomEventTests {
        /// `make soak` asks for more.
        private static let count = Int(ProcessInfo.processInfo.environment["MARTLET_EVENTS"] ?? "") ?? 300

        @Test(arguments: [true, false]) func aServedSiteKeepsUp(usesEvents: Bool) async throws {
            try await TestPreview.with("every-kind", { $0.usesEvents = usesEvents }) { preview in
                var script = EventScript(folder: preview.folder, seed: usesEvents ? 1 : 2)
                let count = usesEvents ? Self.count : Self.count / 3
                var done = 0
                while done < count {
                    let before = script.steps.count
                    // Bursts, and pauses in which the site is built.
                    let length = 1 + script.below(script.below(8) == 0 ? 60 : 6)
                    for _ in 0..<length { try script.step() }
                    done += length
                    try await Task.sleep(for: .milliseconds(script.below(60)))
                    guard script.below(25) == 0 || done >= count else { continue }
                    let difference = try await preview.settles()
                    try #require(difference == nil, "after \(done): \(difference ?? ""); \(script.steps[before...])")
                }
            }
        }

        /// More files at once than anybody's editor makes, in folders that were not there.
        @Test func aThousandFilesAtOnce() async throws {
            try await TestPreview.with { preview in
                for number in 0..<1000 {
                    try preview.write(
                        "---\ntitle: N\(number)\ndate: 2026-01-01\n---\nText \(number).\n",
                        to: "content/notes/many-\(number % 50)/deep-\(number % 7)/n\(number).md")
                }
                #expect(try await preview.settles(within: .seconds(30)) == nil)
                #expect(preview.server.update.site?.site.pages.contains { $0.title == "N999" } == true)
                try FileManager.default.moveItem(
                    atPath: preview.path("content/notes"), toPath: preview.path("content/articles/moved"))
                #expect(try await preview.settles(within: .seconds(30)) == nil)
            }
        }
    }
}
