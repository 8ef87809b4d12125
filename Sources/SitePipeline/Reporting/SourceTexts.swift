package import SiteModel

/// The files that messages speak of, and where their lines begin. Messages come by path, so keeping a few is enough to read most
/// but once.
package struct SourceTexts {
    private let text: @Sendable (String) -> [UInt8]?
    private var recent: [Source] = []

    /// `text` reads what a path stands for; nil where there is none to show.
    package init(_ text: @escaping @Sendable (String) -> [UInt8]?) { self.text = text }

    package struct Source {
        let path: String
        package let bytes: [UInt8]?
        let lines: LineTable
    }

    package mutating func source(_ path: String) -> Source {
        if let known = recent.first(where: { $0.path == path }) { return known }
        let bytes = text(path)
        let source = Source(path: path, bytes: bytes, lines: LineTable(bytes ?? []))
        recent = [source] + recent.prefix(3)
        return source
    }
}

/// What a column counts.
enum ColumnUnit { case characters, codePoints }

/// A place in a file: lines and columns from 1, the offset in bytes from 0.
struct TextPosition: Equatable {
    var line: Int
    var column: Int
    var offset: Int
}

extension SourceTexts.Source {
    /// Where a stretch of it begins, as people count.
    package func place(of range: SourceRange) -> HumanPlace { HumanPlace(range, in: bytes ?? [], lines) }

    /// The place of a byte; a byte order mark at the start of the file has no column.
    func position(at offset: Int, _ unit: ColumnUnit) -> TextPosition {
        let bytes = bytes ?? []
        let offset = min(offset, bytes.count)
        let line = lines.line(at: offset)
        let content = lines.content(ofLine: line, in: bytes)
        let start = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : content.lowerBound
        let before = String(
            decoding: bytes[min(start, offset)..<max(min(start, offset), min(offset, content.upperBound))], as: UTF8.self)
        let column = unit == .characters ? before.count : before.unicodeScalars.count
        return TextPosition(line: line, column: column + 1, offset: offset)
    }

    /// The first place of a stretch and the one behind its last.
    func positions(of range: SourceRange, _ unit: ColumnUnit) -> (start: TextPosition, end: TextPosition) {
        (position(at: range.lower, unit), position(at: range.upper, unit))
    }
}
