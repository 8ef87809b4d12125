package import SiteModel

/// The largest source file, in bytes. libcmark-gfm needs up to 260 bytes of memory for each byte of a page.
package let sourceSizeLimit = 1 << 20

/// Says what keeps a file from being text: its size, UTF-16, bytes that are not UTF-8, control characters. An empty
/// result means that the bytes are UTF-8 without NUL.
package func checkBytes(_ bytes: [UInt8], path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    if bytes.count > sourceSizeLimit {
        diagnostics.add(
            .fileTooLarge, "\(bytes.count) bytes, where a source has at most \(sourceSizeLimit)", at: SourceLocation(path),
            help: "split the text into several files")
        return diagnostics
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
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
    if let offset = bytes.firstIndex(where: isRefusedControl) {
        diagnostics.add(
            .controlCharacter, "control character U+00\(hexadecimal(bytes[offset]))",
            at: SourceLocation(path, SourceRange(offset, offset + 1)), help: "delete it")
    }
    return diagnostics
}

/// Every C0 control but tab, line feed and carriage return, and DEL: none is allowed in XML feeds or of use in a page.
private func isRefusedControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
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
