import Testing

@testable import SiteTransforms

@Suite struct PageIDsTests {
    /// Few ids are looked through, many are looked up.
    @Test(arguments: [1, 31, 32, 33, 200])
    func anIDIsTakenOnce(count: Int) {
        var ids = PageIDs(theme: ThemeIDs(["main"]))
        let taken = (0..<count).map { ids.take("part-\($0)") }
        #expect(taken.allSatisfy { $0 })
        let takenAgain = (0..<count).map { ids.take("part-\($0)") }
        #expect(!takenAgain.contains(true))
        #expect((0..<count).allSatisfy { ids.contains("part-\($0)") })
        #expect(!ids.contains("part-\(count)"))
        #expect(ids.all.count == count + 1)
    }

    @Test func theThemesIDsAreThereUnlessTheirSectionIsNot() {
        var ids = PageIDs(theme: ThemeIDs(["main", "references"]))
        ids.absent = ["references"]
        #expect(ids.contains("main"))
        #expect(!ids.contains("references"))
        let isTaken = ids.take("references")
        #expect(!isTaken)
        #expect(ids.all == ["main"])
    }
}
