internal import SiteModel
internal import SiteParsing
internal import SiteRendering
internal import SiteTransforms

extension BuildRecord {
    /// Publishes a site of which nothing changed but the contents of some sources, provided that these are other words in the same
    /// texts: renders the pages and feeds that show them and leaves all others alone.
    ///
    /// `changed` are positions among the inputs. Nil, with nothing written, where there is more to do, or something to say.
    func publishTexts(
        of changed: [Int], _ options: BuildOptions, _ site: SiteFolders, _ found: InputStamps, _ outputs: OutputStamps
    ) async throws(PublishError) -> Outcome<PublishedSite>? {
        let paths = Set(changed.map { inputs[$0].path })
        guard !Diagnostics(diagnostics).mention(paths), let id = pages, let stored = PageFile(of: site, id: id) else {
            return nil
        }
        let log = ReadLog()
        let files = DiskFileSystem(root: site.source, log: log)
        guard let update = await TextUpdate(of: paths, stored, options, in: files), isSame(log, but: paths),
            let rendered = await update.rendered(jobs: options.jobs)
        else { return nil }
        let publication = try Publication(of: site.source, to: site.output)
        for file in rendered { try publication.add(file, reading: files) }
        let report = try publication.finish(foreignBesidePart: outputs.foreign(beside: self.outputs))
        let changes = changed.map { InputChange(path: inputs[$0].path, kind: .changed) }
        keepRecord(updated(found, log, outputs, publication.files, site), of: site)
        withExtendedLifetime(publication) {}
        var published = PublishedSite(
            summary: summary, report: report, rendered: update.pages.count, remains: update.prepared, changes: changes)
        published.isOfWords = true
        return Outcome(published, Diagnostics(diagnostics))
    }

    /// Whether what was read is what the record has, but for some files.
    private func isSame(_ log: ReadLog, but paths: Set<String>) -> Bool {
        let known = Dictionary((inputs + outside).map { ($0.path, $0.file.digest) }) { first, _ in first }
        return log.isConsistent && log.all.allSatisfy { path, digest in paths.contains(path) || known[path] == digest }
    }

    /// The record with what was read and written anew.
    private func updated(
        _ found: InputStamps, _ log: ReadLog, _ outputs: OutputStamps, _ files: [PublishedFile], _ site: SiteFolders
    ) -> BuildRecord {
        var record = self
        let read = log.all
        let written = Dictionary(files.map { (ExactPath($0.path), $0.digest) }) { first, _ in first }
        record.inputsTaken = found.taken
        for (position, entry) in found.list.entries.enumerated() {
            record.inputs[position].file.stamp = entry.stamp
            if let digest = read[entry.path] { record.inputs[position].file.digest = digest }
        }
        // What was written after the stamps were taken is looked at again next time.
        record.outputsTaken = outputs.taken
        var stamps = outputs.list.entries.makeIterator()
        for (position, entry) in record.outputs.enumerated() {
            while let next = stamps.next() {
                guard ExactPath(next.path) == ExactPath(entry.path) else { continue }
                record.outputs[position].file.stamp = next.stamp
                break
            }
            guard let digest = written[ExactPath(entry.path)], let stamp = FileStamp(of: site.output + "/" + entry.path) else {
                continue
            }
            record.outputs[position].file = KnownFile(stamp: stamp, digest: digest)
        }
        return record
    }
}

/// What is needed to render the pages that show some texts.
struct TextUpdate: Sendable {
    private let site: Site
    private let shared: SharedValues
    /// The pages and feeds to render.
    let pages: [Page]
    private let feeds: [Feed]
    private let filesForFeeds: Set<Permalink>

