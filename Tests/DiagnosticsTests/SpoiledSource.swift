import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// A site with one thing wrong in it, at the mark `1️⃣`, and what a build has to say about it: this and nothing else.
struct SpoiledSource: Sendable, CustomTestStringConvertible {
    let name: String
    let code: DiagnosticCode
    /// By default, what the code says.
    var severity: Severity
    let message: String?
    let help: String?
    var site: InMemorySite

    var testDescription: String { name }
}

/// A case of a table. The site has a configuration; a file at the same path takes its place.
func spoiled(
    _ name: String, _ code: DiagnosticCode, _ message: String? = nil, help: String? = nil, severity: Severity? = nil,
    @InMemorySite.Files _ files: () -> [MarkedFile]
) -> SpoiledSource {
    let site = InMemorySite {
        config()
        files()
    }
    return SpoiledSource(name: name, code: code, severity: severity ?? code.severity, message: message, help: help, site: site)
}

/// Builds the site of a case and compares all that is said; what only `check` says is asked of that.
func expectItsMessage(_ source: SpoiledSource) async {
    guard source.code.origin == .build else { return await expectItsAdvice(source) }
    let build = await source.site.build()
    guard let place = source.site.place(of: 1) else {
        Issue.record("the case has no mark 1️⃣")
        return
    }
    #expect(build.findings == [Finding(place: place, code: source.code)], "\(build.terminalText)")
    guard build.findings.count == 1, let diagnostic = build.diagnostics.first else { return }
    #expect(diagnostic.severity == source.severity)
    #expect(build.outcome.value.files.isEmpty == (source.severity == .error))
    if let message = source.message { #expect(diagnostic.message == message) }
    if let help = source.help { #expect(diagnostic.help == help) }
}

/// Beside it, other suggestions may stand, and nothing that a build would say.
private func expectItsAdvice(_ source: SpoiledSource) async {
    let check = await source.site.check()
    guard let place = source.site.place(of: 1) else {
        Issue.record("the case has no mark 1️⃣")
        return
    }
    let own = check.findings.filter { $0.code == source.code }
    #expect(own == [Finding(place: place, code: source.code)], "\(check.terminalText)")
    #expect(check.findings.allSatisfy { $0.code.origin == .check }, "\(check.terminalText)")
    #expect(await source.site.build().findings.isEmpty)
    guard let diagnostic = check.diagnostics.first(where: { $0.code == source.code }) else { return }
    #expect(diagnostic.severity == source.severity)
    if let message = source.message { #expect(diagnostic.message == message) }
    if let help = source.help { #expect(diagnostic.help == help) }
}
