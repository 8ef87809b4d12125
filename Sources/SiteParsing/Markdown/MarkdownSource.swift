import SiteModel

/// A Markdown text and where its bytes stand in the file.
struct MarkdownSource {
    let path: String
    /// The whole file.
    let file: [UInt8]
    /// The text, in bytes of the file.
    let range: Range<Int>
    /// Its lines.
    let lines: LineTable
    let marks: TextMarks
    /// Where every message points, for a text whose places in the file are not known.
    let quotedAt: SourceRange?

    /// The text from an offset of the file to its end. `scan` has looked at it.
    init(file: [UInt8], _ scan: TextScan, from start: Int, path: String) {
        self.init(file: file, scan, from: start, path: path, quotedAt: nil)
    }

    /// A text that came out of a YAML value: all its messages point at that value.
    init(quoting text: String, at place: SourceRange, path: String) {
        let file = Array(text.utf8)
        self.init(file: file, TextScan(file), from: 0, path: path, quotedAt: place)
    }

    private init(file: [UInt8], _ scan: TextScan, from start: Int, path: String, quotedAt: SourceRange?) {
        self.path = path
        self.file = file
        self.quotedAt = quotedAt
        range = start..<file.count
        lines = LineTable(starts: scan.lineStarts, length: file.count)
        marks = scan.marks
    }

    /// The place of a node, from libcmark-gfm's lines and columns, which count from 1 within the text, in bytes, and include
    /// the last byte.
    func range(_ startLine: Int, _ startColumn: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(offset(startLine, startColumn), offset(endLine, endColumn) + 1)
    }

    func offset(_ line: Int, _ column: Int) -> Int {
        min(lines.start(ofLine: line) + max(column, 1) - 1, file.count)
    }

    /// The bytes of a line of the text, without its ending.
    func line(_ number: Int) -> ArraySlice<UInt8> { file[rangeOfLine(number)] }

    func rangeOfLine(_ number: Int) -> Range<Int> { lines.content(ofLine: number, in: file) }

    /// How many headings there are about: lines that begin with '#'.
    var headingCount: Int { lines.starts.count { $0 < file.count && file[$0] == 0x23 } }

    func location(_ range: SourceRange) -> SourceLocation { SourceLocation(path, quotedAt ?? range) }
}
