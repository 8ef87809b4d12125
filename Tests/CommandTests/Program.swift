import Foundation
import SiteTestSupport

/// The built program, run in a folder of its own.
struct Program {
    typealias Result = ProgramResult

    let folder: URL

    /// Copies a golden site into a new folder.
    init(site: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "martlet-command-\(UUID().uuidString)")
        let source = repository.appending(path: "Tests/Fixtures/sites/\(site)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["content", "themes"] where FileManager.default.fileExists(atPath: source.appending(path: name).path) {
            try FileManager.default.copyItem(at: source.appending(path: name), to: folder.appending(path: name))
        }
    }

    /// At midnight of 2026-11-01, if the environment does not say otherwise.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let moment = ["SOURCE_DATE_EPOCH": "1793491200"]
        return try runProgram(arguments, in: folder, environment: moment.merging(environment) { $1 })
    }

    /// Every file below a folder with its bytes.
    func tree(_ name: String) throws -> [String: Data] { try fileTree(folder.appending(path: name).path) }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
