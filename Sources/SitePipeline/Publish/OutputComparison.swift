internal import SiteModel
internal import SiteRendering
internal import Synchronization

/// Renders a site and compares every byte and every file with what stands in its output folder. Nil where the site is refused.
func compare(
    _ prepared: Outcome<PreparedSite>, _ options: BuildOptions, with output: String, reading files: DiskFileSystem
) async throws(PublishError) -> Outcome<OutputComparison?> {
    var diagnostics = prepared.diagnostics
    guard let shared = prepared.value.shared, !isRefused(diagnostics, options) else { return Outcome(nil, diagnostics) }
    let comparison = OutputComparison(try OutputFolder(root: output))
    diagnostics.add(
        contentsOf: try await render(prepared.value.site, shared, jobs: options.jobs) { file throws(PublishError) in
            comparison.add(file.path, try file.bytes(reading: files))
        })
    return Outcome(comparison, diagnostics)
}

/// How an output folder differs from the files of a site, which it takes from any thread.
final class OutputComparison: Sendable {
    private let folder: OutputFolder
    private let state = Mutex(State())

    private struct State {
        var seen: Set<ExactPath> = []
        var differences: [OutputDifference] = []
    }

    init(_ folder: OutputFolder) { self.folder = folder }

    func add(_ path: String, _ expected: [UInt8]) {
        let present = folder.read(path)
        let kind: OutputDifference.Kind? =
            present.map { $0 == expected ? nil : .different(line: firstLine($0, expected)) } ?? .missing
        state.withLock { state in
            state.seen.insert(ExactPath(path))
            if let kind { state.differences.append(OutputDifference(path: path, kind: kind)) }
        }
    }

    /// By path; files that Martlet wrote once and the site does not have any more are among them.
    var differences: [OutputDifference] {
        let (seen, differences) = state.withLock { ($0.seen, $0.differences) }
        let left = manifest(in: folder).subtracting(seen).map { OutputDifference(path: $0.text, kind: .left) }
        return (differences + left).sorted { $0.path < $1.path }
    }

    /// How many files are as the site has them.
    var unchanged: Int { state.withLock { $0.seen.count - $0.differences.count } }

    private func firstLine(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let common = zip(left, right).prefix { $0 == $1 }
        return common.reduce(1) { $0 + ($1.0 == 0x0A ? 1 : 0) }
    }
}
