internal import SiteModel
internal import SitePipeline

extension BenchPage {
    /// What the next build would change in the output folder.
    var changesView: HTML {
        get async {
            let content: HTML
            do throws(PublishError) {
                content = about(try await compareWithPublished(moment.publishing, moment.folders))
            } catch {
                content = "<p class=\"refusal\">\(error.message)</p>\n"
            }
            return frame("Changes", in: .changes, "<h1>Changes</h1>\n\(content)")
        }
    }

    private func about(_ outcome: Outcome<UpcomingChanges?>) -> HTML {
        guard let changes = outcome.value else {
            if moment.update.isRefused { return "<p>What would change is known when the errors are put right.</p>\n" }
            return "<p>Nothing has been published to <code>\(moment.folders.output)</code> yet.</p>\n"
        }
        guard !changes.files.isEmpty else {
            return
                "<p>Nothing. What <code>martlet build</code> would write stands in <code>\(moment.folders.output)</code> already.</p>\n"
        }
        return """
            <p>What <code>martlet build</code> would do now to <code>\(moment.folders.output)</code>. Drafts and what is scheduled are left out, \
            as there.</p>
            \(sources(changes.sources))<section><h2>Pages and files</h2>
            \(list(changes, .new, "Added"))\(list(changes, .changed, "Changed"))\(list(changes, .gone, "Removed"))\
            <p class="quiet">\(counted(changes.unchanged, "file")) would stay as they are.</p>
            </section>

            """
    }

    private func sources(_ changes: [InputChange]?) -> HTML {
        guard let changes else { return "<p class=\"quiet\">The last build left no record of its sources.</p>\n" }
        let items = changes.map { change -> HTML in
            let name: HTML = change.kind == .gone ? "<code>\(change.path)</code>" : source(change.path)
            return "<span class=\"badge \(change.kind.rawValue)\">\(change.kind.rawValue)</span> \(name)"
        }
        let none: HTML = "<p>None: the moment, the program or the output folder changed.</p>\n"
        return "<section><h2>Sources</h2>\n\(items.isEmpty ? none : HTML.list(items, "changes"))</section>\n"
    }

    /// Files that are listed at once.
    private static let most = 200

    private func list(_ changes: UpcomingChanges, _ kind: InputChange.Kind, _ title: String) -> HTML {
        let files = changes.files.filter { $0.kind == kind }
        guard !files.isEmpty else { return .none }
        let items = files.prefix(Self.most).map { file -> HTML in
            let reasons = file.reasons.map { reason -> HTML in
                HTML.words(reason.split(separator: " <- ").joined(separator: " ← "))
            }
            return "\(name(of: file))\(HTML.list(reasons, "reasons"))"
        }
        let rest = files.count - items.count
        let more: HTML = rest > 0 ? "<p class=\"quiet\">And \(rest) more.</p>\n" : ""
        return "<h3>\(title) <span class=\"quiet\">\(files.count)</span></h3>\n\(HTML.list(items, "changes"))\(more)"
    }

    /// A page by its title, any other file by its path.
    private func name(of file: UpcomingChanges.FileChange) -> HTML {
        guard file.kind != .gone, let page = served?.page(at: file.path) else { return "<code>\(file.path)</code>" }
        return "\(link(to: page.link)) <code class=\"quiet\">\(file.path)</code>"
    }
}
