import SiteModel
import Testing

@testable import SiteTransforms

@Suite struct AddressNumbersTests {
    @Test(arguments: [
        ["/a/", "/b/", "/a/b/", "/a.txt", "/a/c.html"],
        ["/", "/index/", "/a/page/2/"],
        ["/é/", "/e/", "/नमस्ते/"],
    ])
    func addressesThatAreApartNeedNoOtherLook(paths: [String]) {
        #expect(!mayConflict(paths))
    }

    @Test(arguments: [
        ["/a/", "/b/", "/a/"],
        // One file on servers that do not tell letters apart.
        ["/About/", "/about/"], ["/É/", "/é/"],
        // Composed, and not.
        ["/\u{E9}/", "/e\u{301}/"],
        ["/a/", "/a/index.html"],
        // A file where a folder has to be, whichever comes first.
        ["/a", "/a/b/c/"], ["/a/b/c/", "/a/b"],
        ["/.martlet-x/"], ["/" + String(repeating: "a", count: 256) + "/"],
        // 258 bytes, and 172 in small letters.
        ["/" + String(repeating: "ẞ", count: 86) + "/"],
    ])
    func addressesInEachOthersWayAreSeen(paths: [String]) {
        #expect(mayConflict(paths))
    }

    @Test func whatGivesWayIsInNobodysWay() {
        var numbers = AddressNumbers(capacity: 2)
        numbers.claim(Permalink("/robots.txt"))
        numbers.claimIfFree(Permalink("/robots.txt"))
        numbers.findFilesInTheWay()
        #expect(!numbers.mayConflict)
        numbers.claimIfFree(Permalink("/sitemap.xml"))
        numbers.claim(Permalink("/sitemap.xml/"))
        numbers.findFilesInTheWay()
        #expect(numbers.mayConflict)
    }

    private func mayConflict(_ paths: [String]) -> Bool {
        var numbers = AddressNumbers(capacity: paths.count)
        for path in paths { numbers.claim(Permalink(path)) }
        numbers.findFilesInTheWay()
        return numbers.mayConflict
    }
}
