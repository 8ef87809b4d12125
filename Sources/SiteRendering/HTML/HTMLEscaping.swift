internal import SiteModel

/// Escaping for HTML and for URLs in it, byte for byte as libcmark-gfm does it, over runs of bytes that need none.
extension ByteBuffer {
    /// Appends text with `& < > "` escaped, fit for content and for double-quoted attributes.
    mutating func appendEscaped(_ text: String) {
        text.withBytes { appendEscaped($0) }
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while true {
            index = append(bytes, from: index) {
                ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x3E))
                    .| ($0 .== SIMD16(repeating: 0x22))
            }
            guard index < bytes.count else { return }
            switch bytes[index] {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            default: append("&quot;")
            }
            index += 1
        }
    }

    /// Appends a URL for a double-quoted attribute: what may not stand in a URL is percent-encoded, `%XX` is kept.
    mutating func appendHref(_ url: String) {
        let safe = safeInHref
        url.withBytes { bytes in
            if isPlainAddress(bytes) || safe.containsAll(bytes) { return append(bytes: bytes) }
            for byte in bytes {
                if safe.contains(byte) {
                    append(byte)
                } else if byte == 0x26 {
                    append("&amp;")
                } else if byte == 0x27 {
                    append("&#x27;")
                } else {
                    append(0x25)
                    append(hexDigit(byte >> 4))
                    append(hexDigit(byte & 15))
                }
            }
        }
    }

    /// The same for a reference on a page that is read elsewhere: with scheme and host.
    mutating func appendHref(_ reference: String, on base: PageBase) {
        guard base.isPlainPath(reference) else { return appendHref(base.absolute(reference)) }
        appendHref(base.origin)
        appendHref(reference)
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// `&` and `'` are safe in URLs but have to be escaped in HTML.
private let safeInHref = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@_~")
