import SiteModel
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00Z"), (951_782_400, 0, "2000-02-29T00:00:00Z"), (1_788_202_800, 19_800, "2026-09-01T00:30:00+05:30"),
        (-1, 0, "1969-12-31T23:59:59Z"), (1_788_202_800, -12_600, "2026-08-31T15:30:00-03:30"), (4_107_542_400, 0, "2100-03-01T00:00:00Z"),
    ])
    func momentsPrintAsRFC3339(seconds: Int, offset: Int, expected: String) {
        #expect(Instant(seconds: seconds, offset: offset).rfc3339 == expected)
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        for number in stride(from: -150_000, to: 150_000, by: 7) {
            let day = Day(daysSince1970: number)
            #expect(day.daysSince1970 == number)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test(arguments: [(2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1), (2026, 1, 0)])
    func daysThatTheCalendarLacksAreRefused(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }
}
