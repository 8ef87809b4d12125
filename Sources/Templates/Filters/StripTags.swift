/// The text of HTML, as markupsafe's `striptags` gives it: without comments and tags, white space runs as one space,
/// character references replaced (numbers, and the names that Markdown and editors produce).
func strippedOfTags(_ html: String) -> String {
    let bytes = withoutTags(withoutComments(Array(html.utf8)))
    return String(decoding: unescaped(collapsed(bytes)), as: UTF8.self)
}

private let commentStart = Array("<!--".utf8)
private let commentEnd = Array("-->".utf8)

private func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        result.append(bytes[index])
        index += 1
        guard result.suffix(4).elementsEqual(commentStart) else { continue }
        guard let end = endOfComment(bytes, index) else { return result + bytes[index...] }
        result.removeLast(4)
        index = end
    }
    return result
}

/// Where the text goes on after a comment whose `<!--` ends at `index`; the end may share the dashes of the start.
private func endOfComment(_ bytes: [UInt8], _ index: Int) -> Int? {
    if bytes[index...].starts(with: [0x3E]) { return index + 1 }
    if bytes[index...].starts(with: [0x2D, 0x3E]) { return index + 2 }
    return occurrence(of: commentEnd, in: bytes, from: index).map { $0 + 3 }
}

private func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == 0x3C {
            guard let end = bytes[index...].firstIndex(of: 0x3E) else { return result + bytes[index...] }
            index = end + 1
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}

/// Every run of white space as one space, none at the ends.
private func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    var isPending = false
    while index < bytes.count {
        let length = whitespaceLength(in: bytes, at: index)
        if length > 0 {
            isPending = !result.isEmpty
            index += length
            continue
        }
        if isPending { result.append(0x20) }
        isPending = false
        result.append(bytes[index])
        index += 1
    }
    return result
}

private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == 0x26, let end = bytes[index...].prefix(12).firstIndex(of: 0x3B),
            let scalar = character(String(decoding: bytes[index + 1..<end], as: UTF8.self))
        {
            result += Array(String(Character(scalar)).utf8)
            index = end + 1
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}

private func character(_ reference: String) -> Unicode.Scalar? {
    if let named = namedCharacters[reference] { return named }
    guard reference.hasPrefix("#") else { return nil }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code >= 0x20, !(0x7F...0x9F).contains(code) else { return nil }
    return Unicode.Scalar(code)
}

private let namedCharacters: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "copy": "©", "reg": "®",
    "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "bull": "•", "middot": "·", "times": "×", "deg": "°", "euro": "€", "pound": "£", "sect": "§", "para": "¶",
    "larr": "←", "rarr": "→", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
]
