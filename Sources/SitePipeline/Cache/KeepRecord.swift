internal import SiteModel
internal import SiteRendering

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The stamps of everything that a build may read, taken before it reads the first of it: what changes later is noticed next time.
struct InputStamps {
    let list: FileList
    let taken: Int64

    init(of site: SiteFolders) {
        taken = fileClock()
        var list = FileList(of: site.source + "/content", prefix: "content")
        list.add(FileList(of: site.source + "/themes", prefix: "themes"))
        self.list = list
    }

    /// The record of a finished build; nil where it could promise too much: a file changed between two readings of it, one was read
    /// that is not in the list, since a link leads to it, or one that was written is gone again.
    func record(
        _ key: Digest, _ moments: Range<Int>, _ log: ReadLog, _ publication: Publication, _ summary: BuildSummary,
        _ diagnostics: [Diagnostic], _ pages: Digest?, _ site: SiteFolders
    ) -> BuildRecord? {
        guard log.isConsistent else { return nil }
        let read = log.all
        let inputs = list.entries.map { entry in
            BuildRecord.Entry(path: entry.path, file: KnownFile(stamp: entry.stamp, digest: read[entry.path]))
        }
        guard read.keys.count(where: { !$0.hasPrefix("/") }) == inputs.count(where: { $0.file.digest != nil }) else { return nil }
        let outputsTaken = fileClock()
        guard let outputs = outputEntries(publication, site) else { return nil }
        let outside = read.filter { $0.key.hasPrefix("/") }.sorted { $0.key < $1.key }.compactMap { path, digest in
            FileStamp(of: path, followingLinks: true).map {
                BuildRecord.Entry(path: path, file: KnownFile(stamp: $0, digest: digest))
            }
        }
        return BuildRecord(
            key: key, moments: moments, inputsTaken: taken, outputsTaken: outputsTaken,
            inputs: inputs, outside: outside, outputs: outputs, diagnostics: diagnostics, summary: summary, pages: pages)
    }
}

/// The files that a build wrote or found as it would write them, the list of them among these, in the order of `FileList`. Nil where
/// one is gone again.
private func outputEntries(_ publication: Publication, _ site: SiteFolders) -> [BuildRecord.Entry]? {
    let list = OutputFolder.manifestName
    guard let listed = contents(of: site.output + "/" + list, flags: noFollow) else { return nil }
    let files = publication.files + [PublishedFile(path: list, digest: Digest(of: listed))]
    if publication.ownsFolder {
        let entries = files.compactMap { file in
            (file.stamp ?? FileStamp(of: site.output + "/" + file.path)).map {
                BuildRecord.Entry(path: file.path, file: KnownFile(stamp: $0, digest: file.digest))
            }
        }
        return entries.count == files.count ? entries.sorted { ExactPath.isListed($0.path, before: $1.path) } : nil
    }
    let digests = Dictionary(files.map { (ExactPath($0.path), $0.digest) }) { first, _ in first }
    let entries = FileList(of: site.output, prefix: "").entries.compactMap { path, stamp -> BuildRecord.Entry? in
        guard stamp.kind == .file, let digest = digests[ExactPath(path)] else { return nil }
        return .init(path: path, file: KnownFile(stamp: stamp, digest: digest))
    }
    return entries.count == digests.count ? entries : nil
}

extension BuildRecord {
    var knownOutputs: [ExactPath: KnownFile] {
        let files = outputs.map { entry in
            var file = entry.file
            file.isRacy = file.stamp.isRacy(lookedAt: outputsTaken)
            return (ExactPath(entry.path), file)
        }
        return Dictionary(files) { first, _ in first }
    }
}

/// What a record answers to: the options of the build, its folders, and the program itself.
func recordKey(_ options: BuildOptions, _ site: SiteFolders) -> Digest {
    var hasher = DigestHasher()
    hasher.add(options.baseURL?.root ?? "")
    for flag in [options.visibility.drafts, options.visibility.future, options.visibility.expired, options.isStrict] {
        hasher.add(flag)
    }
    hasher.add(options.now.offset)
    hasher.add(site.output)
    var status = stat()
    if stat("/proc/self/exe", &status) == 0 {
        let program = FileStamp(status)
        for number in [program.size, program.modified, program.changed] { hasher.add(Int(number)) }
    }
    return hasher.finish()
}

/// Nil where there is none that can be used; it is a help and never a reason to fail.
func readRecord(of site: SiteFolders) -> BuildRecord? {
    contents(of: site.source + "/" + BuildRecord.path, flags: noFollow).flatMap { BuildRecord($0) }
}

/// Keeps a record for the next build. One that cannot be written is missing then, and costs time.
func keepRecord(_ record: BuildRecord, of site: SiteFolders) {
    keep(record.bytes, at: BuildRecord.path, below: site.source)
}

/// How a file is opened that may not be a link.
let noFollow = O_NOFOLLOW | O_NONBLOCK

/// The clock that the times of files come from, in nanoseconds since 1970. It says when stamps were taken and nothing else.
func fileClock() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
