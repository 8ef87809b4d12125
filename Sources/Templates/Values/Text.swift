internal import SiteModel

/// Text as filters see it: its characters, and whether they are markup already.
struct Text: Sendable {
    var string: String
    var isHTML: Bool

    init(_ string: String, isHTML: Bool = false) {
        self.string = string
        self.isHTML = isHTML
    }

    var value: Value { isHTML ? .html(Array(string.utf8)) : .string(string) }

    /// As markup: escaped unless it is markup already.
    var escaped: Text {
        if isHTML { return self }
        var bytes = ByteBuffer()
        appendEscaped(string, to: &bytes)
        return Text(String(decoding: bytes.array, as: UTF8.self), isHTML: true)
    }
}

extension Value {
    /// The characters of text or markup; nil for anything else.
    var text: Text? {
        switch self {
        case .string(let string): Text(string)
        case .html(let bytes): Text(String(decoding: bytes, as: UTF8.self), isHTML: true)
        default: nil
        }
    }

    /// What printing shows, before escaping; nil for what cannot be printed.
    var printed: Text? {
        switch self {
        case .bool(let bool): Text(bool ? "True" : "False")
        case .int(let int): Text(String(int))
        default: text
        }
    }
}
