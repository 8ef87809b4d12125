package import SiteModel
internal import SiteRendering

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a build did to the output folder, and what it said.
package struct PublishedSite: Sendable {
    package var summary: BuildSummary
    /// Nil where the site is refused.
    package var report: PublishReport?
    /// How many pages were rendered to know what they are now.
    package private(set) var rendered = 0
    /// Nothing but words changed since the last build, so the site was not put together again.
    package var isOfWords = false
    /// What the pages were made of. Taking a large site apart costs as much as rendering some of it, so whoever ends the program next
    /// keeps it.
    private(set) var remains: Box<PreparedSite>?
    /// What was not as the build before had it; nil where none is known.
    private(set) var changes: [InputChange]?

    init(
        summary: BuildSummary, report: PublishReport? = nil, rendered: Int = 0, remains: PreparedSite? = nil,
        changes: [InputChange]? = nil
    ) {
        self.summary = summary
        self.report = report
        self.rendered = rendered
        self.remains = remains.map { Box($0) }
        self.changes = changes
    }
}

/// Builds a site into its output folder. Pages are rendered and written as they come, beside the published ones, and take their
/// places when all are there and nothing is wrong.
///
/// Where a record of the last build says that nothing changed, nothing is read but stamps of files; `usesRecord` says whether it may.
package func publishSite(
    _ options: BuildOptions, _ site: SiteFolders, usesRecord: Bool
) async throws(PublishError) -> Outcome<PublishedSite> {
    let key = recordKey(options, site)
    let inputs = InputStamps(of: site)
    let record = usesRecord ? readRecord(of: site).flatMap { $0.key == key ? $0 : nil } : nil
    switch record?.difference(options, site, inputs) {
    case nil, .others: break
    case .some(.none(let outputs)): if let record { return unchanged(record, outputs) }
    case .contents(let changed, let outputs):
        let published = try await record?.publishTexts(of: changed, options, site, inputs, outputs)
        if let published { return published }
    }
    var options = options
    if usesRecord { options.spillFolder = site.source + "/" + SiteModel.folder(of: PageFile.path) }
    let log = ReadLog(expecting: inputs.list.entries.count)
    let files = DiskFileSystem(root: site.source, log: log)
    var diagnostics = Diagnostics()
    let prepared = diagnostics.collect(await prepare(options, in: files))
    let summary = BuildSummary(states: prepared.site.states, pages: prepared.site.pages.count)
    guard log.isConsistent else {
        throw PublishError(message: "a source changed while it was read; nothing was written, build again", status: EX_TEMPFAIL)
    }
    guard let shared = prepared.shared, !isRefused(diagnostics, options) else {
        return Outcome(PublishedSite(summary: summary), diagnostics)
    }
    let publication = try Publication(of: site.source, to: site.output, known: record?.knownOutputs ?? [:])
    let common = commonDigest(of: prepared.site, log)
    let keeper = usesRecord ? await PageKeeper(of: site, prepared.site.pages, jobs: options.jobs) : nil
    let known = record?.knownPages(of: site, common: common) ?? []
    let skipped = Counter()
    diagnostics.add(
        contentsOf: try await render(
            prepared.site, shared, jobs: options.jobs,
            isPresent: { page, position in
                // Every page is kept, present or not.
                guard let shown = keeper?.add(page, at: position), known.contains(shown),
                    publication.keep(page.permalink.outputPath)
                else { return false }
                skipped.advance(by: 1)
                return true
            },
            take: { file throws(PublishError) in try publication.add(file, reading: files) }))
    guard !isRefused(diagnostics, options) else { return Outcome(PublishedSite(summary: summary), diagnostics) }
    guard prepared.texts?.isReadable ?? true else {
        throw PublishError(
            message: "\(site.source)/.martlet: a file there cannot be read again; nothing was written", status: EX_IOERR)
    }
    let report = try publication.finish()
    if usesRecord {
        let moments = prepared.site.moments
        let pages = keeper?.finish(prepared.sources, common: common, prepared.site)
        let record = inputs.record(key, moments, log, publication, summary, diagnostics.sorted, pages, site)
        if let record { keepRecord(record, of: site) }
    }
    // Until here no other build may change what the record says of the output folder.
    withExtendedLifetime(publication) {}
    let changes = record?.changes(to: log.all, and: inputs.list)
    let published = PublishedSite(
        summary: summary, report: report, rendered: summary.pages - skipped.count, remains: prepared, changes: changes)
    return Outcome(published, diagnostics)
}

/// What there is to say of a site that is published as it is.
private func unchanged(_ record: BuildRecord, _ outputs: OutputStamps) -> Outcome<PublishedSite> {
    var report = PublishReport()
    // The list of files is among the outputs and no file of the site.
    report.unchanged = record.outputs.count - 1
    report.foreign = outputs.foreign(beside: record.outputs)
    return Outcome(PublishedSite(summary: record.summary, report: report), Diagnostics(record.diagnostics))
}

/// What takes the files of a site as they are rendered, from any thread.
typealias FileTaker = @Sendable (RenderedFile) throws(PublishError) -> Void

/// Renders every file of a site and hands each on as soon as it is there; leaves out pages that are `isPresent`, which is asked once for
/// each with its position.
func render(
    _ site: Site, _ shared: SharedValues, jobs: Int, isPresent: @escaping @Sendable (Page, Int) -> Bool = { _, _ in false },
    take: @escaping FileTaker
) async throws(PublishError) -> Diagnostics {
    // What is no page is made beside the first pages, since some of it takes as long as many.
    let work = [nil] + site.pages.indices.map { Optional($0) }
    let results = await inParallel(work, jobs: jobs) { position -> Result<Outcome<[RenderedFile]>, PublishError> in
        guard let position else { return .success(renderFiles(of: site, shared)) }
        let page = site.pages[position]
        if isPresent(page, position) { return .success(Outcome([])) }
        let outcome = SiteRendering.render(page, shared)
        return handOn(outcome.diagnostics.hasErrors ? nil : outcome.value, outcome.diagnostics, take)
    }
    var diagnostics = Diagnostics()
    var others: [RenderedFile] = []
    for result in results { others += diagnostics.collect(try result.get()) }
    for result in await inParallel(others, jobs: jobs, { handOn($0, Diagnostics(), take) }) { _ = try result.get() }
    return diagnostics
}

private func handOn(
    _ file: RenderedFile?, _ diagnostics: Diagnostics, _ take: FileTaker
) -> Result<Outcome<[RenderedFile]>, PublishError> {
    do throws(PublishError) {
        if let file { try take(file) }
        return .success(Outcome([], diagnostics))
    } catch {
        return .failure(error)
    }
}
