import SiteModel

// The words inside `{{ }}` and `{% %}`.
extension Lexer {
    mutating func lexTag(from start: Int, isPrint: Bool) {
        tokens.append(Token(kind: isPrint ? .printBegin : .tagBegin, range: SourceRange(start, position)))
        while true {
            position = diagnostics.isFull ? bytes.count : skippingSpace(position)
            if closeTag(isPrint: isPrint) { return }
            if position >= bytes.count || startsTag(at: position) {
                return leaveUnclosedTag(from: start, isPrint: isPrint)
            }
            lexWord(isPrint: isPrint)
        }
    }

    /// Ends the tag when its closing delimiter stands here.
    private mutating func closeTag(isPrint: Bool) -> Bool {
        let first = isPrint ? Byte.rightBrace : Byte.percent
        let mayHaveSign = byte(at: position) == Byte.minus || (!isPrint && byte(at: position) == Byte.plus)
        let sign = mayHaveSign ? byte(at: position) : 0
        let close = sign == 0 ? position : position + 1
        guard byte(at: close) == first, byte(at: close + 1) == Byte.rightBrace else { return false }
        let range = SourceRange(position, close + 2)
        tokens.append(Token(kind: isPrint ? .printEnd : .tagEnd, range: range))
        endTag(at: close + 2, sign: sign, trimsLine: !isPrint)
        return true
    }

    private func startsTag(at index: Int) -> Bool {
        byte(at: index) == Byte.leftBrace && Opening(rawValue: byte(at: index + 1)) != nil
    }

    private mutating func leaveUnclosedTag(from start: Int, isPrint: Bool) {
        let (opening, closing) = isPrint ? ("{{", "}}") : ("{%", "%}")
        let rest = (start + 2)..<max(start + 2, position)
        diagnostics.forget(in: rest)
        report("'\(opening)' is never closed", start, start + 2, help: "close it with '\(closing)'")
        unclosed.append(rest)
        tokens.append(Token(kind: isPrint ? .printEnd : .tagEnd, range: SourceRange(position, position)))
        endTag(at: position, sign: 0, trimsLine: false)
    }

    private mutating func lexWord(isPrint: Bool) {
        let byte = bytes[position]
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F: lexName()
        case 0x30...0x39: lexNumber()
        case 0x22, 0x27: lexString(quote: byte, isPrint: isPrint)
        default: lexSymbol()
        }
    }

    private mutating func lexName() {
        let start = position
        while isNameByte(byte(at: position)) { position += 1 }
        append(.name(String(decoding: bytes[start..<position], as: UTF8.self)), from: start)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39: true
        default: false
        }
    }

    /// Whole numbers, `_` between digits allowed.
    private mutating func lexNumber() {
        let start = position
        while isNameByte(byte(at: position)) { position += 1 }
        if byte(at: position) == 0x2E, (0x30...0x39).contains(byte(at: position + 1)) {
            position += 1
            while isNameByte(byte(at: position)) { position += 1 }
            report("numbers with a fraction are not supported", start, position)
            return append(.int(0), from: start)
        }
        let digits = String(decoding: bytes[start..<position].filter { $0 != 0x5F }, as: UTF8.self)
        guard let number = Int(digits) else {
            report("'\(String(decoding: bytes[start..<position], as: UTF8.self))' is not a whole number", start, position)
            return append(.int(0), from: start)
        }
        append(.int(number), from: start)
    }

    private mutating func lexSymbol() {
        let start = position
        if let symbol = Symbol(bytes[position], byte(at: position + 1)) ?? Symbol(bytes[position]) {
            position += symbol.rawValue.utf8.count
            return append(.symbol(symbol), from: start)
        }
        position += 1
        while byte(at: position) & 0xC0 == 0x80 { position += 1 }
        let character = String(decoding: bytes[start..<position], as: UTF8.self)
        let message = character == "{" ? "objects in braces are not supported" : "'\(character)' has no meaning here"
        report(message, start, position)
        append(.invalid, from: start)
    }

    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, range: SourceRange(start, position)))
    }
}
