package import SiteModel
internal import SiteParsing
internal import SiteRendering
internal import SiteTransforms

/// A site as `martlet check` leaves it.
package struct CheckedSite: Sendable {
    package var states: StateCounts
    package var site: Site
    /// Links to other sites.
    package var externalLinks: [Placed<String>]
    /// What the links stand in.
    package var documents: [Box<Document>]
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
    let config = prepared.site.config
    let sources = await readProse(config, jobs: options.jobs, in: files)
    let documents = sources.map(\.document)
    let (now, visibility) = (options.now, options.visibility)
    await diagnostics.add(contentsOf: advise(documents, sources.map(\.readability), config, now: now, visibility))
    let links = externalLinks(documents, config, now: now, visibility)
    return Outcome(
        CheckedSite(states: prepared.site.states, site: prepared.site, externalLinks: links, documents: documents), diagnostics)
}

private struct MeasuredSource: Sendable {
    var document: Box<Document>
    var readability: Readability?
}

/// Reads the sources once more, with the words of their paragraphs: no build keeps those.
private func readProse(_ config: SiteConfig, jobs: Int, in files: some FileSystem) async -> [MeasuredSource] {
    var walk = Walk(files: files)
    walk.visit("content")
    var parsing = ParseOptions(config)
    parsing.markdown.notesProse = true
    return await inParallel(walk.sources, jobs: jobs) { [parsing] source -> MeasuredSource? in
        guard let bytes = try? files.read(source.path) else { return nil }
        var document = SiteParsing.parse(SourceFile(path: source.path, role: source.role, bytes: bytes), parsing).value
        let measured = measureReadability(of: document, in: bytes)
        document.updateTexts { markup in
            markup.dropTree()
            markup.prose = []
        }
        return MeasuredSource(document: Box(document), readability: measured)
    }
    .compactMap { $0 }
}
