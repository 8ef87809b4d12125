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
    let inputs = diagnostics.collect(discover(options, in: files))
    let themeSources = findTheme(inputs.config.theme, in: files)
    diagnostics.add(contentsOf: themeSources.diagnostics)
    let documents = diagnostics.collect(await parseAll(inputs, jobs: options.jobs, in: files))
    let images = diagnostics.collect(await readImages(inputs.files, jobs: options.jobs, in: files))
    let site = diagnostics.collect(
        transform(sources(inputs, documents, images, themeSources.value), now: options.now, options.visibility))
    let theme = diagnostics.collect(load(themeSources, for: site))
    guard let theme, !isRefused(diagnostics, options) else {
        return Outcome(BuiltSite(site: site, theme: theme, files: []), diagnostics)
    }

    let pages = diagnostics.collect(await renderAll(site, with: theme, jobs: options.jobs))
    let others = diagnostics.collect(renderFiles(of: site, with: theme))
    let rendered = isRefused(diagnostics, options) ? [] : pages + others
    return Outcome(BuiltSite(site: site, theme: theme, files: rendered), diagnostics)
}

/// A site after a build: what it is, and the files to write.
package struct BuiltSite: Sendable {
    package var site: Site
    /// Nil where a file of the theme cannot be read.
    package var theme: Theme?
    /// Empty while an error stands.
    package var files: [RenderedFile]
}

/// Whether the messages keep a site from being published.
package func isRefused(_ diagnostics: Diagnostics, _ options: BuildOptions) -> Bool {
    diagnostics.hasErrors || (options.isStrict && diagnostics.count(of: .warning) > 0)
}

private func parseAll(_ inputs: Inputs, jobs: Int, in files: some FileSystem) async -> Outcome<[Document]> {
    let options = ParseOptions(inputs.config)
    let outcomes = await inParallel(inputs.sources, jobs: jobs) { source -> Outcome<Document> in
        do throws(FileSystemError) {
            let bytes = try files.read(source.path)
            return parse(SourceFile(path: source.path, role: source.role, bytes: bytes), options)
        } catch {
            let diagnostic = Diagnostic(
                .refusedFile, "the file cannot be read: \(error.reason)", at: SourceLocation(source.path))
            var document = Document(path: source.path, role: source.role)
            document.isIncomplete = true
            return Outcome(document, Diagnostics([diagnostic]))
        }
    }
    return joined(outcomes)
}

private func renderAll(_ site: Site, with theme: Theme, jobs: Int) async -> Outcome<[RenderedFile]> {
    joined(await inParallel(site.pages, jobs: jobs) { render($0, of: site, with: theme) })
}

private func joined<Value: Sendable>(_ outcomes: [Outcome<Value>]) -> Outcome<[Value]> {
    var diagnostics = Diagnostics()
    let values = outcomes.map { diagnostics.collect($0) }
    return Outcome(values, diagnostics)
}

private func sources(
    _ inputs: Inputs, _ documents: [Document], _ images: [String: ImageFacts], _ theme: ThemeSources
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
private func load(_ sources: Outcome<ThemeSources>, for site: Site) -> Outcome<Theme?> {
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
