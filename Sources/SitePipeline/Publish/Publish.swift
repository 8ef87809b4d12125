package import SiteModel
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What publishing did to the output folder.
package struct PublishReport: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    /// Files in the folder that are none of Martlet's, but for hidden ones; left alone.
    package var foreign = 0
    /// The files that were written, by path.
    package var writtenPaths: [String] = []

    /// What there is to say about the output folder.
    package func diagnostics(of output: String) -> Diagnostics {
        guard foreign > 0 else { return Diagnostics() }
        let files = foreign == 1 ? "a file" : "\(foreign) files"
        return Diagnostics([
            Diagnostic(
                .foreignOutput, "the folder holds \(files) that Martlet did not write and does not touch",
                at: SourceLocation(output),
                help: "put files that belong to the site into 'content/static/'")
        ])
    }
}

/// Writes the files of a site into its output folder: each that differs from what stands there, by a rename; then removes the
/// files that the last build wrote and this one does not. Files that Martlet did not write are never touched, and one that
/// stands in the way stops the publishing before anything is changed.
package func publish(
    _ files: [RenderedFile], to output: String, of source: String, reading sources: some FileSystem
) throws(PublishError) -> PublishReport {
    let publication = try Publication(of: source, to: output)
    for file in files { try publication.add(file, reading: sources) }
    return try publication.finish()
}

/// Removes what Martlet wrote into an output folder, and nothing else. Gives back how many files it removed.
package func clean(_ output: String) throws(PublishError) -> Int {
    let disk = DiskFileSystem(root: output)
    guard disk.hasFile(OutputFolder.manifestName) || disk.hasFile(OutputFolder.journalName) else { return 0 }
    var folder = try OutputFolder(root: output)
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    // Only then does the list have every file.
    try Journal.complete(in: &folder)
    let names = manifest(in: folder)
    for path in names.sorted() { try folder.remove(path.text) }
    try folder.removeStaging()
    for name in [OutputFolder.journalName, OutputFolder.manifestName] { try folder.remove(name) }
    return names.count
}

/// The output folder may not be, hold or stand in what is read: publishing there could overwrite the sources.
func checkTarget(_ output: String, _ source: String) throws(PublishError) {
    let target = resolved(output)
    let root = resolved(source)
    for kept in [root + "/content", root + "/themes"] where target == kept || target.hasPrefix(kept + "/") {
        throw .refused("\(output) stands in the site's sources; choose another output folder")
    }
    if target == root || root.hasPrefix(target == "/" ? "/" : target + "/") {
        throw .refused("\(output) holds the site's sources; choose another output folder")
    }
}

/// A path without links and dots, also where its last parts are not there yet.
private func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
        defer { free(real) }
        return String(cString: real)
    }
    var parts = pathParts(path)
    guard let name = parts.popLast() else { return "/" }
    let parent = resolved((path.utf8.first == 0x2F ? "/" : "./") + parts.joined(separator: "/"))
    if name == "." { return parent }
    if name == ".." { return SiteModel.folder(of: parent).isEmpty ? "/" : SiteModel.folder(of: parent) }
    return parent == "/" ? "/" + name : parent + "/" + name
}

private let manifestHeading = "# Files that Martlet wrote here. It removes no others."

func manifest(in folder: OutputFolder) -> Set<ExactPath> {
    guard let bytes = folder.read(OutputFolder.manifestName) else { return [] }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    // Whoever edits the list cannot make Martlet remove a file elsewhere.
    return Set(lines.dropFirst(lines.first == manifestHeading ? 1 : 0).filter(isInnerPath).map { ExactPath($0) })
}

func manifestText(_ names: [ExactPath]) -> [UInt8] {
    var text = Array((manifestHeading + "\n").utf8)
    for name in names.sorted() {
        text += name.text.utf8
        text.append(0x0A)
    }
    return text
}

extension DiskFileSystem {
    fileprivate func hasFile(_ name: String) -> Bool { (try? entries(of: ""))?.contains { $0.name == name } ?? false }
}
