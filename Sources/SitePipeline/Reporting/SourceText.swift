package import SiteModel

/// Where a diagnostic points, as people count: lines and columns from 1, columns in characters.
package struct HumanPlace: Sendable, Equatable {
    package var line: Int
    package var column: Int
    /// The line's text without its ending.
    package var text: String
    /// How many characters of the line the range covers; at least 1.
    package var length: Int
}

extension HumanPlace {
    package init(_ range: SourceRange, in bytes: [UInt8]) { self.init(range, in: bytes, LineTable(bytes)) }

    /// With the table of the text's lines, which takes longer to make than all the rest.
    init(_ range: SourceRange, in bytes: [UInt8], _ lines: LineTable) {
        let lower = min(range.lower, bytes.count)
        line = lines.line(at: lower)
        let content = lines.content(ofLine: line, in: bytes)
        let start = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, content.upperBound) : content.lowerBound
        let before = String(decoding: bytes[start..<max(start, min(lower, content.upperBound))], as: UTF8.self)
        text = String(decoding: bytes[start..<max(start, content.upperBound)], as: UTF8.self)
        column = before.count + 1
        let end = max(min(range.upper, content.upperBound), min(lower, content.upperBound))
        length = max(1, String(decoding: bytes[min(lower, end)..<end], as: UTF8.self).count)
    }
}
