/// The length in bytes of the white space character at `index`; 0 where another character stands. White space is what Python's
/// `str.isspace` and `\s` take for it, because Jinja strips that.
func whitespaceLength(in bytes: [UInt8], at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x20, 0x09...0x0D, 0x1C...0x1F: return 1
    case 0xC2:
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        return next == 0x85 || next == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3: return index + 2 < bytes.count && isWideSpace(bytes[index...index + 2]) ? 3 : 0
    default: return 0
    }
}

private func isWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    let code = bytes.dropFirst().reduce(UInt32(bytes.first ?? 0) & 0x0F) { $0 << 6 | UInt32($1) & 0x3F }
    switch code {
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
}

/// A range of bytes without the white space at its start.
func trimmedStart(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound {
        let length = whitespaceLength(in: bytes, at: lower)
        if length == 0 { break }
        lower += length
    }
    return min(lower, range.upperBound)..<range.upperBound
}

/// A range of bytes without the white space at its end.
func trimmedEnd(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound {
        var start = upper - 1
        while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard whitespaceLength(in: bytes, at: start) == upper - start else { break }
        upper = start
    }
    return range.lowerBound..<upper
}
