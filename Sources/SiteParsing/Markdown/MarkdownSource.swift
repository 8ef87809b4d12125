import SiteModel

/// A Markdown text and where its bytes stand in the file.
struct MarkdownSource {
    let path: String
    /// The whole file.
    let file: [UInt8]
    let lines: LineTable
    /// The text, in bytes of the file.
    let range: Range<Int>
    /// The line of the file, counted from 1, on which the text begins.
    let firstLine: Int
    /// Where every message points, for a text whose places in the file are not known.
    let quotedAt: SourceRange?

    /// The text from an offset of the file to its end.
    init(file: [UInt8], lines: LineTable, from start: Int, path: String) {
        self.path = path
        self.file = file
        self.lines = lines
        range = start..<file.count
        firstLine = lines.line(at: start)
        quotedAt = nil
    }

    /// A text that came out of a YAML value: all its messages point at that value.
    init(quoting text: String, at place: SourceRange, path: String) {
        self.path = path
        file = Array(text.utf8)
        lines = LineTable(file)
        range = 0..<file.count
        firstLine = 1
        quotedAt = place
    }

    /// The place of a node, from libcmark-gfm's lines and columns, which count from 1 within the text, in bytes, and include
    /// the last byte.
    func range(_ startLine: Int, _ startColumn: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(offset(startLine, startColumn), offset(endLine, endColumn) + 1)
    }

    func offset(_ line: Int, _ column: Int) -> Int {
        // The text's first line may begin within a line of the file, behind a byte order mark.
        let start = line == 1 ? range.lowerBound : lines.start(ofLine: firstLine + line - 1)
        return min(start + max(column, 1) - 1, file.count)
    }

    /// The bytes of a line of the text, without its ending.
    func line(_ number: Int) -> ArraySlice<UInt8> { file[rangeOfLine(number)] }

    func rangeOfLine(_ number: Int) -> Range<Int> {
        let content = lines.content(ofLine: firstLine + number - 1, in: file)
        return max(content.lowerBound, range.lowerBound)..<max(content.upperBound, range.lowerBound)
    }

    func location(_ range: SourceRange) -> SourceLocation { SourceLocation(path, quotedAt ?? range) }
}
