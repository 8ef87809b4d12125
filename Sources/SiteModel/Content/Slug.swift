@_spi(_Unicode) internal import Swift

/// The id of a heading by GitHub's rule: NFC, lower case, letters, marks, digits, connectors and hyphens kept, each space a
/// hyphen, the rest dropped (`domain.md` 4.6). Empty where nothing is left.
package func headingSlug(_ text: String) -> String {
    if let slug = asciiHeadingSlug(text) { return slug }
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
    if text.withBytes(isASCII) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
}

/// The same as `headingSlug` for a text of ASCII; nil for others. Most headings are of ASCII, and the properties of characters take
/// time.
private func asciiHeadingSlug(_ text: String) -> String? {
    text.withBytes { utf8 in
        guard isASCII(utf8) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { bytes in
            headingBytes.withUnsafeBufferPointer { kept in
                var count = 0
                for byte in utf8 {
                    bytes[count] = kept[Int(byte)]
                    // What is dropped is written over by the next one.
                    if kept[Int(byte)] != 0 { count += 1 }
                }
                return count
            }
        }
    }
}

/// What a byte of ASCII becomes in the id of a heading; 0 where it is dropped.
private let headingBytes: [UInt8] = (0..<UInt8(0x80)).map { byte in
    if byte == 0x20 { return 0x2D }
    if (0x41...0x5A).contains(byte) { return byte | 0x20 }
    return isKeptInSlug(byte) || byte == 0x2D ? byte : 0
}

/// The same as `pathSlug` for a text of ASCII; nil for others.
private func asciiPathSlug(_ text: String) -> String? {
    asciiWords(of: text, joinedBy: 0x2D, passingOver: 0x27) { isKeptInSlug($0) }
}

/// The words of a text of ASCII in small letters, each a row of bytes for which `isKept` holds, with one byte between them; nil for other
/// texts. A byte that is passed over neither stands in a word nor ends it.
package func asciiWords(
    of text: String, joinedBy joiner: UInt8, passingOver passed: UInt8? = nil, where isKept: (UInt8) -> Bool
) -> String? {
    text.withBytes { utf8 in
        guard isASCII(utf8) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { bytes in
            var count = 0
            var isPending = false
            for byte in utf8 where byte != passed {
                guard isKept(byte) else {
                    isPending = count > 0
                    continue
                }
                // In the place of a byte that was dropped.
                if isPending {
                    bytes[count] = joiner
                    count += 1
                }
                isPending = false
                bytes[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
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
