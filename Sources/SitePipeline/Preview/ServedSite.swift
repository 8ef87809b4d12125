package import SiteModel
internal import SiteRendering
internal import Synchronization

/// The files of a site, each made when it is asked for: byte for byte what a build writes.
package final class ServedSite: Sendable {
    package let site: Site
    let shared: SharedValues
    private let files: DiskFileSystem
    /// The positions of the pages, by their place in the output folder.
    private let pages: [String: Int]
    /// What is no page, by its place; made at once, when the first of it is asked for.
    private let others = Mutex<[String: RenderedFile]?>(nil)

    convenience init(_ site: Site, _ shared: SharedValues, _ files: DiskFileSystem) {
        let pages = Dictionary(site.pages.enumerated().map { ($1.permalink.outputPath, $0) }) { first, _ in first }
        self.init(site, shared, files, pages)
    }

    private init(_ site: Site, _ shared: SharedValues, _ files: DiskFileSystem, _ pages: [String: Int]) {
        self.site = site
        self.shared = shared
        self.files = files
        self.pages = pages
    }

    /// The same pages with other texts.
    func with(_ site: Site, _ shared: SharedValues) -> ServedSite { ServedSite(site, shared, files, pages) }

    /// The page whose file stands at a place in the output folder, such as `articles/a/index.html`.
    package func page(at path: String) -> Page? { pages[path].map { site.pages[$0] } }

    /// The bytes of the file at a place in the output folder; nil where a build writes none. The diagnostics are those of a template that
    /// fails on this page, or of a source that can no longer be read.
    package func file(at path: String) -> Outcome<[UInt8]?> {
        guard let page = page(at: path) else { return other(at: path) }
        let outcome = render(page, shared)
        guard case .bytes(let bytes) = outcome.value.content else { return Outcome(nil, outcome.diagnostics) }
        return Outcome(bytes, outcome.diagnostics)
    }

    /// The places of all files, in no order.
    package var paths: [String] { Array(pages.keys) + otherFiles.keys }

    private func other(at path: String) -> Outcome<[UInt8]?> {
        switch otherFiles[path]?.content {
        case nil: return Outcome(nil)
        case .bytes(let bytes): return Outcome(bytes)
        case .copy(let source):
            do throws(FileSystemError) {
                return Outcome(try files.read(source))
            } catch {
                let diagnostic = Diagnostic(
                    .refusedFile, "the file cannot be read: \(error.reason)", at: SourceLocation(source))
                return Outcome(nil, Diagnostics([diagnostic]))
            }
        }
    }

    private var otherFiles: [String: RenderedFile] {
        others.withLock { known in
            if let known { return known }
            let made = renderFiles(of: site, shared).value
            let files = Dictionary(made.map { ($0.path, $0) }) { first, _ in first }
            known = files
            return files
        }
    }
}
