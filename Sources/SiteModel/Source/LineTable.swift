/// Where the lines of a text begin. A line ends at LF, CRLF or CR, as in CommonMark 0.29 section 2.1.
package struct LineTable: Sendable {
    /// The offset of each line's first byte.
    package let starts: [Int]
    /// The length of the text in bytes.
    package let length: Int

    package init(_ text: borrowing [UInt8]) {
        var starts = [0]
        starts.reserveCapacity(text.count / 40 + 8)
        text.withUnsafeBufferPointer { bytes in
            if offset(of: 0x0D, in: bytes, from: 0) == bytes.count {
                return forEachOffset(of: 0x0A, in: bytes) { starts.append($0 + 1) }
            }
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x0A {
                    starts.append(index)
                } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
                    starts.append(index)
                }
            }
        }
        self.starts = starts
        self.length = text.count
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
