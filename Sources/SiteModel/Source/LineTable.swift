/// Where the lines of a text begin. A line ends at LF, CRLF or CR, as in CommonMark 0.29 section 2.1.
package struct LineTable: Sendable {
    /// The offset of each line's first byte.
    package let starts: [Int]
    /// Where the text ends.
    package let length: Int

    package init(_ text: borrowing [UInt8]) {
        var starts = [0]
        for index in text.indices where text[index] == 0x0A || text[index] == 0x0D {
            let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
            if !isPair { starts.append(index + 1) }
        }
        self.init(starts: starts, length: text.count)
    }

    /// For a text whose lines are known.
    package init(starts: [Int], length: Int) {
        self.starts = starts
        self.length = length
    }

    /// The offset of the first byte of a line counted from 1; the end of the text for a line past the last.
    package func start(ofLine line: Int) -> Int {
        line >= 1 && line <= starts.count ? starts[line - 1] : length
    }

    /// The bytes of a line counted from 1, its ending left out.
    package func content(ofLine line: Int, in text: borrowing [UInt8]) -> Range<Int> {
        let lower = start(ofLine: line)
        var upper = start(ofLine: line + 1)
        while upper > lower, text[upper - 1] == 0x0A || text[upper - 1] == 0x0D { upper -= 1 }
        return lower..<upper
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
