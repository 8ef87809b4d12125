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
func splitFrontMatter(_ bytes: [UInt8], lines: LineTable) -> SplitSource {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let firstLine = lines.content(ofLine: 1, in: bytes)
    guard isFence(bytes[max(start, firstLine.lowerBound)..<max(start, firstLine.upperBound)]) else {
        return SplitSource(frontMatter: nil, bodyStart: start)
    }
    let fence = SourceRange(start, start + 3)
    let yamlStart = lines.start(ofLine: 2)
    for line in 2..<max(2, lines.starts.count + 1) where isFence(bytes[lines.content(ofLine: line, in: bytes)]) {
        return SplitSource(
            frontMatter: yamlStart..<lines.start(ofLine: line), bodyStart: lines.start(ofLine: line + 1), fence: fence)
    }
    return SplitSource(frontMatter: nil, bodyStart: bytes.count, isUnclosed: true, fence: fence)
}

private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
}
