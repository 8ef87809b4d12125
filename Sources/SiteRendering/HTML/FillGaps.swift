package import SiteModel

/// Fills in what a written text leaves open.
struct GapFiller: ~Copyable {
    let text: LinkedMarkup
    let style: HTMLStyle
    /// Renders a container from its name, values and inner HTML.
    let container: (Container, [UInt8]) -> [UInt8]
    private(set) var output: ByteBuffer
    /// Where in the output the containers begin that are open, the outermost first.
    private var starts: [Int] = []

    /// `size` is how many bytes are expected.
    init(_ text: LinkedMarkup, _ style: HTMLStyle, size: Int, container: @escaping (Container, [UInt8]) -> [UInt8]) {
        output = ByteBuffer(capacity: size)
        self.text = text
        self.style = style
        self.container = container
    }

    /// Appends a part of the text: the bytes from one offset to another, and the gaps that stand among them.
    mutating func append(_ written: WrittenText, bytes: Range<Int>, gaps: Range<Int>) {
        written.withParts { html, all in
            var position = bytes.lowerBound
            for index in gaps {
                let gap = all.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<WrittenText.Gap>.size, as: WrittenText.Gap.self)
                output.append(bytes: UnsafeBufferPointer(rebasing: html[position..<gap.offset]))
                position = gap.offset
                fill(gap.kind, gap.index)
            }
            output.append(bytes: UnsafeBufferPointer(rebasing: html[position..<bytes.upperBound]))
        }
    }

    private mutating func fill(_ kind: WrittenText.Kind?, _ index: Int) {
        switch kind {
        case .address: appendAddress(text.hrefs[index])
        case .image: appendAddress(text.imageSources[index])
        case .imageMarks: marks(ofImage: index)
        case .headingID: headingID(text.headingIDs[index])
        case .headingLevel: output.append(levelDigit(text.markup.headings[index].level, shiftedBy: style.headingShift))
        case .word: output.appendEscaped(style.words[WrittenText.Word(rawValue: index) ?? .note])
        case .container: starts.append(output.count)
        case .containerEnd: endContainer(index)
        case nil: break
        }
    }

    private mutating func appendAddress(_ address: String) {
        if let base = style.base { output.appendHref(address, on: base) } else { output.appendHref(address) }
    }

    private mutating func marks(ofImage index: Int) {
        if let size = text.imageSizes[index] { output.append(text: " width=\"\(size.width)\" height=\"\(size.height)\"") }
        if index != style.promptImage { output.append(" loading=\"lazy\" decoding=\"async\"") }
    }

    private mutating func headingID(_ id: String) {
        guard !id.isEmpty else { return }
        output.append(" id=\"")
        output.appendEscaped(id)
        output.append("\"")
    }

    private mutating func endContainer(_ index: Int) {
        let block = text.markup.containers[index]
        let start = starts.popLast() ?? output.count
        let inner = output.array(from: start)
        output.cut(to: start)
        // Elsewhere, what a site offers readers is no part of the text.
        if style.base != nil, showsRecord(block) { return }
        let html = container(block, inner)
        output.append(contentsOf: style.base.map { CleanedHTML(html, $0).output.array } ?? html)
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }
}

extension WrittenText {
    /// The finished HTML.
    func filled(_ text: LinkedMarkup, _ style: HTMLStyle, container: @escaping (Container, [UInt8]) -> [UInt8]) -> [UInt8] {
        if gapCount == 0 { return withParts { html, _ in Array(html) } }
        return filled(text, style, bytes: 0..<size, gaps: 0..<gapCount, container)
    }

    /// What stands before the first heading, and the rest. Footnotes stay with the rest, at the end.
    func filledParts(
        _ text: LinkedMarkup, _ style: HTMLStyle, container: @escaping (Container, [UInt8]) -> [UInt8]
    ) -> (lead: [UInt8], body: [UInt8]) {
        let lead = lead
        let first = filled(text, style, bytes: 0..<lead.bytes, gaps: 0..<lead.gaps, container)
        let rest = filled(text, style, bytes: lead.bytes..<size, gaps: lead.gaps..<gapCount, container)
        return (first, rest)
    }

    private func filled(
        _ text: LinkedMarkup, _ style: HTMLStyle, bytes: Range<Int>, gaps: Range<Int>,
        _ container: @escaping (Container, [UInt8]) -> [UInt8]
    ) -> [UInt8] {
        var filler = GapFiller(text, style, size: bytes.count + 64 * gaps.count, container: container)
        filler.append(self, bytes: bytes, gaps: gaps)
        return filler.output.array
    }
}

/// The HTML of a text that stands alone, from its tree: for the tests of the specifications.
package func html(_ text: LinkedMarkup, _ style: HTMLStyle) -> [UInt8] {
    HTMLWriter.written(text.markup, style).filled(text, style) { $1 }
}

/// Whether a block is one of the two that show a record of `site.yml`.
func showsRecord(_ container: Container) -> Bool { container.name == "cta" || container.name == "contact" }

extension AlertKind {
    /// What stands over it.
    var word: WrittenText.Word {
        switch self {
        case .note: .note
        case .tip: .tip
        case .important: .important
        case .warning: .warning
        case .caution: .caution
        }
    }
}

/// The level of a heading in its tag, so many levels lower than it is written.
func levelDigit(_ level: Int, shiftedBy shift: Int) -> UInt8 { 0x30 + UInt8(min(level + shift, 6)) }
