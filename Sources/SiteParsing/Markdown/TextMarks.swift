import SiteModel

/// What a text holds that takes libcmark-gfm time to look for: at each full stop, quotation mark, `w` and so on it cuts a text into
/// pieces. Most short texts hold none of it.
struct TextMarks {
    /// A bare address may stand in it: there is `www.`, `://` or `@`, which may also be written as an entity.
    private(set) var mayHoldAddress = false
    /// There are quotation marks or apostrophes, `--` or `..`, which smart punctuation changes.
    private(set) var mayBeSmart = false

    init(in text: UnsafeBufferPointer<UInt8>) {
        var index = Self.offsetOfMark(in: text, from: 0)
        while index < text.count, !mayHoldAddress || !mayBeSmart {
            let next = index + 1 < text.count ? text[index + 1] : 0
            switch text[index] {
            case 0x22, 0x27: mayBeSmart = true
            case 0x26, 0x40: mayHoldAddress = true
            case 0x3A where next == 0x2F: mayHoldAddress = true
            case 0x2D where next == 0x2D: mayBeSmart = true
            case 0x2E:
                if next == 0x2E { mayBeSmart = true }
                if index >= 3, text[index - 1] == 0x77, text[index - 2] == 0x77, text[index - 3] == 0x77 { mayHoldAddress = true }
            default: break
            }
            index = Self.offsetOfMark(in: text, from: index + 1)
        }
    }

    /// The offset of the next of `" & ' - . : @`.
    private static func offsetOfMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        offset(
            in: text, from: start,
            of: {
                let quotes: ByteMask = ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x27))
                let smart: ByteMask = ($0 .== SIMD16(repeating: 0x2D)) .| ($0 .== SIMD16(repeating: 0x2E))
                let addresses: ByteMask =
                    ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x3A)) .| ($0 .== SIMD16(repeating: 0x40))
                return quotes .| smart .| addresses
            },
            or: { marks.contains($0) })
    }
}

private let marks = ByteSet("\"&'-.:@")
