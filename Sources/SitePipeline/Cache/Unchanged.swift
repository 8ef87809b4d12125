internal import SiteModel
internal import SiteRendering

/// What a build finds that a record of the last one does not have.
enum RecordDifference {
    /// A build would read the same and write nothing.
    case none(OutputStamps)
    /// The contents of some sources, by their positions among the inputs; all else is the same. The outputs are as they were.
    case contents([Int], OutputStamps)
    case others
}

/// The stamps of what stands in the output folder.
struct OutputStamps {
    let list: FileList
    let taken: Int64

    init(of site: SiteFolders) {
        taken = fileClock()
        list = FileList(of: site.output, prefix: "")
    }

    /// Files of others, but for hidden ones and those in hidden folders.
    func foreign(beside outputs: [BuildRecord.Entry]) -> Int {
        let own = Set(outputs.map { ExactPath($0.path) })
        return list.entries.count { entry in
            entry.stamp.kind != .folder && !own.contains(ExactPath(entry.path))
                && !pathParts(entry.path).contains { $0.hasPrefix(".") }
        }
    }
}

extension BuildRecord {
    /// How many sources may have other contents before a build looks at all of them.
    private static let limit = 256

    /// How the site and its output folder differ from what the record has. Stamps decide where they can; where one differs, or was taken
    /// in the same tick of the clock in which the file was changed, the content does.
    func difference(_ options: BuildOptions, _ site: SiteFolders, _ found: InputStamps) -> RecordDifference {
        guard moments.contains(options.now.seconds), let changed = changedInputs(found.list.entries, below: site.source),
            outside.allSatisfy({ entry in
                FileStamp(of: entry.path, followingLinks: true).map { isSame(entry, $0, inputsTaken, at: entry.path) } ?? false
            })
        else { return .others }
        let outputs = OutputStamps(of: site)
        guard outputsHold(outputs.list.entries, site) else { return .others }
        return changed.isEmpty ? .none(outputs) : .contents(changed, outputs)
    }

    private func outputsHold(_ all: [(path: String, stamp: FileStamp)], _ site: SiteFolders) -> Bool {
        // A build that was stopped is to be finished first.
        guard !all.contains(where: { [OutputFolder.journalName, OutputFolder.stagingName].contains($0.path) }) else {
            return false
        }
        let found = all.filter { $0.stamp.kind != .folder }
        var index = 0
        for entry in outputs {
            // What others put there does not matter.
            while index < found.count, !isSame(found[index].path, entry.path) { index += 1 }
            guard index < found.count, isSame(entry, found[index].stamp, outputsTaken, at: site.output + "/" + entry.path) else {
                return false
            }
            index += 1
        }
        return true
    }

    /// The files that have another content; nil where other things changed, or too much.
    private func changedInputs(_ found: [(path: String, stamp: FileStamp)], below root: String) -> [Int]? {
        guard inputs.count == found.count else { return nil }
        var changed: [Int] = []
        for (position, found) in found.enumerated() {
            let entry = inputs[position]
            guard isSame(entry.path, found.path), entry.file.stamp.kind == found.stamp.kind else { return nil }
            if isSame(entry, found.stamp, inputsTaken, at: root + "/" + entry.path) { continue }
            guard found.stamp.kind == .file, changed.count < Self.limit else { return nil }
            changed.append(position)
        }
        return changed
    }

    // By bytes, as file systems compare names.
    private func isSame(_ left: String, _ right: String) -> Bool { ExactPath(left) == ExactPath(right) }

    private func isSame(_ entry: Entry, _ stamp: FileStamp, _ taken: Int64, at path: String) -> Bool {
        guard stamp.kind == entry.file.stamp.kind else { return false }
        // The times of a folder change with what is in it, and that is compared entry by entry.
        if stamp.kind == .folder { return true }
        if stamp == entry.file.stamp, !stamp.isRacy(lookedAt: taken) { return true }
        // Files outside the site may be links, as those of time zones are.
        let flags = entry.path.hasPrefix("/") ? 0 : noFollow
        guard stamp.kind == .file, stamp.size == entry.file.stamp.size, let digest = entry.file.digest,
            let bytes = contents(of: path, flags: flags)
        else { return false }
        return Digest(of: bytes) == digest
    }
}

/// Where a site stands and where it is published.
package struct SiteFolders: Sendable {
    package var source: String
    package var output: String

    package init(source: String, output: String) {
        self.source = source
        self.output = output
    }
}
