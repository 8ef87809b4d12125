package import SiteModel
package import SitePipeline

/// What `martlet check` made of a site in memory.
package struct TestCheck: Sendable {
    package let outcome: Outcome<CheckedSite>
    private let files: InMemoryFileSystem

    init(outcome: Outcome<CheckedSite>, files: InMemoryFileSystem) {
        self.outcome = outcome
        self.files = files
    }

    package var diagnostics: [Diagnostic] { outcome.diagnostics.sorted }

    package var findings: [Finding] { diagnostics.map { finding($0, in: files) } }

    package var terminalText: String {
        let files = files
        return TerminalReport(isColoured: false) { path in files.files[path] }.lines(diagnostics)
    }
}

extension InMemorySite {
    /// Checks the site at noon of 2026-11-01.
    package func check() async -> TestCheck {
        TestCheck(outcome: await checkSite(BuildOptions(jobs: 1, now: testClock), in: files), files: files)
    }
}

/// Where a message points, and its code.
package func finding(_ diagnostic: Diagnostic, in files: InMemoryFileSystem) -> Finding {
    let place = HumanPlace(diagnostic.location.range, in: files.files[diagnostic.location.path] ?? [])
    return Finding(
        place: Place(path: diagnostic.location.path, line: place.line, column: place.column), code: diagnostic.code)
}
