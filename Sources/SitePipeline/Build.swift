/// The driver: what a build does, in order. Reading this function tells all of it.

package import SiteModel
internal import SiteParsing
package import SiteRendering
internal import SiteTransforms

/// Builds a site: discover, parse, transform, render.
///
/// Writes nothing, and hands on nothing to write while an error stands.
package func build(_ options: BuildOptions, in files: some FileSystem) async -> Outcome<BuiltSite> {
    var diagnostics = Diagnostics()
    let prepared = diagnostics.collect(await prepare(options, in: files))
    guard let shared = prepared.shared, !isRefused(diagnostics, options) else {
        return Outcome(BuiltSite(site: prepared.site, shared: prepared.shared, files: []), diagnostics)
    }
    let pages = diagnostics.collect(await renderAll(prepared.site, shared, jobs: options.jobs))
    let others = diagnostics.collect(renderFiles(of: prepared.site, shared))
    let rendered = isRefused(diagnostics, options) ? [] : pages + others
    return Outcome(BuiltSite(site: prepared.site, shared: shared, files: rendered), diagnostics)
}

/// A site after a build: what it is, and the files to write.
package struct BuiltSite: Sendable {
    package var site: Site
    /// Nil where a file of the theme cannot be read.
    package var shared: SharedValues?
    /// Empty while an error stands.
    package var files: [RenderedFile]
}

/// A site that is ready to be rendered.
struct PreparedSite: Sendable {
    var site: Site
    /// What its pages share; nil where a file of the theme cannot be read.
    var shared: SharedValues?
    /// In the order of their positions.
    var sources: [PageFile.Source] = []
    /// Where its pages find their texts.
    var texts: StoredTexts?
}

/// Everything before rendering: discover, parse, transform, and the theme.
func prepare(_ options: BuildOptions, in files: some FileSystem) async -> Outcome<PreparedSite> {
    var nothing: ReadSources?
    return await prepare(options, in: files, remembering: &nothing)
}

/// The same for whoever builds again: what `memory` has is not read, and what was read is in it afterwards.
func prepare(
    _ options: BuildOptions, in files: some FileSystem, remembering memory: inout ReadSources?
) async -> Outcome<PreparedSite> {
    var diagnostics = Diagnostics()
    let inputs = diagnostics.collect(discover(options, in: files))
    let themeSources = findTheme(inputs.config.theme, in: files)
    diagnostics.add(contentsOf: themeSources.diagnostics)
    let store = TextStore(spillingTo: options.spillFolder)
    let newest = NewestTrees(for: inputs.config.feeds, before: options.now)
    let (outcome, stored) = await parseAll(inputs, jobs: options.jobs, in: files, into: store, newest, &memory)
    let parsed = diagnostics.collect(outcome)
    let images = diagnostics.collect(await readImages(inputs.files, jobs: options.jobs, in: files, &memory))
    let documents = parsed.map(\.document)
    let site = await diagnostics.collect(
        transform(
            sources(inputs, documents, images, themeSources.value), now: options.now, options.visibility,
            Workers(jobs: options.jobs)))
    let theme = diagnostics.collect(load(themeSources, for: site))
    guard let theme else { return Outcome(PreparedSite(site: site), diagnostics) }
    let known = zip(inputs.sources, parsed).map { PageFile.Source(path: $0.path, role: $0.role, shape: $1.shape) }
    var texts = SiteTexts { stored[$0, $1] }
    let inFeeds = newest.hand(to: &texts, of: textsInFeeds(of: site)).map { (position: $0, path: inputs.sources[$0]) }
    await keepTrees(of: inFeeds, ParseOptions(inputs.config), jobs: options.jobs, in: files, &texts)
    let shared = SharedValues(site, theme, texts)
    return Outcome(PreparedSite(site: site, shared: shared, sources: known, texts: stored), diagnostics)
}

/// Whether the messages keep a site from being published.
package func isRefused(_ diagnostics: Diagnostics, _ options: BuildOptions) -> Bool {
    diagnostics.hasErrors || (options.isStrict && diagnostics.count(of: .warning) > 0)
}

/// A source after parsing, and its texts.
struct ParsedSource: Sendable {
    var document: Box<Document>
    var written: WrittenSource
    var shape: Digest
}

