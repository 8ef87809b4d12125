package import SiteModel

/// The largest source file, in bytes. libcmark-gfm needs up to 260 bytes of memory for each byte of a page.
package let sourceSizeLimit = 1 << 20

/// Says what keeps a file from being text: its size, UTF-16, bytes that are not UTF-8, control characters. An empty
/// result means that the bytes are UTF-8 without NUL.
package func checkBytes(_ bytes: [UInt8], path: String) -> Diagnostics {
    if let diagnostic = checkSize(bytes, path: path) { return Diagnostics([diagnostic]) }
    return bytes.withUnsafeBufferPointer(isPlainASCII) ? Diagnostics() : checkCharacters(bytes, path: path)
}

func checkSize(_ bytes: [UInt8], path: String) -> Diagnostic? {
    guard bytes.count > sourceSizeLimit else { return nil }
    return Diagnostic(
        .fileTooLarge, "\(bytes.count) bytes, where a source has at most \(sourceSizeLimit)", at: SourceLocation(path),
        help: "split the text into several files")
}

/// The part of `checkBytes` that has nothing to say of ASCII that can be seen, spaces, tabs and line ends.
func checkCharacters(_ bytes: [UInt8], path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    if isUTF16(bytes) {
        diagnostics.add(
            .notUTF8, "the file is UTF-16, not UTF-8", at: SourceLocation(path, SourceRange(0, 2)), help: "save it as UTF-8")
        return diagnostics
    }
    if let offset = firstInvalidByte(bytes) {
        diagnostics.add(
            .notUTF8, "byte \(hexadecimal(bytes[offset])) at offset \(offset) is not UTF-8",
            at: SourceLocation(path, SourceRange(offset, offset + 1)), help: "save the file as UTF-8")
        return diagnostics
    }
    if let refused = firstRefusedCharacter(bytes) {
        diagnostics.add(
            .controlCharacter, refused.message, at: SourceLocation(path, SourceRange(refused.offset, refused.offset + 1)),
            help: "delete it")
    }
    return diagnostics
}

/// By its byte order mark, or by a NUL beside each of the first letters.
private func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let nuls = bytes.prefix(4).map { $0 == 0 }
    return nuls == [false, true, false, true] || nuls == [true, false, true, false]
}

/// Controls but tab, line feed and carriage return, and the noncharacters U+FFFE and U+FFFF: none is of use in a page, and an
/// XML feed with most of them is no XML. Those from U+0080 on are what Windows' quotes and dashes become when a program takes
/// them for Latin-1. The bytes are UTF-8.
private func firstRefusedCharacter(_ bytes: [UInt8]) -> (offset: Int, message: String)? {
    for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF {
        switch byte {
        case 0x09, 0x0A, 0x0D: continue
        case 0xC2:
            if bytes[offset + 1] < 0xA0, bytes[offset + 1] != 0x85 {
                return (offset, "control character U+00\(hexadecimal(bytes[offset + 1]))")
            }
        case 0xEF:
            if bytes[offset + 1] == 0xBF, bytes[offset + 2] >= 0xBE {
                return (offset, "U+FFF\(bytes[offset + 2] == 0xBE ? "E" : "F"), which is no character")
            }
        default: return (offset, "control character U+00\(hexadecimal(byte))")
        }
    }
    return nil
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
}

/// The offset of the first byte that cannot stand in well-formed UTF-8 (Unicode 15, table 3-7), or nil.
private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        guard let form = SequenceForm(lead: lead), index + form.length <= bytes.count,
            form.second.contains(bytes[index + 1]),
            bytes[(index + 2)..<max(index + 2, index + form.length)].allSatisfy({ (0x80...0xBF).contains($0) })
        else { return index }
        index += form.length
    }
    return nil
}

/// What a lead byte promises: how many bytes, and which may come second.
private struct SequenceForm {
    let length: Int
    let second: ClosedRange<UInt8>

    init?(lead: UInt8) {
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
    }
}
