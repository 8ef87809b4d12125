internal import SiteModel

/// Strings of JSON (RFC 8259 section 7).
extension ByteBuffer {
    /// Appends text as a string, quotes included. For a `script` element no `<`, `>`, `&` or line separator of Unicode is left.
    mutating func appendJSON(_ text: String, forScript: Bool) {
        append(0x22)
        appendJSONContent(text, forScript: forScript)
        append(0x22)
    }

    /// The same without quotes, for a string in several parts.
    mutating func appendJSONContent(_ text: String, forScript: Bool) {
        text.withBytes { appendJSONContent($0, forScript: forScript) }
    }

    mutating func appendJSONContent(_ bytes: UnsafeBufferPointer<UInt8>, forScript: Bool) {
        var index = appendJSONWords(bytes, from: 0, forScript: forScript)
        while index < bytes.count {
            let (escape, length) = jsonEscape(at: index, in: bytes, forScript: forScript)
            if let escape { append(escape) } else { append(bytes[index]) }
            index = appendJSONWords(bytes, from: index + length, forScript: forScript)
        }
    }

    /// Text with `& < > "` escaped for HTML, as a part of a string for a `script` element.
    mutating func appendHTMLInJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = appendJSONWords(bytes, from: 0, forScript: true)
        while index < bytes.count {
            let (escape, length) = jsonEscape(at: index, in: bytes, forScript: true)
            switch bytes[index] {
            case 0x26: append("\\u0026amp;")
            case 0x3C: append("\\u0026lt;")
            case 0x3E: append("\\u0026gt;")
            case 0x22: append("\\u0026quot;")
            default: if let escape { append(escape) } else { append(bytes[index]) }
            }
            index = appendJSONWords(bytes, from: index + length, forScript: true)
        }
    }

    /// Appends what stands for itself from an offset on; gives back where it ends. Most bytes do. Of those past ASCII only the line
    /// separators do not, which begin with E2.
    private mutating func appendJSONWords(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, forScript: Bool) -> Int {
        guard forScript else {
            return append(bytes, from: start) {
                ($0 .< SIMD16(repeating: 0x20)) .| ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x5C))
            }
        }
        return append(bytes, from: start) {
            ($0 .< SIMD16(repeating: 0x20)) .| ($0 .== SIMD16(repeating: 0x22)) .| ($0 .== SIMD16(repeating: 0x26))
                .| ($0 .== SIMD16(repeating: 0x3C)) .| ($0 .== SIMD16(repeating: 0x3E)) .| ($0 .== SIMD16(repeating: 0x5C))
                .| ($0 .== SIMD16(repeating: 0xE2))
        }
    }
}

/// What stands for the character at an index, nil for itself, and how many bytes it has.
private func jsonEscape(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, forScript: Bool) -> (StaticString?, Int) {
    guard bytes[index] == 0xE2 else { return (jsonEscape(of: bytes[index], forScript: forScript), 1) }
    guard forScript, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return (nil, 1) }
    switch bytes[index + 2] {
    case 0xA8: return ("\\u2028", 3)
    case 0xA9: return ("\\u2029", 3)
    default: return (nil, 1)
    }
}

/// What stands for a character that may not stand for itself; nil for all others.
private func jsonEscape(of byte: UInt8, forScript: Bool) -> StaticString? {
    switch byte {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case 0x3C: forScript ? "\\u003C" : nil
    case 0x3E: forScript ? "\\u003E" : nil
    case 0x26: forScript ? "\\u0026" : nil
    case 0x00..<0x20: controlCodes[Int(byte)]
    default: nil
    }
}

private let controlCodes: [StaticString] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008", "\\u0009", "\\u000A",
    "\\u000B", "\\u000C", "\\u000D", "\\u000E", "\\u000F", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015",
    "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001A", "\\u001B", "\\u001C", "\\u001D", "\\u001E", "\\u001F",
]
