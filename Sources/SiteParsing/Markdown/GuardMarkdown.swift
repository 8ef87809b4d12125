import SiteModel

/// How deep blocks and running text may stand in each other.
let nestingLimit = 100

/// Refuses, before it is parsed, what libcmark-gfm 0.29.0.gfm.6 needs more than linear time or memory for
/// (`reliability.md` 1.2 and 1.5). The limits are far above what people write: no real page is known to meet them.
func guardMarkdown(_ source: MarkdownSource) -> Diagnostics {
    var scan = ComplexityScan()
    return source.file.withUnsafeBufferPointer { scan.run(source, $0) }
}

private struct ComplexityScan {
    private var diagnostics = Diagnostics()
    private var definitions = DefinitionCounts()
    /// The line on which the block at hand begins; nil behind a blank line.
    private var blockStart: Int?
    /// How long the block is so far, in bytes of its content.
    private var blockSize = 0
    private var isRefused = false

    /// A shorter block meets no limit, however its bytes are chosen: 533 columns and 267 rows are the most that it can cost.
    private static let shortest = 800

    mutating func run(_ source: MarkdownSource, _ file: UnsafeBufferPointer<UInt8>) -> Diagnostics {
        let count = source.lines.starts.count
        for number in 1..<count + 1 where !isRefused {
            let range = source.rangeOfLine(number)
            let (depth, content) = markers(UnsafeBufferPointer(rebasing: file[range]))
            if depth > nestingLimit {
                report(
                    .nestedTooDeep, "lists and quotes stand in each other more than \(nestingLimit) deep",
                    at: range.lowerBound + content, of: source)
            } else if content == range.count {
                endBlock(before: number, source, file)
            } else {
                blockStart = blockStart ?? number
                blockSize += range.count - content
                definitions.total += range.count
            }
        }
        endBlock(before: count + 1, source, file)
        return diagnostics
    }

    /// Looks closer at the block that ends, where it is long enough to be worth it.
    private mutating func endBlock(before end: Int, _ source: MarkdownSource, _ file: UnsafeBufferPointer<UInt8>) {
        guard let start = blockStart, !isRefused else { return }
        if blockSize >= Self.shortest { count(start..<end, source, file) }
        (blockStart, blockSize) = (nil, 0)
        guard definitions.areLong, !isRefused else { return }
        definitions.countUses(in: file[source.range.lowerBound..<source.lines.start(ofLine: end)])
        if let reason = definitions.reason { report(.tooComplex, reason, at: definitions.place, of: source) }
    }

    private mutating func count(_ lines: Range<Int>, _ source: MarkdownSource, _ file: UnsafeBufferPointer<UInt8>) {
        var block = BlockCounts()
        var table = TableCounts()
        var first: Int?
        for number in lines where !isRefused {
            let range = source.rangeOfLine(number)
            let line = UnsafeBufferPointer(rebasing: file[range])
            let content = markers(line).content
            let start = first ?? range.lowerBound + content
            first = start
            let pipes = block.pipes
            block.count(line, from: content)
            table.count(line, from: content, pipes: block.pipes - pipes)
            definitions.count(line, from: content, at: range.lowerBound)
            if let reason = table.reason ?? block.reason { report(.tooComplex, reason, at: start, of: source) }
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, at place: Int, of source: MarkdownSource) {
        isRefused = true
        diagnostics.add(code, message, at: source.location(SourceRange(place, place)), help: "split or simplify this part")
    }

    /// How many containers a line opens or goes on with, and where its content begins.
    private func markers(_ line: UnsafeBufferPointer<UInt8>) -> (depth: Int, content: Int) {
        var depth = 0
        var index = 0
        while index < line.count {
            switch line[index] {
            case 0x20, 0x09: break
            case 0x3E: depth += 1
            case 0x2D, 0x2A, 0x2B:
                guard index + 1 == line.count || line[index + 1] == 0x20 || line[index + 1] == 0x09 else { return (depth, index) }
                depth += 1
            case 0x30...0x39:
                guard let end = orderedMarker(line, from: index) else { return (depth, index) }
                depth += 1
                index = end - 1
            default: return (depth, index)
            }
            index += 1
        }
        return (depth, index)
    }

    private func orderedMarker(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < line.count, index - start < 10, (0x30...0x39).contains(line[index]) { index += 1 }
        guard index < line.count, line[index] == 0x2E || line[index] == 0x29 else { return nil }
        return index + 1
    }
}
