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
/// stands in the way stops the publishing before anything is written.
package func publish(
    _ files: [RenderedFile], to output: String, of source: String, reading sources: some FileSystem
) throws(PublishError) -> PublishReport {
    try checkTarget(output, source)
    var folder = try OutputFolder(root: output)
    let before = manifest(in: folder)
    var report = PublishReport()
    let pending = try differing(files, folder, before, sources)
    let names = Set(files.map(\.path))
    let stale = before.subtracting(names)
    let blocking = try staleFiles(inTheWayOf: pending, folder, stale: stale)
    // First of all the list, with the old names and the new: a build that is stopped half way leaves no file unaccounted for.
    if !pending.isEmpty || names != before { try writeManifest(before.union(names), &folder) }
    for path in blocking.sorted() { try folder.remove(path) }
    for file in pending { try folder.write(file.bytes, to: file.path) }
    for path in stale.subtracting(blocking).sorted() { try folder.remove(path) }
    if names != before { try writeManifest(names, &folder) }
    report.removed = stale.count
    report.written = pending.count
    report.unchanged = files.count - pending.count
    report.foreign = folder.files(below: "", includingHidden: false).count { !names.contains($0) }
    return report
}

/// Removes what Martlet wrote into an output folder, and nothing else. Gives back how many files it removed.
package func clean(_ output: String) throws(PublishError) -> Int {
    guard DiskFileSystem(root: output).hasFile(OutputFolder.manifestName) else { return 0 }
    let folder = try OutputFolder(root: output)
    let names = manifest(in: folder)
    for path in names.sorted() { try folder.remove(path) }
    try folder.remove(OutputFolder.manifestName)
    return names.count
}

private struct PendingFile {
    let path: String
    let bytes: [UInt8]
}

/// The files whose bytes are not in the folder yet. One that Martlet did not write is not written over.
private func differing(
    _ files: [RenderedFile], _ folder: OutputFolder, _ before: Set<String>, _ sources: some FileSystem
) throws(PublishError) -> [PendingFile] {
    var pending: [PendingFile] = []
    for file in files {
        let bytes = try content(of: file, sources)
        if let present = folder.read(file.path), present == bytes { continue }
        switch folder.kind(of: file.path) {
        case .file where !before.contains(file.path):
            throw .refused(
                "\(folder.root)/\(file.path) was not written by Martlet; move it away, or choose another output folder")
        case .link: throw .refused("\(folder.root)/\(file.path) is a symbolic link; move it away")
        case .missing, .file, .folder: pending.append(PendingFile(path: file.path, bytes: bytes))
        }
    }
    return pending
}

/// The files of the last build that stand where this one needs a folder, or in a folder where it needs a file. They are
/// removed before anything is written; anything else in the way is refused.
private func staleFiles(
    inTheWayOf pending: [PendingFile], _ folder: OutputFolder, stale: Set<String>
) throws(PublishError) -> Set<String> {
    var blocking: Set<String> = []
    var checked: Set<String> = []
    for file in pending {
        if folder.kind(of: file.path) == .folder {
            for path in folder.files(below: file.path, includingHidden: true) {
                guard stale.contains(path) else {
                    throw .refused("\(folder.root)/\(path) stands where Martlet writes a file '\(file.path)'; move it away")
                }
                blocking.insert(path)
            }
            guard !blocking.isEmpty else {
                throw .refused("\(folder.root)/\(file.path) is a folder where Martlet writes a file; move it away")
            }
        }
        for parent in folder.parents(of: file.path) where checked.insert(parent).inserted {
            switch folder.kind(of: parent) {
            case .missing, .folder: break
            case .file where stale.contains(parent): blocking.insert(parent)
            case .file: throw .refused("\(folder.root)/\(parent) is a file where Martlet needs a folder; move it away")
            case .link: throw .refused("\(folder.root)/\(parent) is a symbolic link; move it away")
            }
        }
    }
    return blocking
}

private func content(of file: RenderedFile, _ sources: some FileSystem) throws(PublishError) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): return bytes
    case .copy(let path):
        do {
            return try sources.read(path)
        } catch {
            throw PublishError(message: "\(path): cannot read: \(error.reason)", status: EX_IOERR)
        }
    }
}

/// The output folder may not be, hold or stand in what is read: publishing there could overwrite the sources.
private func checkTarget(_ output: String, _ source: String) throws(PublishError) {
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

private func manifest(in folder: OutputFolder) -> Set<String> {
    guard let bytes = folder.read(OutputFolder.manifestName) else { return [] }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    // Whoever edits the list cannot make Martlet remove a file elsewhere.
    return Set(lines.dropFirst(lines.first == manifestHeading ? 1 : 0).filter(isInnerPath))
}

private func writeManifest(_ names: Set<String>, _ folder: inout OutputFolder) throws(PublishError) {
    let text = manifestHeading + "\n" + names.sorted().joined(separator: "\n") + "\n"
    try folder.write(Array(text.utf8), to: OutputFolder.manifestName)
}

extension DiskFileSystem {
    fileprivate func hasFile(_ name: String) -> Bool { (try? entries(of: ""))?.contains { $0.name == name } ?? false }
}
