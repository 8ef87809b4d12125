import SiteModel

/// Reads an XML file up to the end of its first element's opening tag (XML 1.0), as strictly as browsers do: what makes them
/// show nothing is malformed, but for rules about characters.
struct XMLReader {
    private let bytes: [UInt8]
    private var position = 0
    /// The texts that the file's own document type names.
    private var entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    /// Of all of them: each may be ten thousand times as long as what stands in the file.
    private var entityBytes = 0

    struct Element {
        var name: String
        var attributes: [String: String]
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func root() throws(ImageFault) -> Element {
        if skip("<?xml ") { try skip(behind: "?>") }
        while true {
            skipBlanks()
            if skip("<!--") {
                try skip(behind: "-->")
            } else if skip("<?xml ") {
                throw .malformed
            } else if skip("<?") {
                try skip(behind: "?>")
            } else if skip("<!DOCTYPE") {
                try readDocumentType()
            } else if skip("<") {
                return try element()
            } else {
                throw position < bytes.count ? .malformed : .ended
            }
        }
    }

    private mutating func element() throws(ImageFault) -> Element {
        var element = Element(name: try name(), attributes: [:])
        while true {
            skipBlanks()
            let next = try byte()
            if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return element }
            let name = try self.name()
            try expectEquals()
            let value = try decoded(try quoted())
            guard element.attributes.updateValue(value, forKey: name) == nil else { throw .malformed }
        }
    }

    private mutating func expectEquals() throws(ImageFault) {
        skipBlanks()
        guard try byte() == UInt8(ascii: "=") else { throw .malformed }
        position += 1
        skipBlanks()
    }

    /// Up to the `>` that ends a document type, with the declarations that stand in its brackets.
    private mutating func readDocumentType() throws(ImageFault) {
        while true {
            switch try byte() {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try quoted()
            case UInt8(ascii: "["): try readDeclarations()
            case UInt8(ascii: ">"):
                position += 1
                return
            default: position += 1
            }
        }
    }

    private mutating func readDeclarations() throws(ImageFault) {
        position += 1
        while try byte() != UInt8(ascii: "]") {
            if skip("<!ENTITY") {
                try readEntity()
            } else if skip("<!--") {
                try skip(behind: "-->")
            } else if skip("<?") {
                try skip(behind: "?>")
            } else if isQuote(try byte()) {
                _ = try quoted()
            } else {
                position += 1
            }
        }
        position += 1
    }

    /// `<!ENTITY name "text">`. One that stands in another file is passed over, as browsers do.
    private mutating func readEntity() throws(ImageFault) {
        skipBlanks()
        guard try byte() != UInt8(ascii: "%") else { return }
        let name = try self.name()
        skipBlanks()
        guard isQuote(try byte()) else { return }
        let value = try decoded(try quoted())
        guard entities[name] == nil else { return }
        entities[name] = value
        entityBytes += value.utf8.count
        guard entityBytes < 100_000 else { throw .malformed }
    }
}

/// The pieces.
extension XMLReader {
    private func byte() throws(ImageFault) -> UInt8 {
        guard position < bytes.count else { throw .ended }
        return bytes[position]
    }

    /// Whether a literal stands here; then it is passed.
    private mutating func skip(_ literal: String) -> Bool {
        guard bytes[position...].starts(with: literal.utf8) else { return false }
        position += literal.utf8.count
        return true
    }

    private mutating func skip(behind literal: String) throws(ImageFault) {
        while !skip(literal) {
            _ = try byte()
            position += 1
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    }

    private mutating func name() throws(ImageFault) -> String {
        let start = position
        while !endsName(try byte()) { position += 1 }
        guard position > start else { throw .malformed }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// What stands between quotes of either kind.
    private mutating func quoted() throws(ImageFault) -> ArraySlice<UInt8> {
        let quote = try byte()
        guard isQuote(quote) else { throw .malformed }
        let start = position + 1
        repeat { position += 1 } while try byte() != quote
        position += 1
        return bytes[start..<(position - 1)]
    }

    /// A value with the characters and texts that its references stand for, each put in once. A value that grows beyond any
    /// use is refused.
    private func decoded(_ value: ArraySlice<UInt8>) throws(ImageFault) -> String {
        var text: [UInt8] = []
        var rest = value
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")) else { throw .malformed }
            text += rest[..<start]
            text += try replacement(String(decoding: rest[(start + 1)..<end], as: UTF8.self)).utf8
            guard text.count < 10_000 else { throw .malformed }
            rest = rest[(end + 1)...]
        }
        return String(decoding: text + rest, as: UTF8.self)
    }

    private func replacement(_ reference: String) throws(ImageFault) -> String {
        if let text = entities[reference] { return text }
        let isHexadecimal = reference.hasPrefix("#x")
        guard reference.hasPrefix("#"),
            let number = UInt32(reference.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number)
        else { throw .malformed }
        return String(scalar)
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

/// Blanks and `/ < = > " '`.
private func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x3C, 0x3D, 0x3E, 0x22, 0x27: true
    default: isBlank(byte)
    }
}
