import SiteModel
import Testing

@Suite struct PathTests {
    @Test(arguments: [
        ("a", true), ("a/b.html", true), (".well-known/x", true), ("...", true), ("a/...", true), ("..a/b", true), ("", false),
        ("/a", false), ("a/", false), ("a//b", false), (".", false), ("..", false), ("a/.", false), ("./a", false),
        ("a/../b", false), ("a/..", false), ("a\0b", false),
    ])
    func staysInItsFolder(path: String, isInner: Bool) {
        #expect(isInnerPath(path) == isInner)
    }

    /// Paths of a few letters in all orders, behind beginnings of up to 17 bytes, so that words of eight bytes end everywhere.
    @Test func pathsAreOrderedByTheirBytes() {
        let ends = ["", "a", "b", "/", "/a", "a/", "-", "a-b", "é", "ab", "a/b"]
        let paths = (0..<18).flatMap { count in ends.map { String(repeating: "x", count: count) + $0 } }
        for left in paths {
            for right in paths {
                let (first, second) = (ExactPath(left), ExactPath(right))
                #expect((first < second) == left.utf8.lexicographicallyPrecedes(right.utf8))
                #expect((first == second) == (left == right))
                #expect(
                    ExactPath.isListed(first.text, before: second.text) == ranked(left).lexicographicallyPrecedes(ranked(right)))
            }
        }
    }

    private func ranked(_ path: String) -> [UInt8] { path.utf8.map { $0 == 0x2F ? 0 : $0 } }

    @Test func lettersInOtherBytesAreAnotherPath() {
        #expect(ExactPath("caf\u{E9}") != ExactPath("cafe\u{301}"))
    }
}
