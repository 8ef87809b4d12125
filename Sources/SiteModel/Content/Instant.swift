/// A moment as an editor wrote it: the instant, and the offset from UTC under which it is shown.
@usableFromInline
package struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package var seconds: Int
    /// Seconds east of UTC; between -18 h and +18 h.
    package var offset: Int

    package init(seconds: Int, offset: Int) {
        self.seconds = seconds
        self.offset = offset
    }

    @usableFromInline package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
    @usableFromInline package static func == (left: Instant, right: Instant) -> Bool {
        left.seconds == right.seconds && left.offset == right.offset
    }

    /// The day that the calendar shows at this moment under its own offset.
    package var day: Day { Day(daysSince1970: (seconds + offset).flooredQuotient(by: 86_400)) }

    /// RFC 3339, with seconds and offset: `2026-09-01T09:00:00+05:30`, `Z` for UTC.
    package var rfc3339: String {
        let day = day
        let inDay = seconds + offset - day.daysSince1970 * 86_400
        var text = DateText(day)
        text.add("T", inDay / 3600)
        text.add(":", inDay / 60 % 60)
        text.add(":", inDay % 60)
        if offset == 0 {
            text.add("Z")
            return text.string
        }
        let magnitude = abs(offset) / 60
        text.add(offset < 0 ? "-" : "+", magnitude / 60)
        text.add(":", magnitude % 60)
        return text.string
    }
}

/// A day of the Gregorian calendar, printed as `2026-09-01`.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nil for a day that the calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The civil date of a day number, by eras of 400 years that begin in March.
    package init(daysSince1970: Int) {
        let shifted = daysSince1970 + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.flooredQuotient(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    package var weekday: Int { (daysSince1970 + 3) - (daysSince1970 + 3).flooredQuotient(by: 7) * 7 + 1 }

    package var description: String {
        DateText(self).string
    }

    package static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Digits put together byte by byte: every page has several dates.
private struct DateText {
    private var bytes = InlineArray<25, UInt8>(repeating: 0)
    private var count = 0

    init(_ day: Day) {
        for divisor in [1000, 100, 10, 1] { add(digit: day.year / divisor) }
        add("-", day.month)
        add("-", day.day)
    }

    mutating func add(_ mark: Unicode.Scalar, _ number: Int) {
        add(mark)
        add(digit: number / 10)
        add(digit: number)
    }

    mutating func add(_ mark: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: mark)
        count += 1
    }

    /// The last digit of a number.
    private mutating func add(digit number: Int) {
        bytes[count] = UInt8(0x30 + number % 10)
        count += 1
    }

    var string: String {
        bytes.span.extracting(first: count).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension Int {
    /// Division that rounds towards negative infinity.
    package func flooredQuotient(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
