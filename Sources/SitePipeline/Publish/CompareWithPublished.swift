package import SiteModel
internal import SiteRendering
internal import Synchronization

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
    var diagnostics = Diagnostics()
    let prepared = diagnostics.collect(await prepare(options, in: files))
    guard let shared = prepared.shared, !isRefused(diagnostics, options) else { return Outcome(nil, diagnostics) }
    let comparison = Differences(try OutputFolder(root: site.output))
    diagnostics.add(
        contentsOf: try await render(prepared.site, shared, jobs: options.jobs) { file throws(PublishError) in
            comparison.add(file, try file.bytes(reading: files))
        })
    var changes = comparison.changes
    changes.sources = readRecord(of: site)?.changes(to: log.all, and: stamps.list)
    changes.explain(prepared)
    return Outcome(changes, diagnostics)
}

extension UpcomingChanges {
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

/// Collects the files that differ; takes them from any thread.
private final class Differences: Sendable {
    private let folder: OutputFolder
    private let state = Mutex(State())

    private struct State {
        var seen: Set<ExactPath> = []
        var files: [UpcomingChanges.FileChange] = []
    }

    init(_ folder: OutputFolder) { self.folder = folder }

    func add(_ file: RenderedFile, _ bytes: [UInt8]) {
        let present = folder.read(file.path)
        let kind: InputChange.Kind? = present == nil ? .new : present == bytes ? nil : .changed
        state.withLock { state in
            state.seen.insert(ExactPath(file.path))
            if let kind { state.files.append(UpcomingChanges.FileChange(path: file.path, kind: kind, reasons: [])) }
        }
    }

    /// Files that the last build wrote and the next would not are gone.
    var changes: UpcomingChanges {
        let (seen, files) = state.withLock { ($0.seen, $0.files) }
        let gone = manifest(in: folder).subtracting(seen).map {
            UpcomingChanges.FileChange(path: $0.text, kind: .gone, reasons: [])
        }
        return UpcomingChanges(files: (files + gone).sorted { $0.path < $1.path }, unchanged: seen.count - files.count)
    }
}
