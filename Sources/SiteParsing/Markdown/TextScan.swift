import CScan
import SiteModel

/// What one look at the bytes of a text tells: where its lines begin, and which marks it may hold.
struct TextScan {
    /// The offset of each line's first byte. A line ends at LF, CRLF or CR, as in CommonMark 0.29 section 2.1.
    private(set) var lineStarts: [Int]
    private(set) var marks = TextMarks()
    /// All of it is ASCII that can be seen, spaces, tabs and line ends.
    private(set) var isPlainASCII = true
    /// Where the row begins that was last found to be one of dashes.
    private var dashedRow = -1

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        lineStarts = [start]
        lineStarts.reserveCapacity((bytes.count - start) / 64 + 2)
        // 4 KB at a time.
        let blocks = 64
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blocks) { marks in
            guard let marks = marks.baseAddress, let text = bytes.baseAddress else { return }
            for place in stride(from: start, to: bytes.count, by: 64 * blocks) {
                var isASCII = true
                martlet_marks(text + place, bytes.count - place, blocks, marks, &isASCII)
                if !isASCII { isPlainASCII = false }
                for block in 0..<min(blocks, (bytes.count - place + 63) / 64) {
                    noteAll(marks[block], at: place + 64 * block, in: bytes, from: start)
                }
            }
        }
    }

    /// Notes the bytes behind a place for which there is a bit.
    private mutating func noteAll(_ bits: UInt64, at place: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var rest = bits
        while rest != 0 {
            note(place + rest.trailingZeroBitCount, in: bytes, from: start)
            rest &= rest - 1
        }
    }

    init(_ text: [UInt8], from start: Int = 0) {
        self = text.withUnsafeBufferPointer { TextScan($0, from: start) }
    }

    /// Looks at a byte that may mean something, and at those beside it.
    private mutating func note(_ position: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        switch bytes[position] {
        case 0x0A: lineStarts.append(position + 1)
        case 0x0D: if next != 0x0A { lineStarts.append(position + 1) }
        case 0x09: break
        case 0x00..<0x20, 0x7F:
            isPlainASCII = false
            marks.note(bytes[position], before: next, behind: 0)
        // Once that is not so, nobody asks again, however long the line is.
        case 0x2D where next == 0x2D && !marks.mayBeSmart && isBelowTableHeader(in: bytes): marks.hasDashesOfTable = true
        default: marks.note(bytes[position], before: next, behind: position > start ? bytes[position - 1] : 0x0A)
        }
    }
}

/// Tables, in whose second row dashes are no text.
extension TextScan {
    /// Whether the line at hand is the second row of a table: behind an empty line, a row, and one of as many cells with nothing but
    /// dashes and colons. There are other tables, but what stands there would be text in other places.
    private mutating func isBelowTableHeader(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (row, lines) = (lineStarts[lineStarts.count - 1], lineStarts.count)
        if row == dashedRow { return true }
        guard bytes[row] == 0x7C, lines >= 2, lines == 2 || lineStarts[lines - 3] == lineStarts[lines - 2] - 1,
            let dashes = cells(at: row, in: bytes), let header = cells(at: lineStarts[lines - 2], in: bytes),
            dashes.count == header.count, dashes.allSatisfy(isDelimiter),
            // Raw HTML that begins further above may end in what looks like a header.
            !header.contains(where: { $0.contains(0x3E) })
        else { return false }
        dashedRow = row
        return true
    }

    /// The cells of a row `| … | … |`; nil for another line, and where a backslash may change what a pipe means.
    private func cells(
        at start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Slice<UnsafeBufferPointer<UInt8>>]? {
        let line = bytes[start..<offset(of: 0x0A, in: bytes, from: start)]
        guard line.count > 2, line.first == 0x7C, line.last == 0x7C, !line.contains(0x5C) else { return nil }
        return line.dropFirst().dropLast().split(separator: 0x7C, omittingEmptySubsequences: false)
    }

    /// `---`, `:---`, `---:` or `:---:` between spaces.
    private func isDelimiter(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let words = cell.split(separator: 0x20)
        guard words.count == 1 else { return false }
        let dashes = words[0].dropFirst(words[0].first == 0x3A ? 1 : 0)
        return dashes.first == 0x2D && dashes.dropLast(dashes.last == 0x3A ? 1 : 0).allSatisfy { $0 == 0x2D }
    }
}

/// What a text may hold that takes time to look for: libcmark-gfm's extensions look at every line or character, and at each full
/// stop, quotation mark, `w` and so on it cuts a text into pieces. Most short texts hold none of it.
struct TextMarks {
    /// Those that may find something. An address begins with `www.` or holds `://` or `@`, which may also be written as an entity; a
    /// table has a pipe or, in its second row, a colon beside a dash or a control character that counts as a space there. The `^` of
    /// a footnote may be written as an entity or behind a backslash.
    private(set) var extensions: GFMExtensions = []
    /// There are quotation marks or apostrophes, `--` or `...`, which smart punctuation changes.
    private(set) fileprivate var mayBeSmart = false
    /// There are `--` in rows of tables, which it does not change.
    fileprivate var hasDashesOfTable = false
    /// There is a line that begins with `:::`, or with one colon before another.
    private(set) var mayHaveContainers = false
    /// There is `[^` or `][`, with which references begin or go on.
    private(set) var mayHaveReferences = false

    /// Whether smart punctuation may find something, beside such extensions.
    func mayBeSmart(beside extensions: GFMExtensions) -> Bool {
        mayBeSmart || hasDashesOfTable && !extensions.contains(.table)
    }

    fileprivate mutating func note(_ byte: UInt8, before next: UInt8, behind last: UInt8) {
        switch (byte, next) {
        case (0x22, _), (0x27, _), (0x2D, 0x2D): mayBeSmart = true
        case (0x2E, 0x2E): if last == 0x2E { mayBeSmart = true }
        case (0x26, _), (0x40, _), (0x77, 0x77): extensions.insert(.autolink)
        case (0x7C, _), (0x0B, _), (0x0C, _): extensions.insert(.table)
        case (0x7E, _): extensions.insert(.strikethrough)
        case (0x3A, _): noteColon(before: next, behind: last)
        case (0x5B, _): noteBracket(before: next, behind: last)
        default: break
        }
    }

    private mutating func noteColon(before next: UInt8, behind last: UInt8) {
        if next == 0x2F { extensions.insert(.autolink) }
        if next == 0x2D || last == 0x2D { extensions.insert(.table) }
        if next == 0x3A, last == 0x0A || last == 0x0D { mayHaveContainers = true }
    }

    private mutating func noteBracket(before next: UInt8, behind last: UInt8) {
        if last == 0x5D { mayHaveReferences = true }
        switch next {
        case 0x20, 0x58, 0x78: extensions.insert(.taskList)
        case 0x5E:
            extensions.insert(.footnotes)
            mayHaveReferences = true
        case 0x26, 0x5C: extensions.insert(.footnotes)
        default: break
        }
    }
}
