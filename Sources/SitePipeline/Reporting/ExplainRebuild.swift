internal import SiteModel
internal import SiteRendering

/// A source, or a file of the theme, that is not as it was for the build before.
package struct InputChange: Sendable, Equatable {
    package var path: String
    package var kind: Kind

    package enum Kind: String, Sendable { case changed, new, gone }
}

/// Why a file of the output was written: the way from it to what changed, each step with what it shows of the next.
package struct RebuildReason: Sendable, Equatable {
    /// In the output folder.
    package var path: String
    /// `content/articles/a.md changed`, with what leads there before it: `related article 'A'`.
    package var chains: [String]
}

extension BuildRecord {
    /// What a build read that the one of this record did not read in the same form.
    func changes(to read: [String: Digest], and list: FileList) -> [InputChange] {
        var changes: [InputChange] = []
        var known: Set<String> = []
        let present = Set(list.entries.map(\.path))
        for entry in inputs + outside where entry.file.digest != nil {
            known.insert(entry.path)
            if let digest = read[entry.path] {
                if digest != entry.file.digest { changes.append(InputChange(path: entry.path, kind: .changed)) }
            } else if !present.contains(entry.path) {
                changes.append(InputChange(path: entry.path, kind: .gone))
            }
        }
        for path in read.keys where !known.contains(path) { changes.append(InputChange(path: path, kind: .new)) }
        return changes.sorted { $0.path < $1.path }
    }
}

extension PublishedSite {
    /// The reason for each file that was written; nil where no earlier build is known, so that all were.
    package var reasons: [RebuildReason]? {
        guard let changes, let site = remains?.value.site, let written = report?.writtenPaths else { return nil }
        let sources = SourceIndex(site)
        let byPath = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
        let pages = Dictionary(site.pages.map { ($0.permalink.outputPath, $0) }) { first, _ in first }
        let feeds = Dictionary(site.feeds.flatMap { [($0.atom.outputPath, $0), ($0.json.outputPath, $0)] }) { first, _ in first }
        return written.map { path in
            let shown = pages[path].map(sources.shown(by:)) ?? feeds[path].map(sources.shown(by:)) ?? sources.shown(file: path)
            let chains = shown.compactMap { step in byPath[step.source].map { step.text(to: $0) } }
            return RebuildReason(path: path, chains: chains.isEmpty ? wide(changes) : unique(chains))
        }
    }

    /// What concerns every page is the configuration and the theme; a count or a neighbour may come from any source.
    private func wide(_ changes: [InputChange]) -> [String] {
        let common = changes.filter { $0.path == SiteConfig.path || $0.path.hasPrefix("themes/") || $0.path.hasPrefix("/") }
        let named = common.isEmpty ? changes : common
        if named.isEmpty { return ["the moment of the build, the program, or the output folder changed"] }
        return named.prefix(3).map { "\($0.path) \($0.kind.rawValue)" } + (named.count > 3 ? ["and \(named.count - 3) more"] : [])
    }

    private func unique(_ chains: [String]) -> [String] {
        var seen: Set<String> = []
        return chains.filter { seen.insert($0).inserted }
    }
}

/// What a page shows, and of which source.
private struct SourceIndex {
    private var sources: [Permalink: String] = [:]
    private var files: [String: String] = [:]

    struct Step {
        var label: String
        var source: String

        func text(to change: InputChange) -> String {
            (label.isEmpty ? "" : label + " <- ") + "\(change.path) \(change.kind.rawValue)"
        }
    }

    init(_ site: Site) {
        for page in site.pages { sources[page.permalink] = page.source }
        for file in site.files { files[file.permalink.outputPath] = file.source }
    }

    func shown(by page: Page) -> [Step] {
        var steps = own(page.source)
        switch page.content {
        case .article(let article):
            let article = article.value
            steps += article.faqs.filter { $0.home != page.permalink }.map {
                Step(label: "question '\($0.plainQuestion)'", source: $0.source)
            }
            steps += people("author", article.summary.authors) + people("reviewer", article.reviewers)
            steps += article.related.map { step("related article", $0) }
            steps += [("article before", article.previous), ("article after", article.next)].compactMap { label, link in
                link.flatMap { link in sources[link.permalink].map { Step(label: "\(label) '\(link.title)'", source: $0) } }
            }
            steps += article.translations.compactMap { version in
                sources[version.permalink].map { Step(label: "translation '\(version.language)'", source: $0) }
            }
        case .home(let listing, _), .listing(let listing), .term(let listing, _):
            steps += listing.entries.map { step("article", $0) }
        case .topic(let topic): steps += topic.articles.map { step("article", $0) }
        case .person(let person):
            steps += (person.written + person.reviewed).map { step("article", $0) }
        case .questions(let groups, _, _):
            steps += groups.compactMap { group in
                sources[group.link.permalink].map { Step(label: "questions of '\(group.link.title)'", source: $0) }
            }
        case .people(let all): steps += people("person", all)
        case .plain, .taxonomy, .notFound: break
        }
        return steps
    }

    func shown(by feed: Feed) -> [Step] {
        feed.articles.flatMap { permalink in own(sources[permalink]).map { Step(label: "article", source: $0.source) } }
    }

    func shown(file path: String) -> [Step] { files[path].map { [Step(label: "", source: $0)] } ?? [] }

    /// A source, and the files beside it that belong to it.
    private func own(_ source: String?) -> [Step] {
        guard let source else { return [] }
        let beside = ["faq.md", "share.md"].map { folder(of: source) + "/" + $0 }
        return ([source] + (fileName(of: source) == "index.md" ? beside : [])).map { Step(label: "", source: $0) }
    }

    private func step(_ label: String, _ summary: ArticleSummary) -> Step {
        Step(label: "\(label) '\(summary.title)'", source: sources[summary.permalink] ?? "")
    }

    private func people(_ label: String, _ people: [PersonLink]) -> [Step] {
        people.map { Step(label: "\(label) '\($0.fullName)'", source: sources[$0.permalink] ?? "") }
    }
}
