/// Text with marks in it: `1️⃣`, `2️⃣`, `3️⃣` stand before the places that a test speaks of, and are taken out before anything else
/// reads the text.
///
/// ```swift
/// MarkedText("See [x](1️⃣/gone)").text  // "See [x](/gone)"
/// ```
package struct MarkedText: Sendable {
    /// Without the marks.
    package private(set) var bytes: [UInt8] = []
    /// The offset in `bytes` of each mark, by its digit.
    package private(set) var offsets: [Int: Int] = [:]

    package init(_ text: String) { self.init(Array(text.utf8)) }

    /// Looks for the marks among bytes and not characters, so that a mark joins nothing and stands anywhere, even in text that
    /// is not UTF-8.
    package init(_ marked: [UInt8]) {
        var index = 0
        while index < marked.count {
            let digit = Int(marked[index]) - 0x30
            if (1...9).contains(digit), marked[(index + 1)...].starts(with: MarkedText.keycap) {
                offsets[digit] = bytes.count
                index += 1 + MarkedText.keycap.count
            } else {
                bytes.append(marked[index])
                index += 1
            }
        }
    }

    /// The same with another line ending in the place of LF.
    package func ending(linesWith end: [UInt8]) -> MarkedText {
        var result = self
        result.bytes = bytes.flatMap { $0 == 0x0A ? end : [$0] }
        result.offsets = offsets.mapValues { offset in
            offset + bytes[..<offset].reduce(0) { $0 + ($1 == 0x0A ? end.count - 1 : 0) }
        }
        return result
    }

    /// The same with more text at an offset.
    package func inserting(_ text: String, at offset: Int) -> MarkedText {
        var result = self
        result.bytes.insert(contentsOf: Array(text.utf8), at: offset)
        result.offsets = offsets.mapValues { $0 >= offset ? $0 + text.utf8.count : $0 }
        return result
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The line and column of a mark, counted from 1, columns in characters. Counts for itself, so that the program's own
    /// counting is tested against another.
    package func position(of mark: Int) -> (line: Int, column: Int)? {
        guard let offset = offsets[mark] else { return nil }
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        for index in 0..<offset where isLineEnd(index) {
            line += 1
            start = index + 1
        }
        return (line, String(decoding: bytes[start..<offset], as: UTF8.self).count + 1)
    }

    private func isLineEnd(_ index: Int) -> Bool {
        bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
    }

    /// U+FE0F U+20E3, which make a digit an emoji.
    private static let keycap = Array("\u{FE0F}\u{20E3}".utf8)
}
