import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport

/// The site that the examples of a page belong to: `my-site`, as `martlet new` makes it, with what the page adds.
struct ExampleSite {
    private let folder: URL
    private var root: URL { folder.appending(path: "my-site") }
    /// Where the next command of a session runs.
    private var place: URL
    /// The file as it was before a wrong example, until the block after it is over; its bytes are nil where there was none.
    private var former: (path: String, bytes: Data?)?

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "martlet-guide-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        place = folder.appending(path: "my-site")
        _ = try makeSite(at: place.path, on: testClock.day)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What is wrong with the step; nil where it is as the page says.
    mutating func play(_ step: GuidePage.Content) async throws -> String? {
        switch step {
        case .fromNothing:
            try FileManager.default.removeItem(at: root)
            place = folder
        case .picture(let path, let width, let height): try write(Data(jpegImage(width: width, height: height)), to: path)
        case .file(let path, let text, let placing, let isWrong): return try place(text, in: path, placing, isWrong)
        case .message(let lines), .session(let lines): return difference(lines, try await answer(to: step) ?? [])
        case .tree(let folder, let lines): return missing(lines, in: folder)
        case .output(let expectation, let path, let text): return try await check(expectation, path, text)
        case .unknown(let text): return "not an example that can be run: \(text)"
        }
        return nil
    }

    /// What the program says where the page shows its words; nil for any other step. A wrong example is over then.
    mutating func answer(to step: GuidePage.Content) async throws -> [String]? {
        let answer: [String]
        switch step {
        case .message:
            answer = try await messages().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        case .session(let lines): answer = try play(lines)
        default: return nil
        }
        restore()
        return answer
    }

    /// What the build says, as a terminal without colours shows it.
    func messages() async throws -> String {
        let files = DiskFileSystem(root: root.path)
        return TerminalReport(isColoured: false) { try? files.read($0) }.lines(await build().diagnostics.sorted)
    }

    /// What `martlet check` says, with the advice that only it gives.
    func advice() async throws -> String {
        let files = DiskFileSystem(root: root.path)
        let said = await checkSite(BuildOptions(jobs: 1, now: testClock), in: files).diagnostics
        return TerminalReport(isColoured: false) { try? files.read($0) }.lines(said.sorted)
    }

    private func build() async -> Outcome<BuiltSite> {
        await SitePipeline.build(BuildOptions(jobs: 1, now: testClock), in: DiskFileSystem(root: root.path))
    }

    private mutating func place(_ text: String, in path: String, _ placing: GuidePage.Placing, _ isWrong: Bool) throws -> String?
    {
        let before = try? Data(contentsOf: root.appending(path: path))
        var lines = String(decoding: before ?? Data(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        if isWrong { former = (path, before) }
        switch placing {
        case .whole: try write(Data(text.utf8), to: path)
        case .add: try write((before ?? Data()) + Data(text.utf8), to: path)
        case .instead(let start):
            guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return "no line begins with '\(start)'" }
            lines[index] = Substring(text.dropLast())
            try write(Data(lines.joined(separator: "\n").utf8), to: path)
        }
        return nil
    }

    private mutating func restore() {
        guard let former else { return }
        let file = root.appending(path: former.path)
        if let bytes = former.bytes { try? bytes.write(to: file) } else { try? FileManager.default.removeItem(at: file) }
        self.former = nil
    }

    private func write(_ bytes: Data, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    /// Runs the commands of a session, which begin with `$ `, and gives them back with what they print.
    private mutating func play(_ lines: [String]) throws -> [String] {
        var printed: [String] = []
        for line in lines where line.hasPrefix("$ ") {
            printed.append(line)
            let words = line.split(separator: " ").dropFirst().map(String.init)
            if words.first == "cd" {
                place = place.appending(path: words[1])
            } else if words.contains("serve") {
                printed += try serve(arguments(line))
            } else {
                let result = try runProgram(arguments(line), in: place)
                let text = result.output + result.messages
                printed += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                    withoutTime(String($0))
                }
            }
        }
        return printed
    }

    /// Starts the preview, at a port that is free, and ends it when it says where it is: at the port that it has where nobody else has it.
    private func serve(_ arguments: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = builtProgram
        process.arguments = arguments + ["--port", "0", "--clock", "2026-11-01"]
        process.currentDirectoryURL = place
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        var text = ""
        while !text.contains("(Ctrl-C"), case let bytes = pipe.fileHandleForReading.availableData, !bytes.isEmpty {
            text += String(decoding: bytes, as: UTF8.self)
        }
        process.terminate()
        process.waitUntilExit()
        return text.split(separator: "\n").map { line in
            guard let range = line.range(of: "127.0.0.1:") else { return withoutTime(String(line)) }
            return line[..<range.upperBound] + "4000" + line[range.upperBound...].drop { $0.isNumber }
        }
    }

    /// The words behind `$ martlet`; those in quotes are one.
    private func arguments(_ line: String) -> [String] {
        let parts = line.dropFirst("$ martlet ".count).components(separatedBy: "\"")
        return parts.enumerated().flatMap { index, part in
            index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }

    /// A line with the same time for whatever a command took.
    private func withoutTime(_ line: String) -> String {
        guard line.hasSuffix(" ms"), let semicolon = line.lastIndex(of: ";") else { return line }
        return line[..<semicolon] + "; 90 ms"
    }

    private func difference(_ expected: [String], _ real: [String]) -> String? {
        if expected == real { return nil }
        return "the guide says:\n\(expected.joined(separator: "\n"))\nand the program:\n\(real.joined(separator: "\n"))"
    }

    /// Files that a list names and that are not there. A name stands behind two blanks for each folder that it is in; two
    /// blanks and more behind it begin a remark.
    private func missing(_ lines: [String], in folder: String) -> String? {
        var path = [folder]
        for line in lines {
            let depth = line.prefix { $0 == " " }.count / 2
            let name = line.drop { $0 == " " }.prefix { $0 != " " }
            path = path.prefix(depth + 1) + [String(name)]
            let file = root.appending(path: path.joined(separator: "/"))
            if !FileManager.default.fileExists(atPath: file.path) { return "not there: \(path.joined(separator: "/"))" }
        }
        return nil
    }

    private func check(_ expectation: GuidePage.Expectation, _ path: String, _ text: String) async throws -> String? {
        let file = await build().value.files.first { $0.path == path }
        var content = ""
        if case .bytes(let bytes)? = file?.content { content = String(decoding: bytes, as: UTF8.self) }
        switch expectation {
        case .has: return file == nil ? "no \(path) in the site" : nil
        case .lacks: return file == nil ? nil : "\(path) is in the site"
        case .shows: return content.contains(text) ? nil : "\(path) does not show '\(text)'"
        case .hides: return file != nil && !content.contains(text) ? nil : "\(path) shows '\(text)', or is not there"
        }
    }
}
