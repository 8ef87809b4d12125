import Foundation
import SiteModel
import SiteParsing
import Testing

@Suite struct TimeZoneTests {
    /// Midnights in zones with and without daylight saving time, before and after the years that the files list.
    @Test(arguments: [
        ("Asia/Kolkata", "2020-02-09", "2020-02-09T00:00:00+05:30"), ("Europe/London", "2026-01-15", "2026-01-15T00:00:00Z"),
        ("Europe/London", "2026-07-01", "2026-07-01T00:00:00+01:00"), ("Europe/London", "2055-07-01", "2055-07-01T00:00:00+01:00"),
        ("America/New_York", "2050-12-01", "2050-12-01T00:00:00-05:00"), ("Australia/Sydney", "2049-01-01", "2049-01-01T00:00:00+11:00"),
        ("Asia/Tokyo", "1999-12-31", "1999-12-31T00:00:00+09:00"),
    ])
    func aDateIsMidnightInItsZone(zone: String, date: String, expected: String) throws {
        let rules = try #require(readTimeZone(try bytes(of: zone)))
        #expect(parseInstant(date, in: rules)?.rfc3339 == expected)
    }

    /// Where the clock skips midnight, the day begins when the clock goes on.
    @Test func aDayWithoutMidnightBeginsAtItsFirstMoment() throws {
        let rules = try #require(readTimeZone(try bytes(of: "America/Sao_Paulo")))
        #expect(parseInstant("2018-11-04", in: rules)?.rfc3339 == "2018-11-04T01:00:00-02:00")
    }

    @Test func theZoneAgreesWithFoundationThroughTheYears() throws {
        for name in ["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Africa/Cairo", "Pacific/Auckland"] {
            let rules = try #require(readTimeZone(try bytes(of: name)))
            let zone = try #require(TimeZone(identifier: name))
            for seconds in stride(from: 0, to: 2_500_000_000, by: 1_234_567) {
                #expect(rules.offset(at: seconds) == zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))), "\(name) \(seconds)")
            }
        }
    }

    @Test(arguments: [
        "2026-09-01T09:00:00+05:30", "2026-09-01T09:00:00Z", "1999-12-31T23:59:59-11:00",
    ])
    func aMomentKeepsTheOffsetThatItsAuthorWrote(text: String) {
        #expect(parseInstant(text, in: .utc)?.rfc3339 == text)
    }

    @Test(arguments: ["2026-9-1", "2026-02-30", "2026-09-01T25:00:00Z", "2026-09-01T09:00", "tomorrow", "2026-09-01T09:00:00", "20260901", ""])
    func whatIsNoDateIsRefused(text: String) {
        #expect(parseInstant(text, in: .utc) == nil)
    }

    @Test(arguments: [[UInt8](), Array("TZif".utf8), Array(repeating: 0, count: 400), Array("TZif2".utf8) + Array(repeating: 255, count: 200)])
    func whatIsNoZoneFileIsRefused(bytes: [UInt8]) {
        #expect(readTimeZone(bytes) == nil)
    }

    private func bytes(of zone: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(zone)")))
    }
}
