import SiteModel
import Testing

@testable import SiteTransforms

@Suite struct PaginationTests {
    @Test(arguments: [(0, 1), (1, 1), (20, 1), (21, 2), (60, 3)])
    func listsAreCutIntoPages(count: Int, pages: Int) {
        let cut = paginate(Array(0..<count), at: Permalink("/a/"), length: 20)
        #expect(cut.count == pages)
        #expect(cut.flatMap(\.entries) == Array(0..<count))
        #expect(cut.last?.pagination.address.path == (pages == 1 ? "/a/" : "/a/page/\(pages)/"))
    }
}