private func parseAll(
    _ inputs: Inputs, jobs: Int, in files: some FileSystem, into store: TextStore, _ newest: NewestTrees,
    _ memory: inout ReadSources?
) async -> (Outcome<[ParsedSource]>, StoredTexts) {
    let options = ParseOptions(inputs.config)
    let known = memory?.parsed(with: options) ?? [:]
    let isRemembered = memory != nil
    let results = await inParallel(Array(inputs.sources.enumerated()), jobs: jobs) { position, source in
        let known = known[source.path]?.value(for: source, at: position)
        var outcome = known ?? parse(source, at: position, options, newest, in: files)
        let stored = store.add(outcome.value.written)
        if !isRemembered { outcome.value.written = WrittenSource() }
        return (outcome: outcome, stored: stored)
    }
    let outcomes = results.map(\.outcome)
    memory?.remember(outcomes, with: options)
    return (joined(outcomes), store.texts(results.map(\.stored)))
}

/// Reads a source, parses it and writes its texts. `newest` may keep their trees.
func parse(
    _ source: SourcePath, at position: Int, _ options: ParseOptions, _ newest: NewestTrees? = nil, in files: some FileSystem
) -> Outcome<ParsedSource> {
    var document = Document(path: source.path, role: source.role)
    let (bytes, diagnostics) = parseTree(source, at: position, options, in: files, into: &document)
    newest?.add(document, at: position)
    let written = write(&document, options.markdown)
    let shape = shape(of: document, in: bytes)
    return Outcome(ParsedSource(document: Box(consume document), written: written, shape: shape), diagnostics)
}

/// Reads a source and parses it into its empty document. Gives back its bytes, and what there is to say.
private func parseTree(
    _ source: SourcePath, at position: Int, _ options: ParseOptions, in files: some FileSystem, into document: inout Document
) -> ([UInt8], Diagnostics) {
    do throws(FileSystemError) {
        let file = SourceFile(path: source.path, role: source.role, bytes: try files.read(source.path))
        let diagnostics = SiteParsing.parse(file, options, into: &document)
        document.nameTexts(source: position)
        return (file.bytes, diagnostics)
    } catch {
        document.isIncomplete = true
        let diagnostic = Diagnostic(.refusedFile, "the file cannot be read: \(error.reason)", at: SourceLocation(source.path))
        return ([], Diagnostics([diagnostic]))
    }
}

/// Parses some sources again, for texts that are written for another place than their page.
func keepTrees(
    of sources: [(position: Int, path: SourcePath)], _ options: ParseOptions, jobs: Int, in files: some FileSystem,
    _ texts: inout SiteTexts
) async {
    let trees = await inParallel(sources, jobs: jobs) { source in
        var document = Document(path: source.path.path, role: source.path.role)
        _ = parseTree(source.path, at: source.position, options, in: files, into: &document)
        return document
    }
    for (source, tree) in zip(sources, trees) { texts.keepTrees(of: tree, at: source.position, options.markdown) }
}

private func renderAll(_ site: Site, _ shared: SharedValues, jobs: Int) async -> Outcome<[RenderedFile]> {
    joined(await inParallel(site.pages, jobs: jobs) { render($0, shared) })
}

private func joined<Value: Sendable>(_ outcomes: [Outcome<Value>]) -> Outcome<[Value]> {
    var diagnostics = Diagnostics()
    let values = outcomes.map { diagnostics.collect($0) }
    return Outcome(values, diagnostics)
}

private func sources(
    _ inputs: Inputs, _ documents: [Box<Document>], _ images: [String: ImageFacts], _ theme: ThemeSources
) -> SiteSources {
    let language = inputs.config.language
    let titles = GeneratedTitles(
        home: theme.word("home", in: language), questions: theme.word("faqsTitle", in: language),
        people: theme.word("peopleTitle", in: language), notFound: theme.word("notFoundTitle", in: language))
    return SiteSources(
        config: inputs.config, documents: documents, files: inputs.files, images: images, titles: titles,
        theme: theme.manifest)
}

/// Compiles the theme, unless a file of it is broken: templates would then be blamed for what they do not find in it.
func load(_ sources: Outcome<ThemeSources>, for site: Site) -> Outcome<Theme?> {
    guard !sources.diagnostics.hasErrors else { return Outcome(nil) }
    let loaded = loadTheme(sources.value, wishes: wishes(of: site))
    return Outcome(loaded.value, loaded.diagnostics)
}

/// The templates that pages ask for, each once.
private func wishes(of site: Site) -> [TemplateWish] {
    var seen: Set<String> = []
    return site.pages.compactMap { page in
        guard let name = page.template, seen.insert("\(page.content.kind) \(name.value)").inserted else { return nil }
        return TemplateWish(kind: page.content.kind, name: name)
    }
}
