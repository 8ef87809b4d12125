package import SiteModel
internal import SiteRendering

/// What a build leaves for the next one in `.martlet/record`: the state of every file that it read or wrote, and what it said. With it
/// a build in which nothing changed is known without parsing anything.
///
/// It decides about time only: a build without it, or with one of an earlier day, gives the same bytes and the same messages.
struct BuildRecord: Sendable {
    /// What the build was asked for, and the program that did it.
    var key: Digest
    /// The moments in which the same sources give the same site, in seconds since 1970.
    var moments: Range<Int>
    /// When the stamps of the inputs and those of the outputs were taken, in nanoseconds since 1970.
    var inputsTaken: Int64
    var outputsTaken: Int64
    /// By path, in the order of `FileList`.
    var inputs: [Entry]
    /// Files outside the site that were read, such as that of its time zone.
    var outside: [Entry]
    var outputs: [Entry]
    var diagnostics: [Diagnostic]
    var summary: BuildSummary
    /// What the pages of this build go by (`PageFile`); nil where they were not kept.
    var pages: Digest?

    struct Entry: Sendable, Equatable {
        var path: String
        var file: KnownFile
    }
}

/// What the last line of a build says, but for what was written.
package struct BuildSummary: Sendable, Equatable {
    package var states: StateCounts
    package var pages: Int
}

extension BuildRecord {
    /// Where a record stands below a site's root.
    static let path = ".martlet/record"
    // Another form of the record needs another mark.
    private static let mark = "martlet record 4"

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 128 * (inputs.count + outputs.count))
        writer.write(Self.mark)
        writer.write(key)
        writer.write(moments.lowerBound)
        writer.write(moments.upperBound)
        writer.write(inputsTaken)
        writer.write(outputsTaken)
        for entries in [inputs, outside, outputs] {
            writer.write(entries.count)
            entries.withUnsafeBufferPointer { entries in
                for index in entries.indices { writer.write(entries[index]) }
            }
        }
        writer.write(diagnostics.count)
        for diagnostic in diagnostics { writer.write(diagnostic) }
        for state in PublicationState.allCases { writer.write(summary.states[state]) }
        writer.write(summary.pages)
        writer.write(UInt8(pages == nil ? 0 : 1))
        if let pages { writer.write(pages) }
        writer.write(writer.digest)
        return writer.bytes
    }

    /// Nil for one that is damaged or of another form.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 16, let record = try? Self.read(bytes) else { return nil }
        self = record
    }

    private static func read(_ bytes: [UInt8]) throws(ByteReader.Damaged) -> BuildRecord {
        var reader = ByteReader(bytes)
        guard try reader.text() == mark else { throw ByteReader.Damaged() }
        let key = try reader.digest()
        let (lower, upper) = (try reader.int(), try reader.int())
        guard lower <= upper else { throw ByteReader.Damaged() }
        let (inputsTaken, outputsTaken) = (try reader.signed(), try reader.signed())
        var lists: [[Entry]] = []
        for _ in 0..<3 {
            var entries: [Entry] = []
            for _ in 0..<(try reader.count()) { entries.append(try reader.entry()) }
            lists.append(entries)
        }
        var diagnostics: [Diagnostic] = []
        for _ in 0..<(try reader.count()) { diagnostics.append(try reader.diagnostic()) }
        var states = StateCounts()
        for state in PublicationState.allCases { states[state] = try reader.int() }
        let pageCount = try reader.int()
        let pages: Digest? = try reader.byte() == 0 ? nil : try reader.digest()
        let end = reader.position
        guard try reader.digest() == Digest(of: Array(bytes[..<end])), reader.isAtEnd else { throw ByteReader.Damaged() }
        return BuildRecord(
            key: key, moments: lower..<upper, inputsTaken: inputsTaken, outputsTaken: outputsTaken, inputs: lists[0],
            outside: lists[1], outputs: lists[2], diagnostics: diagnostics,
            summary: BuildSummary(states: states, pages: pageCount), pages: pages)
    }
}

extension ByteWriter {
    mutating func write(_ digest: Digest) {
        write(digest.high)
        write(digest.low)
    }

    fileprivate mutating func write(_ entry: BuildRecord.Entry) {
        write(entry.path)
        let stamp = entry.file.stamp
        write(stamp.kind.rawValue)
        write(stamp.size)
        write(stamp.modified)
        write(stamp.changed)
        write(stamp.inode)
        write(UInt8(entry.file.digest == nil ? 0 : 1))
        if let digest = entry.file.digest { write(digest) }
    }

    fileprivate mutating func write(_ diagnostic: Diagnostic) {
        write(diagnostic.code.rawValue)
        write(diagnostic.severity.rawValue)
        write(diagnostic.location)
        write(diagnostic.message)
        write(diagnostic.help ?? "")
        write(diagnostic.notes.count)
        for note in diagnostic.notes {
            write(note.text)
            write(UInt8(note.location == nil ? 0 : 1))
            if let location = note.location { write(location) }
        }
        write(UInt8(diagnostic.fix == nil ? 0 : 1))
        if let fix = diagnostic.fix { write(fix) }
    }

    private mutating func write(_ fix: Fix) {
        write(fix.location)
        write(UInt8(fix.old == nil ? 0 : 1))
        write(fix.old ?? "")
        write(fix.new)
    }

    private mutating func write(_ location: SourceLocation) {
        write(location.path)
        write(location.range.lower)
        write(location.range.upper)
    }
}

extension ByteReader {
    mutating func digest() throws(Damaged) -> Digest { Digest(high: try number(), low: try number()) }

    fileprivate mutating func entry() throws(Damaged) -> BuildRecord.Entry {
        let path = try text()
        guard let kind = FileStamp.Kind(rawValue: try byte()) else { throw Damaged() }
        let stamp = FileStamp(
            size: try signed(), modified: try signed(), changed: try signed(), inode: try number(), kind: kind)
        let digest: Digest? = try byte() == 0 ? nil : try digest()
        return BuildRecord.Entry(path: path, file: KnownFile(stamp: stamp, digest: digest))
    }

    fileprivate mutating func diagnostic() throws(Damaged) -> Diagnostic {
        guard let code = DiagnosticCode(rawValue: try text()), let severity = Severity(rawValue: try text()) else {
            throw Damaged()
        }
        let location = try self.location()
        let message = try text()
        let help = try text()
        var notes: [Diagnostic.Note] = []
        for _ in 0..<(try count()) {
            let text = try text()
            notes.append(Diagnostic.Note(text, at: try byte() == 0 ? nil : try self.location()))
        }
        var diagnostic = Diagnostic(code, message, at: location, help: help.isEmpty ? nil : help, notes: notes)
        diagnostic.severity = severity
        if try byte() == 1 { diagnostic.fix = try fix() }
        return diagnostic
    }

    private mutating func fix() throws(Damaged) -> Fix {
        let location = try self.location()
        let hasOld = try byte() == 1
        let old = try text()
        var fix = Fix(at: location, with: try text())
        if hasOld { fix.old = old }
        return fix
    }

    private mutating func location() throws(Damaged) -> SourceLocation {
        let path = try text()
        return SourceLocation(path, SourceRange(try int(), try int()))
    }
}
