import SiteModel

/// A source cut into its front matter and its text.
struct SplitSource {
    /// The YAML between the fences, in bytes of the file; nil where the file has no front matter.
    var frontMatter: Range<Int>?
    /// Where the Markdown begins.
    var bodyStart: Int
    /// The opening fence has no partner.
    var isUnclosed = false
    /// The opening fence, for messages.
    var fence = SourceRange.start
}

/// Finds the front matter: between a line `---` at the very start of the file (after a byte order mark) and the next line
/// `---`. A fence is a line of its own; blanks may follow it.
func splitFrontMatter(_ bytes: [UInt8]) -> SplitSource {
    bytes.withUnsafeBufferPointer { bytes in
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = Line(at: start, in: bytes)
        guard line.isFence(in: bytes) else { return SplitSource(frontMatter: nil, bodyStart: start) }
        let fence = SourceRange(start, start + 3)
        let yamlStart = line.next
        while line.next < bytes.count {
            line = Line(at: line.next, in: bytes)
            if line.isFence(in: bytes) {
                return SplitSource(frontMatter: yamlStart..<line.start, bodyStart: line.next, fence: fence)
            }
        }
        return SplitSource(frontMatter: nil, bodyStart: bytes.count, isUnclosed: true, fence: fence)
    }
}

/// A line that ends at LF, CRLF or CR.
private struct Line {
    let start: Int
    let end: Int
    /// Where the next one begins.
    let next: Int

    init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        self.start = start
        end = offset(
            in: bytes, from: start, of: { ($0 .== SIMD16(repeating: 0x0A)) .| ($0 .== SIMD16(repeating: 0x0D)) },
            or: { $0 == 0x0A || $0 == 0x0D })
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        next = min(end + (isPair ? 2 : 1), bytes.count)
    }

    func isFence(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard end - start >= 3, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else { return false }
        return bytes[(start + 3)..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
