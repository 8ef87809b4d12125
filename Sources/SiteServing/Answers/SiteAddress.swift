internal import SiteModel

/// The address that a request names, as a place in the site. There is none for what could mean another place to somebody else:
/// empty parts, `.` and `..`, slashes that are written as `%2F`, backslashes, control characters, bytes that are not UTF-8.
func siteAddress(_ target: String) -> String? {
    guard target.utf8.first == 0x2F, isWellEncoded(target) else { return nil }
    let parts = allPathParts(String(target.utf8.dropFirst()) ?? "")
    var decoded: [String] = []
    for (position, part) in parts.enumerated() {
        guard let text = percentDecoded(part), !text.utf8.contains(where: isRefused) else { return nil }
        let isLast = position == parts.count - 1
        guard text != ".", text != "..", !text.isEmpty || isLast else { return nil }
        decoded.append(text)
    }
    return "/" + decoded.joined(separator: "/")
}

private func isRefused(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == 0x2F || byte == 0x5C }

/// Whether two hexadecimal digits stand behind each `%`.
private func isWellEncoded(_ target: String) -> Bool {
    var bytes = Array(target.utf8)[...]
    while let mark = bytes.firstIndex(of: 0x25) {
        bytes = bytes[(mark + 1)...]
        guard bytes.count >= 2, bytes.prefix(2).allSatisfy(isHexadecimal) else { return false }
    }
    return true
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}
