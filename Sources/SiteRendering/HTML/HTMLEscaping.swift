/// Escaping for HTML and for URLs in it, byte for byte as libcmark-gfm does it, over runs of bytes that need none.
extension [UInt8] {
    /// Appends text with `& < > "` escaped, fit for content and for double-quoted attributes.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            appendEscaped(bytes)
        }
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<bytes.count {
            let entity: StaticString
            switch bytes[index] {
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            case 0x22: entity = "&quot;"
            default: continue
            }
            append(contentsOf: bytes[start..<index])
            append(entity)
            start = index + 1
        }
        append(contentsOf: bytes[start...])
    }

    /// Appends a URL for a double-quoted attribute: what may not stand in a URL is percent-encoded, `%XX` is kept.
    mutating func appendHref(_ url: String) {
        for byte in url.utf8 {
            if isSafeInHref(byte) {
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

    mutating func append(_ literal: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(text: String) { append(contentsOf: text.utf8) }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// Letters, digits and `-_.+!*(),%#@?=;:/$~`; `&` and `'` are safe in URLs but have to be escaped in HTML.
private func isSafeInHref(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23, 0x24, 0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true
    default: false
    }
}
