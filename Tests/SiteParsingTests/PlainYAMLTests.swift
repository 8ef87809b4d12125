import SiteModel
import Testing

@testable import SiteParsing

/// What `PlainYAML` reads by itself has to be what libyaml reads, places included.
@Suite struct PlainYAMLTests {
    /// What libyaml reads with nothing to say about it; nil for anything else.
    private func libyaml(_ bytes: [UInt8], _ range: Range<Int>) -> [String]? {
        let outcome = readAnyYAML(bytes, in: range, path: "a.md")
        return outcome.diagnostics.all.isEmpty ? outcome.value.map(described) : nil
    }

    private func plain(_ bytes: [UInt8], _ range: Range<Int>) -> [String]? {
        PlainYAML.read(bytes, in: range).map(described)
    }

    /// All that is said of the values, but where the tree keeps their words.
    private func described(_ tree: YAMLTree) -> [String] {
        tree.nodes.map { node in
            "\(tree.key(of: node).debugDescription) \(node.key.range) \(node.key.isASCII): \(node.kind) "
                + "\(tree.text(of: node).debugDescription) \(node.range) \(node.content)"
        }
    }

    @Test func readsWhatFrontMatterIsMadeOf() throws {
        let text = """
            title: Second opinion: no, a colon
            """
        #expect(plain(Array(text.utf8), 0..<text.utf8.count) == nil)
        let usual = """
            title: Second opinion
            date: 2026-02-09
            url: https://example.org/a#b
            authors: [a-rao, B c]
            tags:
            - one
            - two words
            quoted: "a: b # c"
            faqs:
              - question: What?
                id: what
                answer: One line, *marked*, with ünïcödé “quotes”.

              - topic
            extra:
              a: 'x'
              b:
                c: 1

            """
        let bytes = Array(("---\n" + usual + "---\n").utf8)
        let range = 4..<(bytes.count - 4)
        let tree = try #require(plain(bytes, range))
        #expect(tree == libyaml(bytes, range))
    }

    @Test func leavesTheRest() {
        let texts = [
            "", "a", "- a\n", "a:\n", "a: b\n c\n", "a: |\n  b\n", "a: &x b\n", "a: !t b\n", "a: b\na: c\n", "a: b # c\n",
            "a: b:\n",
            "a: b: c\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a: {b: c}\n", "a: []\n", "a: [b, ]\n", "a: [b: c]\n", "# c\na: b\n",
            "a: b\n---\nc: d\n", "a:\tb\n", " a: b\nc: d\n", "a:\n  b: c\n d: e\n", "a: b\u{2028}\n", "a: b\u{85}\n",
            "a: \u{FEFF}b\n", "a: b\r\n",
            "? a\n: b\n", "a:\n- b\n - c\n", "a:\n  - b\n  c: d\n", "a:\n  -  b\n", "a:\n  - - b\n", "a: -b\n", "a: [b]c\n",
            "a: 'b' c\n",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            #expect(plain(bytes, 0..<bytes.count) == nil, "\(text)")
        }
    }

    /// Texts put together at random of the parts that YAML is made of, most of them wrong.
    @Test func neverDiffersFromLibyaml() {
        let parts = [
            "a", "key", "b c", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\nk: ", "\n  m: ", "\n    n: ", "x: y",
            "[", "]", ", ", "'", "\"",
            "#", " #", " ", "  ", "é", "…", "1", "2026-01-01", "~", "|", ">", "&", "*", "!", "?", "{", "}", "\\", "-", "--",
            "---", ".", "/", "(", "%", "@", "`",
        ]
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var (read, differing) = (0, 0)
        for round in 0..<60_000 {
            var text = round % 2 == 0 ? "k: " : "title: a\nlist:\n  - b\n  - q: r\n    s: "
            for _ in 0..<random(9) { text += parts[random(parts.count)] }
            if random(2) == 0 { text += "\n" }
            let bytes = Array(text.utf8)
            guard let tree = plain(bytes, 0..<bytes.count) else { continue }
            read += 1
            guard tree != libyaml(bytes, 0..<bytes.count) else { continue }
            differing += 1
            if differing < 4 { Issue.record("\(text.debugDescription) is read as \(tree)") }
        }
        #expect(differing == 0)
        // Enough of them are ones that it takes.
        #expect(read > 3000)
    }
}
