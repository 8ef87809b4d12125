internal import ArgumentParser
internal import Dispatch
internal import SiteModel
internal import SitePipeline
internal import SiteServing
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the site in a browser on this machine, drafts too, and keep it up to date while you write.",
        aliases: ["dev"])

    @OptionGroup var site: SiteOptions

    @Option(name: .shortAndLong, help: "The port; by default 4000, or the next one that is free.")
    var port: Int?

    @Flag(help: "Open the home page in the browser.")
    var open = false

    @Option(
        help: "What messages link to, so that your editor opens at the place: 'vscode://file/{path}:{line}:{column}'.")
    var editorURL: String?

    @Option(name: .shortAndLong, help: "The folder that a build writes to; by default 'output' in the site's root.")
    var output: String?

    mutating func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port is a number up to 65535, not \(port)") }
        if let editorURL, EditorLink(template: editorURL, root: "/") == nil {
            throw ValidationError("--editor-url is an address with '{path}' in it, not '\(editorURL)'")
        }
    }

    func run() async throws {
        let stop = StopSignals()
        let server = try await started()
        if !site.quiet {
            let own = "\(server.ownAddress)  (what you see of it and readers do not)"
            Terminal.message("\(server.address)  (Ctrl-C ends it)\n\(own)\n")
        }
        if open, !openBrowser(server.address) { Terminal.message("warning: no browser could be opened\n") }
        await stop.wait()
        await server.stop()
        if !site.quiet { Terminal.message("ended\n") }
        Terminal.end()
    }

    private func started() async throws -> PreviewServer {
        do throws(PreviewError) {
            return try await PreviewServer.start(options)
        } catch {
            Terminal.message("error: \(error.message)\n")
            throw ExitCode(EX_UNAVAILABLE)
        }
    }

    private var options: PreviewOptions {
        var build = site.buildOptions
        (build.visibility.drafts, build.visibility.future, build.visibility.expired) = (true, true, true)
        let folders = SiteFolders(source: site.source, output: output ?? standardOutput(of: site.source))
        let site = site
        var options = PreviewOptions(build, folders, port: port.map { .exactly($0) } ?? .from(4000)) { site.now }
        options.editor = editorURL.flatMap { EditorLink(template: $0, root: absolute(folders.source)) }
        let log = PreviewLog(site: site)
        options.report = { log.add($0) }
        return options
    }
}

/// The signals that end the program: Ctrl-C, and what programs send that end others. A second one ends it at once.
private struct StopSignals {
    private let stream: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        self.stream = stream
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                signal(number, SIG_DFL)
                continuation.yield()
            }
            source.resume()
            return source
        }
    }

    func wait() async {
        for await _ in stream { break }
        for source in sources { source.cancel() }
    }
}

private func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// Has the system open an address; false where it cannot.
private func openBrowser(_ address: String) -> Bool {
    #if os(Linux)
        let program = "xdg-open"
    #else
        let program = "open"
    #endif
    var process = pid_t()
    var arguments = [strdup(program), strdup(address), nil]
    defer { arguments.forEach { free($0) } }
    return posix_spawnp(&process, program, nil, nil, &arguments, environ) == 0
}
