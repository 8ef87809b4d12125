package import SiteModel
internal import SiteRendering
internal import Synchronization

/// How an output folder differs from what a clean build gives.
package struct OutputDifference: Sendable, Equatable {
    /// In the output folder.
    package var path: String
    package var kind: Kind

    package enum Kind: Sendable, Equatable {
        /// The clean build has the file and the folder does not.
        case missing
        /// Martlet wrote the file once and would not write it now.
        case left
        /// The bytes differ, for the first time at this line.
        case different(line: Int)
    }

    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}

/// Builds a site clean, without a record of earlier builds, and compares every byte and every file with what stands in the output
/// folder. Gives back the first difference by path; nil where there is none, or where the site is refused.
package func verifySite(
    _ options: BuildOptions, _ site: SiteFolders
) async throws(PublishError) -> Outcome<OutputDifference?> {
    let files = DiskFileSystem(root: site.source)
    var diagnostics = Diagnostics()
    let prepared = diagnostics.collect(await prepare(options, in: files))
    guard let shared = prepared.shared, !isRefused(diagnostics, options) else { return Outcome(nil, diagnostics) }
    let folder = try OutputFolder(root: site.output)
    let comparison = Comparison(folder)
    diagnostics.add(
        contentsOf: try await render(prepared.site, shared, jobs: options.jobs) { file throws(PublishError) in
            try comparison.compare(file, try file.bytes(reading: files))
        })
    return Outcome(comparison.first, diagnostics)
}

/// Collects what differs; takes files from any thread.
private final class Comparison: Sendable {
    private let folder: OutputFolder
    private let state = Mutex<(seen: Set<ExactPath>, differences: [OutputDifference])>(([], []))

    init(_ folder: OutputFolder) { self.folder = folder }

    func compare(_ file: RenderedFile, _ expected: [UInt8]) throws(PublishError) {
        let present = folder.read(file.path)
        let kind: OutputDifference.Kind? =
            present.map { $0 == expected ? nil : .different(line: firstLine($0, expected)) } ?? .missing
        state.withLock { state in
            state.seen.insert(ExactPath(file.path))
            if let kind { state.differences.append(OutputDifference(path: file.path, kind: kind)) }
        }
    }

    /// The first difference by path, files that are left over among them.
    var first: OutputDifference? {
        let (seen, differences) = state.withLock { $0 }
        let left = manifest(in: folder).subtracting(seen).map { OutputDifference(path: $0.text, kind: .left) }
        return (differences + left).min { $0.path < $1.path }
    }

    private func firstLine(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let common = zip(left, right).prefix { $0 == $1 }
        return common.reduce(1) { $0 + ($1.0 == 0x0A ? 1 : 0) }
    }
}
