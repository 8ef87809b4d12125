import SiteModel

/// Splits a template into words: text, and the words of its tags.
///
/// In: the bytes of one template. Out: tokens that end in `.end`; every begin has its end, also where the author forgot it.
/// White space is Jinja's with `trim_blocks` and `lstrip_blocks`: a tag alone on its line takes the whole line with it.
struct Lexer {
    let source: TemplateSource
    var bytes: [UInt8] { source.text }
    var position = 0
    var tokens: [Token] = []
    /// Of one template; reading it ends when there are too many.
    var diagnostics = LimitedDiagnostics(limit: 100)
    /// Where the text that is being read began, after the end of the last tag took its share of white space.
    var textStart = 0
    /// Whether that is the start of a line.
    var textStartsLine = true

    /// What stands in tags that are never closed: text of the page, most of it, which is not worth a message of its own.
    var unclosed: [Range<Int>] = []

    init(_ source: TemplateSource) { self.source = source }

    /// All tokens of the template.
    mutating func run() {
        while position < bytes.count, !diagnostics.isFull {
            guard bytes[position] == Byte.leftBrace, let opening = Opening(rawValue: byte(at: position + 1)) else {
                position += 1
                continue
            }
            open(opening)
        }
        position = bytes.count
        endText(at: bytes.count, sign: 0, isPrint: true)
        tokens.append(Token(kind: .end, range: SourceRange(bytes.count, bytes.count)))
    }

    enum Opening: UInt8 {
        case print = 0x7B
        case tag = 0x25
        case comment = 0x23
    }

    private mutating func open(_ opening: Opening) {
        let start = position
        let sign = isSign(byte(at: start + 2)) ? byte(at: start + 2) : 0
        endText(at: start, sign: sign, isPrint: opening == .print)
        position = start + (sign == 0 ? 2 : 3)
        switch opening {
        case .comment: skipComment(from: start)
        case .print: lexTag(from: start, isPrint: true)
        case .tag:
            if let contentStart = rawTagEnd() {
                lexRaw(from: start, contentStart: contentStart)
            } else {
                lexTag(from: start, isPrint: false)
            }
        }
    }

    /// Ends the text before a tag, less the white space that the tag strips.
    mutating func endText(at end: Int, sign: UInt8, isPrint: Bool) {
        var range = textStart..<max(textStart, end)
        if sign == Byte.minus {
            range = trimmedEnd(range, in: bytes)
        } else if sign != Byte.plus, !isPrint {
            range = withoutIndentation(range)
        }
        guard !range.isEmpty else { return }
        tokens.append(Token(kind: .text, range: SourceRange(range.lowerBound, range.upperBound)))
    }

    /// `lstrip_blocks`: without the white space between the last line break and the tag.
    private func withoutIndentation(_ range: Range<Int>) -> Range<Int> {
        var lineStart = range.upperBound
        while lineStart > range.lowerBound, !isLineBreak(bytes[lineStart - 1]) { lineStart -= 1 }
        guard lineStart > range.lowerBound || textStartsLine else { return range }
        let isBlank = trimmedStart(lineStart..<range.upperBound, in: bytes).isEmpty
        return isBlank ? range.lowerBound..<lineStart : range
    }

    /// Goes past the end of a tag and the white space that belongs to it.
    mutating func endTag(at end: Int, sign: UInt8, trimsLine: Bool) {
        var next = end
        if sign == Byte.minus {
            next = trimmedStart(end..<bytes.count, in: bytes).lowerBound
        } else if sign != Byte.plus, trimsLine {
            next += lineBreakLength(at: end)
        }
        position = next
        textStart = next
        textStartsLine = next > end && isLineBreak(bytes[next - 1])
    }

    private func lineBreakLength(at index: Int) -> Int {
        if byte(at: index) == Byte.carriageReturn { return byte(at: index + 1) == Byte.lineFeed ? 2 : 1 }
        return byte(at: index) == Byte.lineFeed ? 1 : 0
    }

    /// The byte at an offset; 0 past the end.
    func byte(at index: Int) -> UInt8 { index < source.text.count ? source.text[index] : 0 }

    func isSign(_ byte: UInt8) -> Bool { byte == Byte.minus || byte == Byte.plus }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }

    mutating func report(_ message: String, _ lower: Int, _ upper: Int, help: String? = nil) {
        let location = SourceLocation(source.path, SourceRange(lower, upper))
        diagnostics.add(Diagnostic(.templateSyntax, message, at: location, help: help))
    }
}

/// The bytes that the syntax is made of.
enum Byte {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let percent: UInt8 = 0x25
    static let hash: UInt8 = 0x23
    static let plus: UInt8 = 0x2B
    static let minus: UInt8 = 0x2D
    static let backslash: UInt8 = 0x5C
    static let leftBrace: UInt8 = 0x7B
    static let rightBrace: UInt8 = 0x7D
}
