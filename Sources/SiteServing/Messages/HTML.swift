internal import SitePipeline

/// HTML in which every text is escaped: only the literals of this program are taken as they are.
///
/// ```swift
/// let html: HTML = "<p>\(title)</p>"  // `title` is escaped, whatever it holds
/// ```
struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    private(set) var text: String

    static let none: HTML = ""

    init(stringLiteral text: StaticString) { self.text = "\(text)" }

    init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + interpolationCount * 32) }

        mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

        mutating func appendInterpolation(_ words: String) { text += escaped(visible(words)) }

        mutating func appendInterpolation(_ number: Int) { text += String(number) }

        mutating func appendInterpolation(_ html: HTML) { text += html.text }

        mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
    }

    static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }

    var isEmpty: Bool { text.isEmpty }
}

extension HTML {
    /// Words of an editor: apart from what stands around them, whatever the direction of their script.
    static func words(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

    static func link(_ address: String, _ content: HTML) -> HTML { "<a href=\"\(address)\">\(content)</a>" }

    /// A list, `none` where it is empty.
    static func list(_ items: [HTML], _ kind: HTML = "") -> HTML {
        items.isEmpty ? .none : "<ul class=\"\(kind)\" role=\"list\">\n\(items.map { "<li>\($0)</li>\n" })</ul>\n"
    }
}

/// Text of others in HTML, also in the value of an attribute.
private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
        case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
        case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
        case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
