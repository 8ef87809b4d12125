import SiteModel

/// What a text may hold that takes libcmark-gfm time to look for: an extension looks at every line or character, and at each full
/// stop, quotation mark, `w` and so on a text is cut into pieces. Most short texts hold none of it.
struct TextMarks {
    /// Those that may find something. An address begins with `www.` or holds `://` or `@`, which may also be written as an entity; a
    /// table has a pipe or, in its second row, a colon beside a dash or a control character that counts as a space there.
    private(set) var extensions: GFMExtensions = .footnotes
    /// There are quotation marks or apostrophes, `--` or `..`, which smart punctuation changes.
    private(set) var mayBeSmart = false

    init(in text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        // The last byte has none behind it.
        while index + 16 < text.count, extensions != .site || !mayBeSmart {
            forEachHit(of: Self.marks(in: text, at: index)) { note(text[index + $0], before: text[index + $0 + 1]) }
            index += 16
        }
        if extensions == .site, mayBeSmart { return }
        for position in index..<text.count {
            note(text[position], before: position + 1 < text.count ? text[position + 1] : 0)
        }
    }

    private mutating func note(_ byte: UInt8, before next: UInt8) {
        switch (byte, next) {
        case (0x22, _), (0x27, _), (0x2D, 0x2D), (0x2E, 0x2E): mayBeSmart = true
        case (0x26, _), (0x40, _), (0x3A, 0x2F), (0x77, 0x77): extensions.insert(.autolink)
        case (0x7C, _), (0x3A, 0x2D), (0x2D, 0x3A), (0x0B, _), (0x0C, _): extensions.insert(.table)
        case (0x5B, 0x20), (0x5B, 0x58), (0x5B, 0x78): extensions.insert(.taskList)
        case (0x7E, _): extensions.insert(.strikethrough)
        default: break
        }
    }

    /// Where `note` has something to say among sixteen bytes, of which another one follows the last.
    @inline(__always)
    private static func marks(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> ByteMask {
        let raw = UnsafeRawBufferPointer(text)
        let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let next = raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        let quotes: ByteMask = (bytes .== SIMD16(repeating: 0x22)) .| (bytes .== SIMD16(repeating: 0x27))
        let entities: ByteMask = (bytes .== SIMD16(repeating: 0x26)) .| (bytes .== SIMD16(repeating: 0x40))
        let others: ByteMask =
            (bytes .== SIMD16(repeating: 0x5B)) .| (bytes .== SIMD16(repeating: 0x7C)) .| (bytes .== SIMD16(repeating: 0x7E))
        let spaces: ByteMask = (bytes .== SIMD16(repeating: 0x0B)) .| (bytes .== SIMD16(repeating: 0x0C))
        let dashes: ByteMask = bytes .== SIMD16(repeating: 0x2D)
        let colons: ByteMask = bytes .== SIMD16(repeating: 0x3A)
        let doubled: ByteMask = dashes .| (bytes .== SIMD16(repeating: 0x2E)) .| (bytes .== SIMD16(repeating: 0x77))
        let behindColons: ByteMask = (next .== SIMD16(repeating: 0x2F)) .| (next .== SIMD16(repeating: 0x2D))
        let pairs: ByteMask =
            ((bytes .== next) .& doubled) .| (colons .& behindColons) .| (dashes .& (next .== SIMD16(repeating: 0x3A)))
        return quotes .| entities .| others .| spaces .| pairs
    }
}
