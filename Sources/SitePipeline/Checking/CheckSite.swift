package import SiteModel
internal import SiteParsing
internal import SiteRendering
internal import SiteTransforms

/// A site as `martlet check` leaves it.
package struct CheckedSite: Sendable {
    package var states: StateCounts
    /// The site, for checks that look at where it leads.
    package var site: Site
}

/// Says everything that a build would say, rendering included, and what only editors ask for (`advise`). Writes nothing, and keeps no
/// page.
package func checkSite(_ options: BuildOptions, in files: some FileSystem) async -> Outcome<CheckedSite> {
    var diagnostics = Diagnostics()
    let prepared = diagnostics.collect(await prepare(options, in: files))
    if let shared = prepared.shared, !isRefused(diagnostics, options) {
        let pages = await inParallel(prepared.site.pages, jobs: options.jobs) { render($0, shared).diagnostics }
        for page in pages { diagnostics.add(contentsOf: page) }
        diagnostics.add(contentsOf: renderFiles(of: prepared.site, shared).diagnostics)
    }
    diagnostics.add(contentsOf: await advice(options, in: files))
    return Outcome(CheckedSite(states: prepared.site.states, site: prepared.site), diagnostics)
}

/// Reads the sources once more, with the words of their paragraphs: no build keeps those.
private func advice(_ options: BuildOptions, in files: some FileSystem) async -> Diagnostics {
    let inputs = discover(options, in: files).value
    var parsing = ParseOptions(inputs.config)
    parsing.markdown.notesProse = true
    let parsed = await inParallel(inputs.sources, jobs: options.jobs) { [parsing] source -> (Box<Document>, Readability?)? in
        guard let bytes = try? files.read(source.path) else { return nil }
        var document = SiteParsing.parse(SourceFile(path: source.path, role: source.role, bytes: bytes), parsing).value
        let measured = measureReadability(of: document, in: bytes)
        document.updateTexts { markup in
            markup.dropBlocks()
            markup.prose = []
        }
        return (Box(document), measured)
    }
    .compactMap { $0 }
    return advise(parsed.map(\.0), parsed.map(\.1), inputs.config, now: options.now, options.visibility)
}
