internal import SiteModel

/// What text is written into: an array, or the buffer of a page.
protocol ByteSink: ~Copyable {
    mutating func append(_ byte: UInt8)
    mutating func append(bytes: UnsafeBufferPointer<UInt8>)
}

extension ByteBuffer: ByteSink {}

extension [UInt8]: ByteSink {
    mutating func append(bytes: UnsafeBufferPointer<UInt8>) { append(contentsOf: bytes) }
}

/// Escaping for HTML and for URLs in it, byte for byte as libcmark-gfm does it, over runs of bytes that need none.
extension ByteSink where Self: ~Copyable {
    /// Appends text with `& < > "` escaped, fit for content and for double-quoted attributes.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            appendEscaped(bytes)
        }
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = offsetOfSpecial(in: bytes, from: 0)
        while index < bytes.count {
            append(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            switch bytes[index] {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            default: append("&quot;")
            }
            start = index + 1
            index = offsetOfSpecial(in: bytes, from: start)
        }
        append(bytes: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// Appends words of a tree, which need no look where all of it is plain.
    @inline(__always)
    mutating func appendWords(_ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
        if isPlain { append(bytes: bytes) } else { appendEscaped(bytes) }
    }

    /// Appends a URL for a double-quoted attribute: what may not stand in a URL is percent-encoded, `%XX` is kept.
    mutating func appendHref(_ url: String) {
        var url = url
        let safe = safeInHref
        url.withUTF8 { bytes in
            if safe.containsAll(bytes) { return append(bytes: bytes) }
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

    mutating func append(_ literal: StaticString) {
        append(bytes: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(bytes: $0) }
    }
}

extension MarkupTree {
    /// None of its words needs escaping.
    var isPlain: Bool { withBytes(from: 0) { offsetOfSpecial(in: $0, from: 0) == $0.count } }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// `&` and `'` are safe in URLs but have to be escaped in HTML.
private let safeInHref = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@_~")

/// The offset of the next of `& < > "`.
private func offsetOfSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    offset(
        in: bytes, from: start,
        of: {
            ($0 .== SIMD16(repeating: 0x26)) .| ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x3E))
                .| ($0 .== SIMD16(repeating: 0x22))
        },
        or: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
}
