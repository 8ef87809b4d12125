import SiteModel
import SiteParsing
import Testing

/// libcmark-gfm keeps the special characters of its extensions in a table of the whole process, and every parse of the
/// packaged library switches them off at its end. `CMarkPin` keeps them on, and those of addresses while a text needs them.
@Suite struct ThreadTests {
    @Test func eightThreadsGetTheSameAnswerAsOne() async {
        let text = Array(
            String(repeating: "~~x~~ and www.a.b and *y* then a@b.c\n\n- [x] ~~done~~ https://a.b/c\n\n", count: 5).utf8)
        let expected = parse(text)
        #expect(expected.links.count == 15)
        let wrong = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<1000).count { _ in parse(text) != expected } }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test func textsWithAddressesAndWithoutAreParsedAtOnce() async {
        let texts = ["see www.a.b and http://c.d", "how we know: with *care*"].map {
            Array(String(repeating: $0 + "\n\n", count: 20).utf8)
        }
        let expected = texts.map { parse($0) }
        #expect(expected.map(\.links.count) == [40, 0])
        let wrong = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<8 {
                group.addTask { (0..<500).count { parse(texts[($0 + thread) % 2]) != expected[($0 + thread) % 2] } }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}

private func parse(_ text: [UInt8]) -> Markup {
    parseMarkdown(text, path: "a.md", extensions: .site, options: .specification).value
}
