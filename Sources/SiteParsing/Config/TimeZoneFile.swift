package import SiteModel

/// Reads a time zone out of a TZif file, as Unix systems keep them in `/usr/share/zoneinfo` (RFC 8536). Nil where the
/// bytes are not one.
package func readTimeZone(_ bytes: [UInt8]) -> TimeZoneRules? {
    guard let first = ZoneHeader(bytes, at: 0, timeSize: 4), first.version >= 2,
        let header = ZoneHeader(bytes, at: first.end, timeSize: 8), header.end <= bytes.count
    else { return nil }
    let types = (0..<header.typeCount).map { bytes.bigEndian(at: header.types + $0 * 6, size: 4) }
    let transitions = (0..<header.timeCount).map { bytes.bigEndian(at: header.times + $0 * 8, size: 8) }
    let offsets = (0..<header.timeCount).compactMap { index -> Int? in
        let type = Int(bytes[header.times + header.timeCount * 8 + index])
        return type < types.count ? types[type] : nil
    }
    guard let initial = types.first, offsets.count == transitions.count else { return nil }
    let footer = String(decoding: bytes[header.end...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }, as: UTF8.self)
    return TimeZoneRules(
        transitions: transitions, offsets: offsets, initialOffset: initial, recurring: PosixZone.recurring(footer))
}

/// The names of zones in `tzdata.zi`, the source that comes with the system's files: `Z name …` and `L target name` (`man zic`).
func zoneNames(_ source: [UInt8]) -> [String] {
    source.split(separator: 0x0A).compactMap { line in
        let words = line.prefix(200).split(separator: 0x20)
        guard words.count > 2, words[0].elementsEqual("Z".utf8) || words[0].elementsEqual("L".utf8) else { return nil }
        return String(decoding: words[words[0].elementsEqual("Z".utf8) ? 1 : 2], as: UTF8.self)
    }
}

/// The counts of a TZif block, and where its parts begin.
private struct ZoneHeader {
    let version: Int
    let timeCount: Int
    let typeCount: Int
    let times: Int
    let types: Int
    let end: Int

    init?(_ bytes: [UInt8], at start: Int, timeSize: Int) {
        guard bytes.count >= start + 44, bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else { return nil }
        let counts = (0..<6).map { bytes.bigEndian(at: start + 20 + $0 * 4, size: 4) }
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        version = Int(bytes[start + 4]) - 0x30
        timeCount = counts[3]
        typeCount = counts[4]
        times = start + 44
        types = times + timeCount * (timeSize + 1)
        end = types + typeCount * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1] + counts[0]
    }
}

extension [UInt8] {
    fileprivate func bigEndian(at offset: Int, size: Int) -> Int {
        var value = 0
        for byte in self[offset..<(offset + size)] { value = value << 8 | Int(byte) }
        let unused = Int.bitWidth - size * 8
        return (value << unused) >> unused
    }
}

/// The rule at the end of a TZif file, as POSIX writes `TZ`: `GMT0BST,M3.5.0/1,M10.5.0`.
private struct PosixZone {
    private var rest: Substring

    static func recurring(_ text: String) -> TimeZoneRules.Recurring? {
        var zone = PosixZone(rest: text[...])
        zone.name()
        guard let standard = zone.time() else { return nil }
        zone.name()
        let daylight = zone.time() ?? standard - 3600
        guard let start = zone.change(), let end = zone.change() else { return nil }
        return .init(standardOffset: -standard, daylightOffset: -daylight, start: start, end: end)
    }

    private mutating func name() {
        if rest.first == "<" {
            rest = rest.drop { $0 != ">" }.dropFirst()
        } else {
            rest = rest.drop { $0.isLetter }
        }
    }

    /// `5:30` or `-3`, in seconds; POSIX counts hours west of Greenwich.
    private mutating func time() -> Int? {
        let isNegative = rest.first == "-"
        if let first = rest.first, first == "-" || first == "+" { rest = rest.dropFirst() }
        guard var seconds = number().map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where rest.first == ":" {
            rest = rest.dropFirst()
            seconds += (number() ?? 0) * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// `,M3.5.0/1`: month, week, weekday, and the hour where it is not two.
    private mutating func change() -> TimeZoneRules.Change? {
        guard rest.hasPrefix(",M") else { return nil }
        rest = rest.dropFirst(2)
        var numbers: [Int] = []
        while let next = number() {
            numbers.append(next)
            guard rest.first == "." else { break }
            rest = rest.dropFirst()
        }
        guard numbers.count == 3 else { return nil }
        var second = 7200
        if rest.first == "/" {
            rest = rest.dropFirst()
            second = time() ?? second
        }
        return .init(month: numbers[0], week: numbers[1], weekday: numbers[2], second: second)
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return Int(digits)
    }
}
