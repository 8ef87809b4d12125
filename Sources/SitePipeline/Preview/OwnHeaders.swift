internal import SiteModel

/// A site's own `_headers`, which takes the place of the one that Martlet makes, as Cloudflare Pages and Netlify read it: a pattern of
/// addresses in a line, and headers in the indented lines below it.
struct OwnHeaders: Sendable {
    private struct Rule {
        let pattern: String
        var headers: [(name: String, value: String)] = []
        /// Headers that other rules give and that these addresses do not get (`! Name`).
        var dropped: [String] = []
    }

    private var rules: [Rule] = []

    init(_ bytes: [UInt8]) {
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = trimmed(line)
            if text.isEmpty || text.utf8.first == 0x23 { continue }
            let isIndented = line.first == 0x20 || line.first == 0x09
            guard isIndented, !rules.isEmpty else {
                rules.append(Rule(pattern: text))
                continue
            }
            if text.utf8.first == 0x21 {
                rules[rules.count - 1].dropped.append(trimmed(Array(text.utf8.dropFirst())[...]).lowercased())
            } else if let colon = text.firstIndex(of: ":") {
                let value = trimmed(Array(text[text.index(after: colon)...].utf8)[...])
                rules[rules.count - 1].headers.append((String(text[..<colon]), value))
            }
        }
    }

    /// The headers of an address, with the base path; those of one name that several rules give are put together.
    func headers(of address: String) -> [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        let matching = rules.filter { matches($0.pattern.utf8[...], address.utf8[...]) }
        for header in matching.flatMap(\.headers) {
            if let index = found.firstIndex(where: { $0.name.lowercased() == header.name.lowercased() }) {
                found[index].value += ", " + header.value
            } else {
                found.append(header)
            }
        }
        let dropped = Set(matching.flatMap(\.dropped))
        return found.filter { !dropped.contains($0.name.lowercased()) }
    }
}

/// Whether a pattern is for an address: `*` stands for anything, `:name` for anything up to the next slash.
private func matches(_ pattern: String.UTF8View.SubSequence, _ address: String.UTF8View.SubSequence) -> Bool {
    guard let first = pattern.first else { return address.isEmpty }
    switch first {
    case UInt8(ascii: "*"):
        let rest = pattern.dropFirst()
        return address.indices.contains { matches(rest, address[$0...]) } || matches(rest, address[address.endIndex...])
    case UInt8(ascii: ":") where pattern.dropFirst().first.map(isLetter) == true:
        let rest = pattern.dropFirst().drop { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        return matches(rest, address.drop { $0 != 0x2F })
    default: return address.first == first && matches(pattern.dropFirst(), address.dropFirst())
    }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: start.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed(), as: UTF8.self)
}
