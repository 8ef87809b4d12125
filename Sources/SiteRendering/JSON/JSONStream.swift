internal import SiteModel

/// Writes JSON for a `script` element as it comes, without values in between: what is written for every page. The bytes are those of
/// `JSONValue.text(forScript: true)`.
struct JSONStream: ~Copyable {
    var output: ByteBuffer

    mutating func begin(_ mark: StaticString) {
        separate()
        output.append(mark)
    }

    mutating func end(_ mark: StaticString) { output.append(mark) }

    /// The name of a member; its value is what comes next.
    mutating func name(_ name: StaticString) {
        separate()
        output.append(0x22)
        output.append(name)
        output.append("\":")
    }

    mutating func string(_ text: String) {
        separate()
        output.appendJSON(text, forScript: true)
    }

    /// A string that needs no escape.
    mutating func string(_ text: StaticString) {
        separate()
        output.append(0x22)
        output.append(text)
        output.append(0x22)
    }

    mutating func int(_ number: Int) {
        separate()
        output.append(number: number)
    }

    mutating func written(_ value: Bool) {
        separate()
        output.append(value ? "true" : "false")
    }

    /// A value that is written already, or the beginning of one.
    mutating func written(_ bytes: [UInt8]) {
        separate()
        output.append(contentsOf: bytes)
    }

    /// Begins a string that is written to `output` in parts, each escaped already.
    mutating func openString() {
        separate()
        output.append(0x22)
    }

    mutating func closeString() { output.append(0x22) }

    /// A comma, unless nothing stands before in the same object or list. Strings end with a quotation mark, so what the last byte is
    /// says enough.
    @inline(__always)
    private mutating func separate() {
        switch output.last {
        case nil, 0x5B, 0x7B, 0x3A: break
        default: output.append(0x2C)
        }
    }
}
