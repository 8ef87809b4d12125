/// A tag as it stands in HTML.
struct Tag {
    /// In small letters.
    var name: String
    var isEnd: Bool
    /// Ends in `/>`.
    var isEmpty = false
    var attributes: [Attribute] = []

    struct Attribute {
        var name: String
        /// Its references decoded, those that addresses and words of a theme have; nil where the attribute has no value.
        var value: String?
    }
}

/// Reads the tag at the start of some HTML, as browsers do (HTML Standard 13.2.5).
struct TagReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ html: ArraySlice<UInt8>) { rest = html }

    /// Whether HTML that begins with `<` begins with a tag.
    static func isTag(_ html: ArraySlice<UInt8>) -> Bool {
        let inner = html.dropFirst()
        guard let first = (inner.first == UInt8(ascii: "/") ? inner.dropFirst() : inner).first else { return false }
        return (0x61...0x7A).contains(first | 0x20)
    }

    /// Nil, with nothing left to read, where the tag does not end.
    mutating func tag() -> Tag? {
        rest = rest.dropFirst()
        let isEnd = rest.first == UInt8(ascii: "/")
        if isEnd { rest = rest.dropFirst() }
        var tag = Tag(name: word { !isBlank($0) && $0 != 0x2F && $0 != 0x3E }, isEnd: isEnd)
        while true {
            _ = word(while: isBlank)
            guard let next = rest.first else { return nil }
            switch next {
            case UInt8(ascii: ">"):
                rest = rest.dropFirst()
                return tag
            case UInt8(ascii: "/"):
                rest = rest.dropFirst()
                tag.isEmpty = rest.first == UInt8(ascii: ">")
            default:
                guard let attribute = attribute() else { return nil }
                tag.attributes.append(attribute)
            }
        }
    }

    private mutating func attribute() -> Tag.Attribute? {
        let first = rest.removeFirst()
        let name =
            String(decoding: [first], as: UTF8.self).lowercased() + word { !isBlank($0) && ![0x2F, 0x3E, 0x3D].contains($0) }
        _ = word(while: isBlank)
        guard rest.first == UInt8(ascii: "=") else { return Tag.Attribute(name: name, value: nil) }
        rest = rest.dropFirst()
        _ = word(while: isBlank)
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else {
            let end = rest.firstIndex { isBlank($0) || $0 == 0x3E } ?? rest.endIndex
            return take(name, until: end)
        }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else {
            rest = []
            return nil
        }
        defer { rest = rest.dropFirst() }
        return take(name, until: end)
    }

    private mutating func take(_ name: String, until end: Int) -> Tag.Attribute {
        let value = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
        return Tag.Attribute(name: name, value: Self.decoded(value))
    }

    private mutating func word(while isPart: (UInt8) -> Bool) -> String {
        let end = rest.firstIndex { !isPart($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(decoding: rest[..<end], as: UTF8.self).lowercased()
    }

    /// The five references that escaping writes, and numbers; others stand as they are.
    static func decoded(_ value: String) -> String {
        let parts = value.utf8.split(separator: 0x26, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return value }
        return String(decoding: parts[0], as: UTF8.self)
            + parts.dropFirst().map { part in
                let end = part.firstIndex(of: 0x3B) ?? part.startIndex
                guard let character = character(String(decoding: part[..<end], as: UTF8.self)) else {
                    return "&" + String(decoding: part, as: UTF8.self)
                }
                return character + String(decoding: part[part.index(after: end)...], as: UTF8.self)
            }.joined()
    }

    private static func character(_ name: String) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return name.hasPrefix("#") ? number.flatMap(Unicode.Scalar.init).map { String($0) } : nil
        }
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D }
