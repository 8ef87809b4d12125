/// The address of a page or file below the site's base URL: `/articles/second-opinion/`.
@usableFromInline
package struct Permalink: Sendable, Hashable, Comparable {
    /// Begins with `/`; ends with `/` for a page. Not percent-encoded.
    @usableFromInline package let path: String

    package init(_ path: String) { self.path = path }

    /// Where the file stands in the output folder: `articles/second-opinion/index.html`.
    package var outputPath: String {
        String(decoding: path.utf8.dropFirst(), as: UTF8.self) + (path.utf8.last == 0x2F ? "index.html" : "")
    }

    /// The path for use in a URL: what RFC 3986 does not allow in a path is percent-encoded.
    @usableFromInline package var encoded: String { percentEncodedPath(path) }

    /// The bytes of `encoded` without its first slash, for what follows the path of a base URL.
    @inlinable
    package func withEncodedRest<Result>(_ take: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        encoded.withBytes { take(UnsafeBufferPointer(rebasing: $0.dropFirst())) }
    }

    @inlinable package static func < (left: Permalink, right: Permalink) -> Bool { left.path < right.path }
    @inlinable package static func == (left: Permalink, right: Permalink) -> Bool { left.path == right.path }
    @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// Percent-encodes the UTF-8 bytes of a path but `unreserved`, `/` and the sub-delimiters that a segment may hold.
package func percentEncodedPath(_ path: String) -> String {
    path.withBytes(isPlainAddress) ? path : percentEncoded(path, keeping: allowedInPath)
}

/// Percent-encodes the UTF-8 bytes of an id for use behind `#` in an absolute URL (RFC 3986 section 3.5).
package func percentEncodedFragment(_ id: String) -> String { percentEncodedPath(id) }

/// Percent-encodes all but RFC 3986's `unreserved`: the form for a value in a query.
package func percentEncodedValue(_ value: String) -> String { percentEncoded(value, keeping: unreserved) }

private let unreserved = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
private let allowedInPath = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$'()*+,:=@;")

/// Whether there are letters of ASCII, digits and `-./:;` only, as in nearly all addresses: what stands for itself in each part of a URL
/// and in HTML.
package func isPlainAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset(
        in: bytes, from: 0,
        of: {
            // With a sign, since such bytes compare in one instruction; all but ASCII are below zero.
            let block = unsafeBitCast($0, to: SIMD16<Int8>.self)
            let small = block | SIMD16(repeating: 0x20)
            let letters: ByteMask = (small .> SIMD16(repeating: 0x60)) .& (small .< SIMD16(repeating: 0x7B))
            let others: ByteMask = (block .> SIMD16(repeating: 0x2C)) .& (block .< SIMD16(repeating: 0x3C))
            return .!(letters .| others)
        },
        or: { ($0 | 0x20) &- 0x61 >= 26 && $0 &- 0x2D >= 15 }) == bytes.count
}

private func percentEncoded(_ text: String, keeping kept: ByteSet) -> String {
    if text.withBytes(kept.containsAll) { return text }
    return text.withBytes { utf8 in
        String(unsafeUninitializedCapacity: utf8.count * 3) { bytes in
            var count = 0
            for byte in utf8 {
                if kept.contains(byte) {
                    bytes[count] = byte
                    count += 1
                } else {
                    (bytes[count], bytes[count + 1], bytes[count + 2]) = (0x25, hexDigit(byte >> 4), hexDigit(byte & 15))
                    count += 3
                }
            }
            return count
        }
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

/// The bytes behind `%XX`, as text; nil where that is not UTF-8.
package func percentDecoded(_ text: String) -> String? {
    guard text.withBytes({ offset(of: 0x25, in: $0, from: 0) < $0.count }) else { return text }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
        if source[index] == 0x25, index + 2 < source.count, let high = hexValue(source[index + 1]),
            let low = hexValue(source[index + 2])
        {
            bytes.append(high << 4 | low)
            index += 3
        } else {
            bytes.append(source[index])
            index += 1
        }
    }
    return String(validating: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}
