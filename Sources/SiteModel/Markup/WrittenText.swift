/// A text as HTML, with gaps for what its own source does not decide: where links lead, which ids headings get, the words of the
/// page's language, the theme's blocks. Whoever renders a page fills them in, and the tree is not needed any more.
///
/// It is one row of bytes, so that it can be put away beside others and read where it stands.
package struct WrittenText: Sendable, Equatable {
    /// Three numbers of 32 bits (`Head`), the gaps, the HTML.
    package let packed: ArraySlice<UInt8>

    /// `lead` is how many bytes and gaps stand before the first heading or footnote of the text's own level.
    package init(_ html: borrowing ByteBuffer, gaps: [Gap], lead: (bytes: Int, gaps: Int) = (0, 0)) {
        var output = ByteBuffer(capacity: html.count + gaps.count * MemoryLayout<Gap>.size + MemoryLayout<Head>.size)
        WrittenText.pack(html, gaps: gaps, lead: lead, into: &output)
        packed = output.array[...]
    }

    /// Appends a text to others, in the form of `packed`.
    package static func pack(
        _ html: borrowing ByteBuffer, gaps: [Gap], lead: (bytes: Int, gaps: Int) = (0, 0), into output: inout ByteBuffer
    ) {
        let head = Head(leadBytes: UInt32(lead.bytes), leadGaps: UInt32(lead.gaps), gaps: UInt32(gaps.count))
        withUnsafeBytes(of: head) { output.append(raw: $0) }
        gaps.withUnsafeBytes { output.append(raw: $0) }
        html.withBytes { output.append(bytes: $0) }
    }

    /// A text that was put away: `packed` is what it was.
    package init(packed: ArraySlice<UInt8>) { self.packed = packed }

    private struct Head: BitwiseCopyable {
        var leadBytes: UInt32
        var leadGaps: UInt32
        var gaps: UInt32

        /// That of what stands before the HTML.
        var size: Int { MemoryLayout<Head>.size + Int(gaps) * MemoryLayout<Gap>.size }
    }

    private var head: Head { packed.withUnsafeBytes { $0.loadUnaligned(as: Head.self) } }

    /// How many bytes and gaps stand before the first heading or footnote of the text's own level.
    package var lead: (bytes: Int, gaps: Int) {
        let head = head
        return (Int(head.leadBytes), Int(head.leadGaps))
    }

    package var gapCount: Int { Int(head.gaps) }

    /// How many bytes the HTML has without what fills the gaps.
    package var size: Int { packed.count - head.size }

    /// Lends the HTML without what fills the gaps, and the gaps in the order of the text, at whatever place in memory.
    package func withParts<Result>(
        _ body: (_ html: UnsafeBufferPointer<UInt8>, _ gaps: UnsafeRawBufferPointer) -> Result
    ) -> Result {
        packed.withUnsafeBufferPointer { packed in
            let all = UnsafeRawBufferPointer(packed)
            let size = all.loadUnaligned(as: Head.self).size
            return body(
                UnsafeBufferPointer(rebasing: packed[size...]),
                UnsafeRawBufferPointer(rebasing: all[MemoryLayout<Head>.size..<size]))
        }
    }

    /// Which link, image, heading, word or container stands where.
    @usableFromInline
    package struct Gap: Sendable, BitwiseCopyable {
        // In one number, since it is written away as it is: no source is so long that it has an index of more than 24 bits.
        @usableFromInline let value: UInt64

        /// `index` is that in the list of the `Markup`.
        package init(offset: Int, kind: Kind, index: Int) {
            precondition(index < 1 << 24)
            value = UInt64(UInt32(offset)) << 32 | UInt64(index) << 8 | UInt64(kind.rawValue)
        }

        /// Before which of the bytes it stands.
        @inlinable package var offset: Int { Int(value >> 32) }
        @inlinable package var index: Int { Int(value >> 8 & 0xFF_FFFF) }
        /// Nil for nothing that was written as a gap.
        @inlinable package var kind: Kind? { Kind(rawValue: UInt8(truncatingIfNeeded: value)) }
    }

    @usableFromInline
    package enum Kind: UInt8, Sendable {
        /// The address of a link, for a double-quoted attribute.
        case address
        /// The address of an image.
        case image
        /// Width, height and manner of loading of an image, as attributes.
        case imageMarks
        /// The attribute `id` of a heading.
        case headingID
        /// A word of the page's language; the index is the raw value of a `Word`.
        case word
        /// Where the content of a container begins and ends.
        case container, containerEnd
        /// The digit in the tags of a heading, where it depends on what the text is shown under.
        case headingLevel
    }

    /// What is said around a text in the language of its page.
    package enum Word: Int, Sendable, CaseIterable {
        case note, tip, important, warning, caution
        /// The name of a scrolling table.
        case table
        /// The name of the link from a footnote back to the text.
        case backToContent
        /// The names of the boxes of tasks.
        case taskDone, taskOpen
    }
}
