package import SiteModel

/// What `martlet fix` would change: sources before and after.
package struct FixPlan: Sendable {
    /// By path.
    package var files: [FixedFile] = []
    /// What a build says when all is done.
    package var remaining: [Diagnostic] = []

    package var count: Int { files.reduce(0) { $0 + $1.count } }
}

package struct FixedFile: Sendable, Equatable {
    package var path: String
    package var before: [UInt8]
    package var after: [UInt8]
    /// How many fixes it took.
    package var count: Int
}

/// Works out every fix that the messages of a site come with. One can bring another to light, a wrong key its value, so the site is
/// looked at again until there are no more. Writes nothing.
package func planFixes(_ options: BuildOptions, in files: some FileSystem) async -> FixPlan {
    var changed: [String: FixedFile] = [:]
    var plan = FixPlan()
    // Each look at the site suggests names for the first fifty of a kind (`Diagnostics.suggestion`). The end is for two fixes that undo
    // each other, which would go on for ever.
    for _ in 0..<40 {
        let overlay = OverlayFileSystem(base: files, changed: changed.mapValues(\.after))
        plan.remaining = (await prepare(options, in: overlay)).diagnostics.sorted
        guard take(fixes: plan.remaining.compactMap(\.fix), overlay, &changed) else { break }
    }
    plan.files = changed.values.filter { $0.before != $0.after }.sorted { $0.path < $1.path }
    return plan
}

/// Makes the changes of one look at the site; false where there is none to make.
private func take(fixes: [Fix], _ files: some FileSystem, _ changed: inout [String: FixedFile]) -> Bool {
    var isChanged = false
    for (path, group) in Dictionary(grouping: fixes, by: \.location.path) {
        // A template of the program itself has no file to change.
        guard let bytes = try? files.read(path) else { continue }
        let edits = separate(edits(group, in: bytes))
        guard !edits.isEmpty else { continue }
        var file = changed[path] ?? FixedFile(path: path, before: bytes, after: bytes, count: 0)
        file.after = apply(edits, to: bytes)
        file.count += edits.count
        changed[path] = file
        isChanged = true
    }
    return isChanged
}

/// Bytes to replace, and what by.
private struct ByteEdit: Hashable {
    var range: SourceRange
    var new: [UInt8]
}

/// The fixes that fit the bytes, in their order, each once. None goes past the end of a line.
private func edits(_ fixes: [Fix], in bytes: [UInt8]) -> [ByteEdit] {
    let edits = fixes.compactMap { fix -> ByteEdit? in
        guard let range = fix.range(in: bytes) else { return nil }
        let new = Array(fix.new.utf8)
        let isWithinLine = !(bytes[range.lower..<range.upper] + new).contains { $0 == 0x0A || $0 == 0x0D }
        return isWithinLine ? ByteEdit(range: range, new: new) : nil
    }
    return Set(edits).sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
}

/// Those that do not overlap an earlier one; what they would do is looked at again when that is done.
private func separate(_ edits: [ByteEdit]) -> [ByteEdit] {
    var end = -1
    return edits.filter { edit in
        guard edit.range.lower > end else { return false }
        end = edit.range.upper
        return true
    }
}

private func apply(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
        result += bytes[position..<edit.range.lower] + edit.new
        position = edit.range.upper
    }
    return result + bytes[position...]
}

/// Files with others in their place.
private struct OverlayFileSystem<Base: FileSystem>: FileSystem {
    let base: Base
    let changed: [String: [UInt8]]

    func entries(of folder: String) throws(FileSystemError) -> [FolderEntry] { try base.entries(of: folder) }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        if let bytes = changed[path] { return bytes }
        return try base.read(path)
    }

    func read(_ path: String, upTo limit: Int) throws(FileSystemError) -> FileStart { try base.read(path, upTo: limit) }

    func timeZoneFile(_ name: String) -> [UInt8]? { base.timeZoneFile(name) }

    var builtInTheme: [ThemeFile] { base.builtInTheme }
}
