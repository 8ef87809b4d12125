package import Foundation
internal import SiteModel

/// What a run of the program printed, each stream for itself, and its exit status.
package struct ProgramResult: Equatable {
    package var output: String
    package var messages: String
    package var status: Int32
}

/// The repository that the tests belong to.
package let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

/// The built program, which stands beside the tests.
package let builtProgram: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "martlet")
    let usual = repository.appending(path: ".build/debug/martlet")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : usual
}()

/// Runs the program in a folder at noon of 2026-11-01, and waits for its end.
package func runProgram(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> ProgramResult {
    let process = Process()
    process.executableURL = builtProgram
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let clock = String(testClock.seconds)
    process.environment = ["SOURCE_DATE_EPOCH": clock, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let streams = (Pipe(), Pipe())
    process.standardOutput = streams.0
    process.standardError = streams.1
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = streams.0.fileHandleForReading.readDataToEndOfFile()
    let messages = streams.1.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return ProgramResult(
        output: String(decoding: output, as: UTF8.self), messages: String(decoding: messages, as: UTF8.self),
        status: process.terminationStatus)
}
