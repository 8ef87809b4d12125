/// The offsets of a time zone through the years.
package struct TimeZoneRules: Sendable, Equatable {
    /// Moments at which the offset changes, ascending, in seconds since 1970.
    package var transitions: [Int]
    /// The offset from each transition on, in seconds east of UTC; as many as `transitions`.
    package var offsets: [Int]
    /// The offset before the first transition.
    package var initialOffset: Int
    /// The rule after the last transition, where the zone has daylight saving time for ever.
    package var recurring: Recurring?

    package struct Recurring: Sendable, Equatable {
        package var standardOffset: Int
        package var daylightOffset: Int
        package var start: Change
        package var end: Change

        package init(standardOffset: Int, daylightOffset: Int, start: Change, end: Change) {
            self.standardOffset = standardOffset
            self.daylightOffset = daylightOffset
            self.start = start
            self.end = end
        }
    }

    /// The `week`th `weekday` (0 is Sunday; week 5 is the last) of a month, at a wall-clock second of that day.
    package struct Change: Sendable, Equatable {
        package var month: Int
        package var week: Int
        package var weekday: Int
        package var second: Int

        package init(month: Int, week: Int, weekday: Int, second: Int) {
            self.month = month
            self.week = week
            self.weekday = weekday
            self.second = second
        }
    }

    package init(transitions: [Int], offsets: [Int], initialOffset: Int, recurring: Recurring?) {
        self.transitions = transitions
        self.offsets = offsets
        self.initialOffset = initialOffset
        self.recurring = recurring
    }

    package static let utc = TimeZoneRules(transitions: [], offsets: [], initialOffset: 0, recurring: nil)

    /// The first moment of a day. Where the clock skips midnight, the moment it skips to.
    package func startOfDay(_ day: Day) -> Instant {
        let wall = day.daysSince1970 * 86_400
        let guesses = [offset(at: wall - 86_400), offset(at: wall + 86_400)]
        for guess in guesses where offset(at: wall - guess) == guess { return Instant(seconds: wall - guess, offset: guess) }
        let seconds = wall - guesses[0]
        return Instant(seconds: seconds, offset: offset(at: seconds))
    }

    /// The offset in force at a moment.
    package func offset(at seconds: Int) -> Int {
        if let recurring, transitions.last.map({ seconds >= $0 }) ?? true { return recurring.offset(at: seconds) }
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : offsets[low - 1]
    }
}

extension TimeZoneRules.Recurring {
    fileprivate func offset(at seconds: Int) -> Int {
        let year = Day(daysSince1970: (seconds + standardOffset).flooredQuotient(by: 86_400)).year
        let begins = start.moment(in: year) - standardOffset
        let ends = end.moment(in: year) - daylightOffset
        let isDaylight = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends
        return isDaylight ? daylightOffset : standardOffset
    }
}

extension TimeZoneRules.Change {
    /// The wall-clock second, counted as if in UTC, at which the change comes in a year.
    fileprivate func moment(in year: Int) -> Int {
        let first = Day(year: year, month: month, day: 1) ?? Day(daysSince1970: 0)
        let firstWeekday = first.weekday % 7
        var date = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        while Day(year: year, month: month, day: date) == nil, date > 7 { date -= 7 }
        return (first.daysSince1970 + date - 1) * 86_400 + second
    }
}
