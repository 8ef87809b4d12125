import Foundation
import SiteTestSupport

/// The built program, run in a folder of its own.
struct Program {
    let folder: URL

    /// What a run printed, on both streams in the order of stream, and its exit status.
    struct Result: Equatable {
        var output: String
        var messages: String
        var status: Int32
    }

    /// Copies a golden site into a new folder.
    init(site: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "martlet-command-\(UUID().uuidString)")
        let source = Self.repository.appending(path: "Tests/Fixtures/sites/\(site)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["content", "themes"] where FileManager.default.fileExists(atPath: source.appending(path: name).path) {
            try FileManager.default.copyItem(at: source.appending(path: name), to: folder.appending(path: name))
        }
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["SOURCE_DATE_EPOCH": "1793491200", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let streams = (Pipe(), Pipe())
        process.standardOutput = streams.0
        process.standardError = streams.1
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = streams.0.fileHandleForReading.readDataToEndOfFile()
        let messages = streams.1.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            output: String(decoding: output, as: UTF8.self), messages: String(decoding: messages, as: UTF8.self),
            status: process.terminationStatus)
    }

    /// Every file below a folder with its bytes.
    func tree(_ name: String) throws -> [String: Data] { try fileTree(folder.appending(path: name).path) }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    /// The program stands beside the tests.
    private static let executable: URL = {
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "martlet")
        let usual = repository.appending(path: ".build/debug/martlet")
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : usual
    }()
}
