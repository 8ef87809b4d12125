@_spi(_Unicode) internal import Swift

/// The id of a heading by GitHub's rule: NFC, lower case, letters, marks, digits, connectors and hyphens kept, each space a
/// hyphen, the rest dropped (`domain.md` 4.6). Empty where nothing is left.
package func headingSlug(_ text: String) -> String {
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
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
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
