internal import SiteModel

/// Appends text with the five characters that HTML gives a meaning replaced, byte for byte as markupsafe does.
func appendEscaped(_ string: String, to output: inout ByteBuffer) {
    string.withBytes { appendEscaped($0, to: &output) }
}

/// The same over bytes.
func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    var index = 0
    while true {
        index = output.append(bytes, from: index) {
            ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x3E))
                .| ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x27))
        }
        guard index < bytes.count else { return }
        output.append(entity(for: bytes[index]))
        index += 1
    }
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
