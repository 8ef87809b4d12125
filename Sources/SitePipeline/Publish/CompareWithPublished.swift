package import SiteModel

/// What the next build would do to an output folder, and what that comes from.
package struct UpcomingChanges: Sendable {
    /// In the output folder, by path.
    package var files: [FileChange] = []
    /// How many files would stay as they are.
    package var unchanged = 0
    /// The sources and files of the theme that are not as the last build read them; nil where no build left a record.
    package var sources: [InputChange]?

    package struct FileChange: Sendable, Equatable {
        package var path: String
        package var kind: InputChange.Kind
        /// What it comes from, as `--explain-rebuild` says it; empty where that is not known.
        package var reasons: [String]
    }
}

/// Compares a site, as a build with these options makes it, with what stands in its output folder. Writes nothing.
///
/// Nil where no build has written there, or where the site is refused.
package func compareWithPublished(
    _ options: BuildOptions, _ site: SiteFolders
) async throws(PublishError) -> Outcome<UpcomingChanges?> {
    // Only a folder with a list of files is one that a build has written; without looking first it would be made.
    guard (try? DiskFileSystem(root: site.output).read(OutputFolder.manifestName)) != nil else { return Outcome(nil) }
    let log = ReadLog()
    let files = DiskFileSystem(root: site.source, log: log)
    let stamps = InputStamps(of: site)
    let prepared = await prepare(options, in: files)
    let compared = try await compare(prepared, options, with: site.output, reading: files)
    return Outcome(
        compared.value.map { comparison in
            var changes = UpcomingChanges(comparison)
            changes.sources = readRecord(of: site)?.changes(to: log.all, and: stamps.list)
            changes.explain(prepared.value)
            return changes
        }, compared.diagnostics)
}

extension UpcomingChanges {
    fileprivate init(_ comparison: OutputComparison) {
        files = comparison.differences.map { FileChange(path: $0.path, kind: $0.kind.change, reasons: []) }
        unchanged = comparison.unchanged
    }

    /// Says of each file that would be written what it comes from.
    fileprivate mutating func explain(_ prepared: PreparedSite) {
        guard let sources else { return }
        var report = PublishReport()
        report.writtenPaths = files.filter { $0.kind != .gone }.map(\.path)
        let summary = BuildSummary(states: prepared.site.states, pages: prepared.site.pages.count)
        let published = PublishedSite(summary: summary, report: report, remains: prepared, changes: sources)
        let reasons = Dictionary((published.reasons ?? []).map { ($0.path, $0.chains) }) { first, _ in first }
        for index in files.indices { files[index].reasons = reasons[files[index].path] ?? [] }
    }
}

extension OutputDifference.Kind {
    /// What the next build would do about it.
    fileprivate var change: InputChange.Kind {
        switch self {
        case .missing: .new
        case .left: .gone
        case .different: .changed
        }
    }
}