    /// Nil where the sources have changed in more than words, or where something is to be said about them.
    init?(of paths: Set<String>, _ stored: PageFile, _ options: BuildOptions, in files: some FileSystem) async {
        let table = stored.table
        let changed = Set(table.sources.indices.filter { paths.contains(table.sources[$0].path) })
        guard changed.count == paths.count else { return nil }
        let shown = table.pages.indices.filter { position in table.pages[position].sources.contains { changed.contains($0) } }
        let feeds = table.site.feeds.indices.filter { !Set(table.site.feedPages[$0]).isDisjoint(with: shown) }
        let needed = Set(shown).union(feeds.flatMap { table.site.feedPages[$0] }).sorted()
        guard needed.allSatisfy({ table.pages.indices.contains($0) }) else { return nil }

        let config = findConfig(options, in: files)
        let sources = changed.union(needed.flatMap { table.pages[$0].sources }).sorted()
        guard sources.allSatisfy({ table.sources.indices.contains($0) }),
            let read = await readAgain(
                sources, changed: changed, table.sources, ParseOptions(config.value), jobs: options.jobs, in: files),
            let pages = try? stored.pages(needed, read.mapValues { ReadSource($0.document.value) })
        else { return nil }
        let isShown = Set(shown)
        self.pages = zip(needed, pages).filter { isShown.contains($0.0) }.map(\.1)
        guard self.pages.allSatisfy({ $0.takesAsLong(config.value.readingSpeed) }) else { return nil }
        self.feeds = feeds.map { table.site.feeds[$0] }
        filesForFeeds = Set(table.site.filesForFeeds)

        site = table.site.site(config.value, pages: pages)
        let themeSources = findTheme(config.value.theme, in: files)
        guard let theme = load(themeSources, for: site).value else { return nil }
        var all = SiteTexts(read.mapValues(\.written))
        let inFeeds =
            feeds.isEmpty ? [] : textsInFeeds(of: site).sorted().map { (position: $0, path: table.sources[$0].sourcePath) }
        await keepTrees(of: inFeeds, ParseOptions(config.value), jobs: options.jobs, in: files, &all)
        shared = SharedValues(site, theme, all)
    }

    var prepared: PreparedSite { PreparedSite(site: site, shared: shared) }

    /// The files; nil where a template fails on one of them.
    func rendered(jobs: Int) async -> [RenderedFile]? {
        let shared = shared
        let outcomes = await inParallel(pages, jobs: jobs) { render($0, shared) }
        guard outcomes.allSatisfy({ $0.diagnostics.all.isEmpty }) else { return nil }
        let places = Set(filesForFeeds.map(\.outputPath))
        return outcomes.map(\.value) + render(feeds, of: site, shared).filter { !places.contains($0.path) }
    }
}

/// Parses sources again that may have other words than before; nil where one has another shape, or where there is something to say about
/// one of those that have `changed`. `known` are the sources of the build, by position.
func readAgain(
    _ positions: [Int], changed: Set<Int>, _ known: [PageFile.Source], _ options: ParseOptions, jobs: Int,
    in files: some FileSystem
) async -> [Int: ParsedSource]? {
    let outcomes = await inParallel(positions, jobs: jobs) { position in
        parse(known[position].sourcePath, at: position, options, in: files)
    }
    var read: [Int: ParsedSource] = [:]
    for (position, outcome) in zip(positions, outcomes) {
        guard outcome.value.shape == known[position].shape, outcome.diagnostics.all.isEmpty || !changed.contains(position) else {
            return nil
        }
        read[position] = outcome.value
    }
    return read
}

extension PageFile.Source {
    var sourcePath: SourcePath { SourcePath(path: path, role: role) }
}

extension Page {
    /// Whether an article still takes as long to read as lists say of it.
    func takesAsLong(_ speed: ReadingSpeed) -> Bool {
        guard case .article(let article) = content else { return true }
        return readingMinutes(texts.map(\.markup), speed) == article.value.summary.minutes
    }
}

extension Diagnostics {
    /// Whether something is said about one of some files.
    func mention(_ paths: Set<String>) -> Bool {
        all.contains { diagnostic in
            let places = [diagnostic.location.path] + diagnostic.notes.compactMap { $0.location?.path }
            return places.contains { paths.contains($0) }
        }
    }
}
