internal import SiteModel

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension PageFile.Table {
    var bytes: [UInt8] {
        var writer = PageWriter(articles: .none)
        sources.store(in: &writer)
        common.store(in: &writer)
        pages.store(in: &writer)
        site.store(in: &writer)
        return writer.bytes.bytes
    }

    init(_ bytes: [UInt8]) throws(ByteReader.Damaged) {
        var reader = PageReader(bytes, sources: [:]) { _ throws(ByteReader.Damaged) in throw ByteReader.Damaged() }
        sources = try reader.read()
        common = try reader.read()
        pages = try reader.read()
        site = try reader.read()
        guard reader.bytes.isAtEnd else { throw ByteReader.Damaged() }
    }
}

extension PageFile.Source: Stored {
    func store(in writer: inout PageWriter) {
        path.store(in: &writer)
        writer.bytes.write(role.rawValue)
        shape.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        path = try reader.read()
        guard let role = DocumentRole(rawValue: try reader.bytes.byte()) else { throw ByteReader.Damaged() }
        self.role = role
        shape = try reader.read()
    }
}

extension PageFile.Row: Stored {
    func store(in writer: inout PageWriter) {
        start.store(in: &writer)
        count.store(in: &writer)
        digest.store(in: &writer)
        shown.store(in: &writer)
        isArticle.store(in: &writer)
        sources.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        start = try reader.read()
        count = try reader.read()
        digest = try reader.read()
        shown = try reader.read()
        isArticle = try reader.read()
        sources = try reader.read()
    }
}

extension Digest: Stored {
    func store(in writer: inout PageWriter) {
        writer.bytes.write(high)
        writer.bytes.write(low)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(high: try reader.bytes.number(), low: try reader.bytes.number())
    }
}

/// A file that is read in parts.
final class OpenFile: Sendable {
    private let file: Int32
    let size: Int

    /// Nil where there is no such file, or where it is none.
    init?(_ path: String) {
        file = open(path, O_RDONLY | O_CLOEXEC | noFollow)
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            size = 0
            return nil
        }
        size = Int(status.st_size)
    }

    /// Nil where the file does not have so many bytes there.
    func read(_ start: Int, _ count: Int) -> [UInt8]? {
        guard start >= 0, count >= 0, start <= size - count else { return nil }
        return readAll(count, of: file, at: start)
    }

    deinit { if file >= 0 { close(file) } }
}
