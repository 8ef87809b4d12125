internal import SiteModel
internal import SiteRendering

extension BuildRecord {
    /// Whether the site and its output folder are as the record has them, so that a build would read the same and write nothing. Stamps
    /// decide where they can; where one differs, or was taken in the same tick of the clock in which the file was changed, the
    /// content does.
    func stillHolds(_ options: BuildOptions, _ site: SiteFolders, inputs list: FileList) -> Bool {
        moments.contains(options.now.seconds) && hold(inputs, list.entries, inputsTaken, below: site.source)
            && outside.allSatisfy { entry in
                FileStamp(of: entry.path, followingLinks: true).map { isSame(entry, $0, inputsTaken, at: entry.path) } ?? false
            }
            && outputsHold(site)
    }

    private func outputsHold(_ site: SiteFolders) -> Bool {
        let all = FileList(of: site.output, prefix: "").entries
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

    private func hold(
        _ entries: [Entry], _ found: [(path: String, stamp: FileStamp)], _ taken: Int64, below root: String
    ) -> Bool {
        guard entries.count == found.count else { return false }
        for (entry, found) in zip(entries, found) {
            guard isSame(entry.path, found.path), isSame(entry, found.stamp, taken, at: root + "/" + entry.path) else {
                return false
            }
        }
        return true
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
