import SiteModel

// What is skipped or copied without looking inside: comments and `{% raw %}`.
extension Lexer {
    mutating func skipComment(from start: Int) {
        var index = position
        while index < bytes.count {
            if bytes[index] == Byte.hash, byte(at: index + 1) == Byte.rightBrace {
                let sign = index > position && isSign(bytes[index - 1]) ? bytes[index - 1] : 0
                return endTag(at: index + 2, sign: sign, trimsLine: true)
            }
            index += 1
        }
        report("this comment is never closed", start, start + 2, help: "close it with '#}'")
        endTag(at: bytes.count, sign: 0, trimsLine: false)
    }

    /// Where the text of `{% raw %}` begins, when the tag that was just opened is one.
    func rawTagEnd() -> Int? {
        guard let afterName = offset(after: "raw", at: position) else { return nil }
        let end = skippingSpace(afterName)
        let sign = byte(at: end) == Byte.minus ? Byte.minus : 0
        let close = sign == 0 ? end : end + 1
        guard byte(at: close) == Byte.percent, byte(at: close + 1) == Byte.rightBrace else { return nil }
        return sign == 0 ? close + 2 : trimmedStart(close + 2..<bytes.count, in: bytes).lowerBound
    }

    mutating func lexRaw(from start: Int, contentStart: Int) {
        textStart = contentStart
        textStartsLine = false
        var index = contentStart
        while index < bytes.count {
            if bytes[index] == Byte.leftBrace, byte(at: index + 1) == Byte.percent, endRaw(at: index) { return }
            index += 1
        }
        report("this 'raw' is never closed", start, contentStart, help: "close it with '{% endraw %}'")
        endTag(at: bytes.count, sign: 0, trimsLine: false)
    }

    /// Ends the raw text when `{% endraw %}` stands at `start`.
    private mutating func endRaw(at start: Int) -> Bool {
        let opening = isSign(byte(at: start + 2)) ? byte(at: start + 2) : 0
        guard let afterName = offset(after: "endraw", at: start + (opening == 0 ? 2 : 3)) else { return false }
        let end = skippingSpace(afterName)
        let closing = isSign(byte(at: end)) ? byte(at: end) : 0
        let close = closing == 0 ? end : end + 1
        guard byte(at: close) == Byte.percent, byte(at: close + 1) == Byte.rightBrace else { return false }
        endText(at: start, sign: opening, isPrint: false)
        endTag(at: close + 2, sign: closing, trimsLine: true)
        return true
    }

    private func offset(after word: StaticString, at index: Int) -> Int? {
        let start = skippingSpace(index)
        let end = start + word.utf8CodeUnitCount
        guard end <= bytes.count else { return nil }
        let matches = word.withUTF8Buffer { $0.elementsEqual(bytes[start..<end]) }
        return matches ? end : nil
    }

    func skippingSpace(_ index: Int) -> Int {
        var index = index
        while index < bytes.count {
            let length = whitespaceLength(in: bytes, at: index)
            if length == 0 { break }
            index += length
        }
        return index
    }
}
