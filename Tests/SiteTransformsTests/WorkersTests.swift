import SiteModel
import Testing

@testable import SiteTransforms

@Suite struct WorkersTests {
    /// In steps of three, the last ones first.
    private let backwards = Workers { count, work in
        for start in stride(from: (count - 1) / 3 * 3, through: 0, by: -3) { work(start..<min(start + 3, count)) }
    }

    @Test func resultsAndMessagesComeInTheOrderOfTheElements() async {
        var diagnostics = Diagnostics()
        let doubled = await backwards.map(Array(0..<100), &diagnostics) { number, diagnostics in
            if number % 7 == 0 { say(number, &diagnostics) }
            return number * 2
        }
        #expect(doubled == (0..<100).map { $0 * 2 })
        #expect(diagnostics.all.map(\.message) == stride(from: 0, to: 100, by: 7).map { "\($0)" })
    }

    @Test func eachElementIsLookedAt() async {
        var diagnostics = Diagnostics()
        await backwards.forEach(Array(0..<100), &diagnostics) { number, diagnostics in
            if number % 9 < 2 { say(number, &diagnostics) }
        }
        #expect(diagnostics.all.map(\.message) == (0..<100).filter { $0 % 9 < 2 }.map { "\($0)" })
    }
}

private func say(_ number: Int, _ diagnostics: inout Diagnostics) {
    diagnostics.add(.brokenLink, "\(number)", at: SourceLocation("a.md"))
}
