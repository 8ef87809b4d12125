package import SiteModel
package import SitePipeline

/// What a build made of a site in memory, and what it said.
package struct TestBuild: Sendable {
    package let outcome: Outcome<BuiltSite>
    private let files: InMemoryFileSystem

    init(outcome: Outcome<BuiltSite>, files: InMemoryFileSystem) {
        self.outcome = outcome
        self.files = files
    }

    package var diagnostics: [Diagnostic] { outcome.diagnostics.sorted }

    /// The messages as a terminal without colours shows them.
    package var terminalText: String {
        let files = files
        return TerminalReport(isColoured: false) { path in files.files[path] }.lines(diagnostics)
    }

    /// Where each message points, and its code.
    package var findings: [Finding] { diagnostics.map { finding($0, in: files) } }

    /// The text of a file of the finished site; nil where there is none.
    package func text(of path: String) -> String? {
        guard case .bytes(let bytes)? = outcome.value.files.first(where: { $0.path == path })?.content else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A message as a test expects it.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    package var place: Place
    package var code: DiagnosticCode

    package init(place: Place, code: DiagnosticCode) {
        self.place = place
        self.code = code
    }

    package var description: String { "\(place) \(code.rawValue)" }
}

extension InMemorySite {
    /// Builds the site at noon of 2026-11-01, wherever and whenever the test runs.
    package func build(_ change: (inout BuildOptions) -> Void = { _ in }) async -> TestBuild {
        var options = BuildOptions(jobs: 1, now: testClock)
        change(&options)
        return TestBuild(outcome: await SitePipeline.build(options, in: files), files: files)
    }
}

/// 2026-11-01T12:00:00Z.
package let testClock = Instant(seconds: 1_793_534_400, offset: 0)
