package import SiteModel

/// Reads `2026-09-01`, midnight in a time zone, or RFC 3339 with seconds optional: `2026-09-01T09:00:00+05:30`, `…Z`.
package func parseInstant(_ text: String, in zone: TimeZoneRules) -> Instant? {
    if let day = parseDay(text) { return zone.startOfDay(day) }
    var digits = DigitReader(text)
    guard let day = digits.day(), digits.take(anyOf: "Tt "), let hour = digits.number(2), hour < 24, digits.take(anyOf: ":"),
        let minute = digits.number(2), minute < 60
    else { return nil }
    var second = 0
    if digits.take(anyOf: ":") {
        guard let value = digits.number(2), value < 60 else { return nil }
        second = value
    }
    guard let offset = digits.offset(), digits.isAtEnd else { return nil }
    return Instant(seconds: day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset, offset: offset)
}

/// Reads `2026-09-01`, a day that the calendar has.
func parseDay(_ text: String) -> Day? {
    var digits = DigitReader(text)
    let day = digits.day()
    return digits.isAtEnd ? day : nil
}

private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly `count` digits.
    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func take(anyOf characters: String) -> Bool {
        guard let first = rest.first, characters.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func day() -> Day? {
        guard let year = number(4), take(anyOf: "-"), let month = number(2), take(anyOf: "-"), let day = number(2) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    /// `Z` or `+05:30`, in seconds.
    mutating func offset() -> Int? {
        if take(anyOf: "Zz") { return 0 }
        let isWest = rest.first == 0x2D
        guard take(anyOf: "+-"), let hours = number(2), hours <= 18, take(anyOf: ":"), let minutes = number(2), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
