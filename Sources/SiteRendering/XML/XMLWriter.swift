internal import SiteModel

/// Writes XML 1.0, an element a line.
struct XMLWriter: ~Copyable {
    private var buffer = ByteBuffer()

    /// How many bytes it has so far.
    var count: Int { buffer.count }

    /// A document, with its declaration.
    init() { buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    private init(isDocument: Bool) {}

    /// Elements that go into a document.
    static var fragment: XMLWriter { XMLWriter(isDocument: false) }

    var output: [UInt8] { buffer.array }

    /// Bytes of a fragment.
    mutating func add(_ fragment: borrowing XMLWriter, from start: Int, to end: Int) {
        fragment.buffer.withBytes { buffer.append(bytes: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Begins an element that holds others.
    mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        start(name, attributes)
        buffer.append(">\n")
    }

    mutating func close(_ name: StaticString) {
        buffer.append("</")
        buffer.append(name)
        buffer.append(">\n")
    }

    mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
        start(name, attributes)
        buffer.append("/>\n")
    }

    mutating func element(_ name: StaticString, _ text: String, _ attributes: [(StaticString, String)] = []) {
        text.withBytes { element(name, $0, attributes) }
    }

    mutating func element(_ name: StaticString, _ text: [UInt8], _ attributes: [(StaticString, String)] = []) {
        text.withUnsafeBufferPointer { element(name, $0, attributes) }
    }

    private mutating func element(
        _ name: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ attributes: [(StaticString, String)]
    ) {
        start(name, attributes)
        buffer.append(">")
        append(text)
        close(name)
    }

    private mutating func start(_ name: StaticString, _ attributes: [(StaticString, String)]) {
        buffer.append("<")
        buffer.append(name)
        for (name, value) in attributes {
            buffer.append(" ")
            buffer.append(name)
            buffer.append("=\"")
            value.withBytes { append($0) }
            buffer.append("\"")
        }
    }

    /// Text with `& < > "` escaped, and without the characters that XML 1.0 has no way to write (its section 2.2). Markdown and YAML
    /// can both name them by number.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if !mayBeRefused(text) { return buffer.appendEscaped(text) }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter(isCharacter)
        buffer.appendEscaped(String(String.UnicodeScalarView(scalars)))
    }
}

/// A control character, or a byte with which U+FFFE and U+FFFF begin.
private func mayBeRefused(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    offset(
        in: text, from: 0,
        of: {
            // What begins at 0E and ends at 1F is below 12 when 0E is taken off.
            ($0 .< SIMD16(repeating: 0x09)) .| ($0 .== SIMD16(repeating: 0x0B)) .| ($0 .== SIMD16(repeating: 0x0C))
                .| (($0 &- SIMD16(repeating: 0x0E)) .< SIMD16(repeating: 0x12)) .| ($0 .== SIMD16(repeating: 0xEF))
        },
        or: { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D) || $0 == 0xEF }) < text.count
}

private func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
}
