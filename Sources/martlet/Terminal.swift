internal import ArgumentParser
internal import SitePipeline
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The two streams that the program writes to.
enum Terminal {
    /// What was asked for.
    static func output(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Messages about the work.
    static func message(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whether messages may have colours: on a terminal, unless `NO_COLOR` is set.
    static var hasColour: Bool { isatty(STDERR_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty }

    /// The same for what was asked for.
    static var hasColourInOutput: Bool { isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty }

    /// Whether there is somebody to ask.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks a question that is answered with yes or no.
    static func ask(_ question: String) -> Bool {
        message(question)
        let answer = readLine()?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    /// Ends the program, without taking apart what is in memory.
    static func end(with status: Int32 = 0) -> Never { exit(status) }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func write(_ text: String, to file: Int32) {
        // Where nobody reads, nothing can be said.
        _ = writeAll(Array(text.utf8), to: file)
    }
}
