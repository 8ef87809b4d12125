/// Stage 3: a site becomes files.
///
/// In: a `Site` and a `Theme`. Out: the bytes of each page, and the files that are copied. HTML exists only here. Pages do not
/// depend on each other, so they can be rendered on any thread, in any order.

package import SiteModel
internal import Templates

/// Renders one page.
package func render(_ page: Page, _ shared: SharedValues) -> Outcome<RenderedFile> {
    let values = PageValues(shared, page: page)
    let root = [values.site(on: page.permalink), values.assets, values.page(page)]
    guard let entry = shared.theme.entry(page.content.kind, page.template?.value) else {
        return Outcome(RenderedFile(path: page.permalink.outputPath, content: .bytes([])))
    }
    let (output, problem) = values.wording.template(entry).render(root: root)
    let file = RenderedFile(path: page.permalink.outputPath, content: .bytes(output))
    return Outcome(file, Diagnostics([problem].compactMap { $0 }))
}

/// Renders what is not a page: aliases, feeds, the sitemap, `robots.txt`, the web manifest, what servers read, the theme's assets;
/// and names the files to copy.
package func renderFiles(of site: Site, _ shared: SharedValues) -> Outcome<[RenderedFile]> {
    let theme = shared.theme
    var diagnostics = Diagnostics()
    var files = site.aliases.map { diagnostics.collect(render($0, shared)) }
    files += site.files.map { RenderedFile(path: $0.permalink.outputPath, content: .copy(of: $0.source)) }
    files += theme.assets.map { RenderedFile(path: $0.permalink.outputPath, content: .bytes($0.bytes)) }
    diagnostics.add(contentsOf: checkAssets(site, theme))
    // A site's own file takes the place of one that Martlet would make.
    let own = Set(site.files.map(\.permalink.path))
    let maps = sitemaps(site, within: SitemapLimits())
    let made =
        render(site.feeds, of: site, shared) + maps + [robots(site)] + [webManifest(site)].compactMap { $0 }
        + renderHosting(of: site, sitemaps: maps.count)
    files += made.filter { !own.contains("/" + $0.path) }
    return Outcome(files, diagnostics)
}

/// The theme's files stand below `/assets/`, where a site may have others, but not those, and no file in place of the folder.
private func checkAssets(_ site: Site, _ theme: Theme) -> Diagnostics {
    var diagnostics = Diagnostics()
    let taken = Set(theme.assets.map(\.permalink.path) + ["/assets"])
    for file in site.files where taken.contains(file.permalink.path) {
        diagnostics.add(
            .duplicateURL, "'\(file.permalink.path)' is the address of a file of the theme already",
            at: SourceLocation(file.source), help: "rename or move the file")
    }
    return diagnostics
}

private func render(_ alias: Alias, _ shared: SharedValues) -> Outcome<RenderedFile> {
    let values = PageValues(shared, language: shared.config.language)
    let baseURL = shared.config.baseURL
    let root = [
        values.site(on: alias.target), values.assets, .string(baseURL.absolute(alias.target)),
        .string(baseURL.href(alias.target)),
    ]
    var output: [UInt8] = []
    var problem: Diagnostic?
    if let entry = shared.theme.entries["redirect"] {
        (output, problem) = values.wording.template(entry).render(root: root)
    }
    return Outcome(RenderedFile(path: alias.outputPath, content: .bytes(output)), Diagnostics([problem].compactMap { $0 }))
}
