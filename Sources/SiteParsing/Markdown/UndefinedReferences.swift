import CCMarkGFM
import SiteModel

/// References that nothing defines: `[text][name]` and `[^note]` stay in the page as they are, brackets and all.
extension MarkupBuilder {
    /// Reports them in running text, the last of the tree, of a block.
    mutating func checkReferences(_ content: Range<Int>, in node: OpaquePointer) {
        guard source.marks.mayHaveReferences,
            markup.tree.withBytes(from: content.lowerBound, { offset(of: 0x5B, in: $0, from: 0) < $0.count })
        else { return }
        var rest: Range<Int>?
        // Each search that finds nothing goes through all the rest.
        var searches = 20
        for position in markup.tree.level(content) where markup.tree[position].kind == .text {
            let text = markup.tree.withWords(of: markup.tree[position]) { Array($0) }
            for reference in undefinedReferences(in: text) where searches > 0 {
                let range = rest ?? written(node)
                guard let start = first(reference, in: range) else {
                    searches -= 1
                    continue
                }
                report(reference, at: start)
                rest = (start + reference.count)..<range.upperBound
            }
        }
    }

    /// Where a block stands in the file.
    private func written(_ node: OpaquePointer) -> Range<Int> {
        let around = position(of: node)
        return around.lower..<max(around.lower, min(around.upper, source.file.count))
    }

    /// The reference as the author wrote it; one with a backslash in it is meant as text and is not found.
    private mutating func report(_ reference: [UInt8], at start: Int) {
        let text = String(decoding: reference, as: UTF8.self)
        let isNote = text.hasPrefix("[^")
        diagnostics.add(
            .undefinedReference, "nothing defines '\(text)'",
            at: source.location(SourceRange(start, start + reference.count)),
            help: isNote
                ? "add '\(text): …' below the text, or write '\\[' if it is no footnote"
                : "add a line '[name]: address' below the text, or write '\\[' if it is no link")
    }

    private func first(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        guard range.count >= bytes.count else { return nil }
        return (range.lowerBound...(range.upperBound - bytes.count)).first { offset in
            source.file[offset] == bytes[0] && (offset == 0 || source.file[offset - 1] != 0x5C)
                && source.file[offset..<(offset + bytes.count)].elementsEqual(bytes)
        }
    }
}

/// `[text][name]` and `[^note]`, each from its first bracket to its last.
private func undefinedReferences(in text: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var index = 0
    while let open = text[index...].firstIndex(of: 0x5B), let close = text[open...].firstIndex(of: 0x5D) {
        index = close + 1
        let isNote = close > open + 2 && text[open + 1] == 0x5E && !text[open...close].contains(0x20)
        if isNote {
            found.append(Array(text[open...close]))
        } else if index < text.count, text[index] == 0x5B, let end = text[index...].firstIndex(of: 0x5D), end > index + 1,
            close > open + 1
        {
            found.append(Array(text[open...end]))
            index = end + 1
        }
    }
    return found
}
