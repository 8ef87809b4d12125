import SiteModel

/// What a text may hold that takes libcmark-gfm time to look for: an extension looks at every line or character, and at each full
/// stop, quotation mark, `w` and so on a text is cut into pieces. Most short texts hold none of it.
struct TextMarks {
    /// Those that may find something. An address begins with `www.` or holds `://` or `@`, which may also be written as an entity; a
    /// table has a pipe or, in its second row, a colon beside a dash.
    private(set) var extensions: GFMExtensions = .footnotes
    /// There are quotation marks or apostrophes, `--` or `..`, which smart punctuation changes.
    private(set) var mayBeSmart = false

    init(in text: UnsafeBufferPointer<UInt8>) {
        var index = Self.offsetOfMark(in: text, from: 0)
        while index < text.count, extensions != .site || !mayBeSmart {
            note(text[index], before: index + 1 < text.count ? text[index + 1] : 0, in: text, at: index)
            index = Self.offsetOfMark(in: text, from: index + 1)
        }
    }

    private mutating func note(_ byte: UInt8, before next: UInt8, in text: UnsafeBufferPointer<UInt8>, at index: Int) {
        switch byte {
        case 0x22, 0x27: mayBeSmart = true
        case 0x26, 0x40: extensions.insert(.autolink)
        case 0x2D:
            if next == 0x2D { mayBeSmart = true }
            if next == 0x3A { extensions.insert(.table) }
        case 0x2E:
            if next == 0x2E { mayBeSmart = true }
            if index >= 3, text[(index - 3)..<index].allSatisfy({ $0 == 0x77 }) { extensions.insert(.autolink) }
        case 0x3A:
            if next == 0x2F { extensions.insert(.autolink) }
            if next == 0x2D { extensions.insert(.table) }
        case 0x5B: if next == 0x20 || next | 0x20 == 0x78 { extensions.insert(.taskList) }
        case 0x7C: extensions.insert(.table)
        default: extensions.insert(.strikethrough)
        }
    }

    /// The offset of the next of `" & ' - . : @ [ | ~`.
    private static func offsetOfMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        offset(
            in: text, from: start,
            of: {
                let quotes: ByteMask =
                    ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x27))
                let stops: ByteMask =
                    ($0 .== SIMD16(repeating: 0x2D)) .| ($0 .== SIMD16(repeating: 0x2E)) .| ($0 .== SIMD16(repeating: 0x3A))
                let others: ByteMask =
                    ($0 .== SIMD16(repeating: 0x40)) .| ($0 .== SIMD16(repeating: 0x5B)) .| ($0 .== SIMD16(repeating: 0x7C))
                return quotes .| stops .| others .| ($0 .== SIMD16(repeating: 0x7E))
            },
            or: { marks.contains($0) })
    }
}

private let marks = ByteSet("\"&'-.:@[|~")
