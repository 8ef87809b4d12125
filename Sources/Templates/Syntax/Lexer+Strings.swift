import SiteModel

// Quoted strings, with Python's escapes.
extension Lexer {
    mutating func lexString(quote: UInt8, isPrint: Bool) {
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                position += 1
                return append(.string(String(decoding: content, as: UTF8.self)), from: start)
            }
            if byte == Byte.backslash {
                lexEscape(into: &content)
            } else {
                if !isFirstOfPair(byte) { content.append(byte == Byte.carriageReturn ? Byte.lineFeed : byte) }
                position += 1
            }
        }
        leaveUnclosedString(from: start, isPrint: isPrint)
    }

    /// Whether a line feed follows: Jinja reads CRLF and CR as LF, in strings too.
    private func isFirstOfPair(_ byte: UInt8) -> Bool {
        byte == Byte.carriageReturn && self.byte(at: position + 1) == Byte.lineFeed
    }

    /// Goes on at the end of the tag in which the string was left open.
    private mutating func leaveUnclosedString(from start: Int, isPrint: Bool) {
        report("this string is never closed", start, start + 1, help: "close it with the quote that opens it")
        let first = isPrint ? Byte.rightBrace : Byte.percent
        position = start + 1
        while position < bytes.count, bytes[position] != first || byte(at: position + 1) != Byte.rightBrace { position += 1 }
        tokens.append(Token(kind: .string(""), range: SourceRange(start, position)))
    }

    private mutating func lexEscape(into content: inout [UInt8]) {
        let start = position
        let letter = byte(at: position + 1)
        position += 2
        switch letter {
        case 0x6E: content.append(0x0A)
        case 0x74: content.append(0x09)
        case 0x72: content.append(0x0D)
        case 0x61: content.append(0x07)
        case 0x62: content.append(0x08)
        case 0x66: content.append(0x0C)
        case 0x76: content.append(0x0B)
        case 0x22, 0x27, 0x5C: content.append(letter)
        case 0x0A: break
        case 0x78: lexCode(digits: 2, from: start, into: &content)
        case 0x75: lexCode(digits: 4, from: start, into: &content)
        case 0x55: lexCode(digits: 8, from: start, into: &content)
        case 0x30...0x37, 0x4E: report("this escape is not supported", start, position, help: "write '\\u' and four digits")
        default:
            content.append(Byte.backslash)
            position = start + 1
        }
    }

    /// The character with a hexadecimal number.
    private mutating func lexCode(digits: Int, from start: Int, into content: inout [UInt8]) {
        let end = min(position + digits, bytes.count)
        let code = UInt32(String(decoding: bytes[min(position, end)..<end], as: UTF8.self), radix: 16)
        guard end - position == digits, let scalar = code.flatMap(Unicode.Scalar.init) else {
            return report("this escape names no character", start, min(position, bytes.count))
        }
        position = end
        content.append(contentsOf: String(Character(scalar)).utf8)
    }
}
