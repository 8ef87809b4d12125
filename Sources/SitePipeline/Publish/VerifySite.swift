package import SiteModel

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
    let compared = try await compare(await prepare(options, in: files), options, with: site.output, reading: files)
    return Outcome(compared.value?.differences.first, compared.diagnostics)
}
