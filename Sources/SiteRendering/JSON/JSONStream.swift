internal import SiteModel

/// Writes JSON for a `script` element as it comes, without values in between: what is written for every page. The bytes are those of
/// `JSONValue.text(forScript: true)`.
struct JSONStream: ~Copyable {
    private(set) var output = ByteBuffer(capacity: 16_384)

    mutating func begin(_ mark: StaticString) {
        separate()
        output.append(mark)
    }

    mutating func end(_ mark: StaticString) { output.append(mark) }

    /// The name of a member; its value is what comes next.
    mutating func name(_ name: StaticString) {
        separate()
        output.append(0x22)
        output.append(bytes: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        output.append(0x22)
        output.append(0x3A)
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

    mutating func string(_ bytes: [UInt8]) {
        separate()
        output.append(0x22)
        bytes.withUnsafeBufferPointer { output.appendJSONContent($0, forScript: true) }
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

    /// An address that is written and escaped already, in parts.
    mutating func string(_ id: NodeID) {
        separate()
        output.append(0x22)
        output.append(contentsOf: id.start)
        if let permalink = id.permalink { permalink.withEncodedRest { output.append(bytes: $0) } }
        output.append(id.fragment)
        output.append(text: id.end)
        output.append(0x22)
    }

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

/// What a node is known by: the address of a page or of the site, and a fragment.
struct NodeID {
    /// As it stands in a string of JSON.
    let start: [UInt8]
    /// A page, where `start` is the site's.
    var permalink: Permalink?
    let fragment: StaticString
    /// The rest of the fragment, percent-encoded.
    var end = ""
}
