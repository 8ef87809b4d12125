import SiteModel

/// What a block holds.
struct BlockCounts {
    var pipes = 0
    var openers = 0
    private var bytes = 0
    private var closers = 0
    private var emphasis = 0
    private var unclosed = 0
    private var images = 0
    private var ats = 0
    private var notes = 0
    private var quotes = 0
    /// The most that one line has of `|` times brackets.
    private var cells = 0
    private var word = AddressCounts()

    mutating func count(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
        bytes += line.count - start
        let before = (pipes, openers)
        var index = offsetOfCounted(in: line, from: start)
        while index < line.count {
            let next = index + 1 < line.count ? line[index + 1] : 0
            switch line[index] {
            case 0x7C: pipes += 1
            case 0x5B:
                openers += 1
                if next == 0x5E { notes += 1 }
            case 0x5D: closers += 1
            case 0x5F:
                if index > start, line[index - 1] == 0x2E { word.count(line, around: index - 1) }
                emphasis += 1
            case 0x2A, 0x7E: emphasis += 1
            case 0x3C where next == 0x3F || next == 0x21: unclosed += 1
            case 0x21 where next == 0x5B: images += 1
            case 0x40: ats += 1
            case 0x22, 0x27: quotes += 1
            case 0x3A where next == 0x2F: word.count(line, around: index)
            default: break
            }
            index = offsetOfCounted(in: line, from: index + 1)
        }
        word.endLine()
        cells = max(cells, (pipes - before.0) * (openers - before.1))
    }

    /// Why the block is refused.
    var reason: String? {
        if emphasis > 20_000 { return "\(emphasis) marks of emphasis in one block (at most 20000)" }
        if images * closers > 10_000_000 { return "\(images) images' brackets in one block" }
        if emphasis * notes > 10_000_000 { return "\(notes) footnote marks among \(emphasis) of emphasis in one block" }
        if unclosed * bytes > 200_000_000 { return "\(unclosed) '<!' or '<?' in one block" }
        if min(ats, 1000) * bytes > 100_000_000 { return "\(ats) '@' in one block" }
        if word.mostWork > 20_000_000 { return "a word of \(word.longest) characters with bare addresses in it" }
        if quotes > 20_000 { return "\(quotes) quotation marks in one block (at most 20000)" }
        if cells > 20_000_000 { return "too many '|' among brackets in one line" }
        return nil
    }
}

/// The offset of the next byte that `BlockCounts` counts: one of `! " ' * : < @ [ ] _ | ~`.
private func offsetOfCounted(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    offset(
        in: line, from: start,
        of: {
            let quotes: ByteMask =
                ($0 .== SIMD16(repeating: 0x21)) .| ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x27))
            let marks: ByteMask =
                ($0 .== SIMD16(repeating: 0x2A)) .| ($0 .== SIMD16(repeating: 0x5F)) .| ($0 .== SIMD16(repeating: 0x7E))
            let brackets: ByteMask =
                ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x5B)) .| ($0 .== SIMD16(repeating: 0x5D))
            let others: ByteMask =
                ($0 .== SIMD16(repeating: 0x3A)) .| ($0 .== SIMD16(repeating: 0x40)) .| ($0 .== SIMD16(repeating: 0x7C))
            return quotes .| marks .| brackets .| others
        },
        or: { countedBytes.contains($0) })
}

private let countedBytes = ByteSet("|[]*_~<!@\"':")

/// Bare addresses within one word, which the autolink extension scans again for each of its beginnings and closing brackets.
private struct AddressCounts {
    private(set) var mostWork = 0
    private(set) var longest = 0
    /// Where the word ends that was counted last, in its line.
    private var end = 0

    /// Counts the word in which an address begins, once.
    mutating func count(_ line: UnsafeBufferPointer<UInt8>, around index: Int) {
        guard index >= end else { return }
        var start = index
        while start > 0, !isBlank(line[start - 1]) { start -= 1 }
        end = index
        while end < line.count, !isBlank(line[end]) { end += 1 }
        var marks = 0
        for position in start..<end {
            let next = position + 1 < line.count ? line[position + 1] : 0
            switch line[position] {
            case 0x2E where next == 0x5F, 0x3A where next == 0x2F, 0x29: marks += 1
            default: break
            }
        }
        if marks * (end - start) > mostWork { (mostWork, longest) = (marks * (end - start), end - start) }
    }

    mutating func endLine() { end = 0 }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The table that the lines of a block may make.
struct TableCounts {
    private var columns = 0
    private var rows = 0
    private var strayDelimiters = 0
    private var bytes = 0

    mutating func count(_ line: UnsafeBufferPointer<UInt8>, from start: Int, pipes: Int) {
        bytes += line.count - start
        if isDelimiterRow(line, from: start) {
            if columns == 0 { columns = pipes + 1 }
            strayDelimiters += 1
        } else if columns > 0 {
            rows += 1
            columns = max(columns, pipes + 1)
        } else if pipes > 0 {
            columns = 0
        }
        if pipes > 1000 { columns = max(columns, pipes) }
    }

    var reason: String? {
        if columns > 1000 { return "a table of \(columns) columns (at most 1000)" }
        if columns * rows > 524_288 || columns * columns * rows > 100_000_000 {
            return "a table of \(columns) columns and \(rows) rows"
        }
        if strayDelimiters > 1, strayDelimiters * bytes > 5_000_000 { return "\(strayDelimiters) delimiter rows in one block" }
        return nil
    }

    private func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var hasDash = false
        for index in start..<line.count {
            switch line[index] {
            case 0x2D: hasDash = true
            case 0x7C, 0x3A, 0x20, 0x09: break
            default: return false
            }
        }
        return hasDash
    }
}

/// Reference definitions, which libcmark-gfm copies at each use without a limit.
struct DefinitionCounts {
    private var longest = 0
    /// Where the longest begins.
    private(set) var place = 0
    private var uses = 0
    /// Up to where in the file the uses are counted.
    private var counted = 0
    /// The bytes of all lines that are not blank.
    var total = 0

    /// Whether one is so long that its uses are worth counting.
    var areLong: Bool { longest > 1000 }

    mutating func count(_ line: UnsafeBufferPointer<UInt8>, from start: Int, at lineStart: Int) {
        guard line[start] == 0x5B, line.count - start > longest, line[start...].contains(0x3A) else { return }
        longest = line.count - start
        place = lineStart + start
    }

    /// Counts the brackets that may use a definition, in the text so far.
    mutating func countUses(in text: Slice<UnsafeBufferPointer<UInt8>>) {
        let rest = max(counted, text.startIndex)..<text.endIndex
        uses += text[rest].count { $0 == 0x5B }
        counted = rest.upperBound
    }

    var reason: String? {
        areLong && longest * uses > 16_000_000 + total
            ? "a reference definition of \(longest) bytes and \(uses) brackets that may use it" : nil
    }
}
