internal import SiteModel

/// Appends text with the five characters that HTML gives a meaning replaced, byte for byte as markupsafe does.
func appendEscaped(_ string: String, to output: inout ByteBuffer) {
    // All texts here are native, so there is always a place to read them at; a variable to make one would count a reference.
    if string.utf8.withContiguousStorageIfAvailable({ appendEscaped($0, to: &output) }) == nil {
        Array(string.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &output) }
    }
}

/// The same over bytes: runs that need no escaping are appended whole.
func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    var runStart = 0
    var index = offsetOfSpecial(in: bytes, from: 0)
    while index < bytes.count {
        output.append(bytes: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        entity(for: bytes[index]).withUTF8Buffer { output.append(bytes: $0) }
        runStart = index + 1
        index = offsetOfSpecial(in: bytes, from: runStart)
    }
    output.append(bytes: UnsafeBufferPointer(rebasing: bytes[runStart..<bytes.count]))
}

/// The offset of the next of the five.
private func offsetOfSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    offset(
        in: bytes, from: start,
        of: {
            ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x3E))
                .| ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x27))
        },
        or: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 })
}

private func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&#34;"
    default: "&#39;"
    }
}
