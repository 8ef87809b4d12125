@_spi(_Unicode) internal import Swift

/// The id of a heading by GitHub's rule: NFC, lower case, letters, marks, digits, connectors and hyphens kept, each space a
/// hyphen, the rest dropped (`domain.md` 4.6). Empty where nothing is left.
package func headingSlug(_ text: String) -> String {
    if let slug = ascii(text, { $0 == 0x20 ? 0x2D : isKeptInSlug($0) || $0 == 0x2D ? $0 : nil }) { return slug }
    var slug = String.UnicodeScalarView()
    for scalar in normalized(text).lowercased().unicodeScalars {
        if scalar == " " {
            slug.append("-")
        } else if scalar == "-" || isKeptInSlug(scalar) {
            slug.append(scalar)
        }
    }
    return normalized(String(slug))
}

/// A name for a URL: as `headingSlug`, but with every run of other characters one hyphen, none at the ends, and no
/// apostrophes.
package func pathSlug(_ text: String) -> String {
    if let slug = asciiPathSlug(text) { return slug }
    var slug = String.UnicodeScalarView()
    var isPending = false
    for scalar in normalized(text).lowercased().unicodeScalars where scalar != "'" && scalar != "\u{2019}" {
        if isKeptInSlug(scalar) {
            if isPending, !slug.isEmpty { slug.append("-") }
            isPending = false
            slug.append(scalar)
        } else {
            isPending = true
        }
    }
    return normalized(String(slug))
}

/// Unicode normalization form C, the form in which browsers find an id that was typed on a Mac.
package func normalized(_ text: String) -> String {
    var text = text
    if text.withUTF8(isASCII) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
}

/// A text of ASCII in small letters, each byte mapped or dropped; nil for one that has other characters. Most titles are of ASCII,
/// and the properties of characters take time.
@inline(__always)
private func ascii(_ text: String, _ mapped: (UInt8) -> UInt8?) -> String? {
    var text = text
    return text.withUTF8 { utf8 in
        guard isASCII(utf8) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { bytes in
            var count = 0
            for byte in utf8 {
                guard let kept = mapped((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) else { continue }
                bytes[count] = kept
                count += 1
            }
            return count
        }
    }
}

/// The same as `pathSlug` for a text of ASCII; nil for others.
private func asciiPathSlug(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { utf8 in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isPending = false
        for byte in utf8 where byte != 0x27 {
            guard byte < 0x80 else { return nil }
            if isKeptInSlug(byte) {
                if isPending, !bytes.isEmpty { bytes.append(0x2D) }
                isPending = false
                bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                isPending = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The same of an ASCII byte.
@inline(__always)
private func isKeptInSlug(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
}

private func isKeptInSlug(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": return true
        default: return false
        }
    }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
}
