import SiteModel
import Testing

@testable import SiteParsing

@Suite struct MarkdownTests {
    @Test func aHeadingTakesItsAttributesFromItsEnd() throws {
        let markup = parse("## Why *ask*? {#why .wide aka=old,older}\n\ntext\n").value
        let heading = try #require(markup.headings.first)
        #expect(heading.attributes.id?.value == "why")
        #expect(heading.attributes.classes == ["wide"])
        #expect(heading.attributes.aliases.map(\.value) == ["old", "older"])
        #expect(heading.content.plainText(images: []) == "Why ask?")
    }

    @Test(arguments: [
        ("## A {#a--b} ##\n", "a--b"), ("A\n=\n", ""), ("One {#one}\n---\n\ntext\n", "one"),
        ("Two\nlines {#two}\n===\ntext\n", "two"), ("> Q {#q}\n> ---\n> text\n", "q"), ("Title {#x_y_z}\n===\n", "x_y_z"),
        ("## \\{#no}\n", ""),
        ("## {#only}\n", "only"),
        ("## a {b}\n", ""), ("> ## Quoted {#q}\n", "q"), ("## x {#कैंसर}\n", "कैंसर"),
    ])
    func headingIDsAreThoseThatTheAuthorWrote(text: String, id: String) {
        let outcome = parse(text)
        #expect(outcome.diagnostics.all.isEmpty)
        #expect(outcome.value.headings.first?.attributes.id?.value ?? "" == id)
    }

    /// Most headings are kept as their words, and say the same as those that are kept as a tree.
    @Test(arguments: [
        ("# Why ask?\n", "Why ask?", true), ("# Why *ask*?\n", "Why ask?", false), ("#\n", "", true),
        ("# Why {#a}\n", "Why", true), ("# `code`\n", "code", false), ("# a [b](/c) ![d](e)\n", "a b d", false),
        ("Why\nask?\n===\n", "Why ask?", false),
    ])
    func headingsWithoutMarkupAreWords(text: String, words: String, isPlain: Bool) {
        let markup = parse(text).value
        let content = markup.headings[0].content
        #expect(content.plainText(images: markup.images) == words)
        #expect((content == .plain(words)) == isPlain)
        #expect(content.tree.plainText(of: content.tree.all, images: markup.images) == words)
        #expect(content.isBlank(images: markup.images) == words.isEmpty)
    }

    @Test func aTableOfContentsHasTheWordsOfLinksAndNoPictures() {
        let markup = parse("# a *[b](/c)* ![d](e)[^1]\n\n[^1]: note\n").value
        #expect(markup.headings[0].content.withoutLinks.plainText(images: []) == "a b ")
    }

    @Test func switchedOffAttributesAreText() {
        var options = MarkdownOptions()
        options.attributes = false
        let markup = parse("## A {#a}\n", options).value
        #expect(markup.headings[0].content == .plain("A {#a}"))
    }

    /// The places of links where libcmark-gfm's columns are wrong or missing. `^` stands before the place.
    @Test(arguments: [
        "See ^[x](/gone).\n", "one\n  two ^[x](/gone)\n", "- item\n  more ^[x](/gone)\n", "> quote\n> more ^[x](/gone)\n",
        "> quote\nlazy ^[x](/gone)\n", "| a | b |\n|---|---|\n| 1 | ^[x](/gone) |\n", "# Title ^[x](/gone)\n", "^<https://a.b>\n",
        "text ^www.a.b more\n", "one\n   two ^www.a.b\n", "a^[x][ref]\n\n[ref]: /gone\n", "कैंसर ^[x](/gone)\n",
        "text[^1]\n\n[^1]: note ^[x](/gone)\n",
        "1. a\n\n   b\n   c ^[x](/gone)\n", "\t- a\n\n", "- - deep ^[x](/gone)\n", "**bold ^[x](/gone)**\n",
        "a ![i](j) ^[x](/gone)\n",
    ])
    func linksKnowTheirPlace(marked: String) throws {
        let bytes = Array(marked.utf8)
        guard
            let place = bytes.firstIndex(of: 0x5E).flatMap({ index in
                bytes[index...].starts(with: Array("^1]".utf8)) ? nil : index
            }) ?? marked.placeOfMark
        else { return }
        var text = bytes
        text.remove(at: place)
        let outcome = parseMarkdown(text, path: "a.md", extensions: .site, options: MarkdownOptions())
        let link = try #require(outcome.value.links.last, "\(marked)")
        #expect(link.range.lower == place, "\(marked)")
    }

    @Test(arguments: [
        "^<script>x</script>^\n\nMore.\n", "More.\n\n^<!-- x --> <b>y</b>^\n\nMore.\n",
    ])
    func rawHTMLEndsWhereItEnds(marked: String) throws {
        let parts = marked.split(separator: "^", omittingEmptySubsequences: false).map(\.utf8.count)
        let html = try #require(parse(marked.filter { $0 != "^" }).value.rawHTML.first)
        #expect(html.range == SourceRange(parts[0], parts[0] + parts[1]))
    }

    @Test func twoColonsAreNoContainer() {
        #expect(parse("::a\n\n<pre>\ncode\n").value.rawHTML.map(\.literal) == ["<pre>\ncode\n"])
    }

    @Test func containersHoldTheBlocksBetweenTheirLines() throws {
        let markup = parse(":::care {level=urgent title=\"Call now\"}\nA\n\n:::inner\nB\n:::\n:::\nafter\n").value
        #expect(markup.containers.map(\.name) == ["care", "inner"])
        #expect(
            markup.tree.kinds == [
                .container(0), .paragraph, .text, .container(1), .paragraph, .text,
                .paragraph, .text,
            ])
        #expect(Array(markup.tree.level(markup.tree.all)) == [0, 6])
        #expect(markup.containers[0].parameters.map(\.value) == ["urgent", "Call now"])
    }

    @Test func containerLinesInCodeStayText() {
        let markup = parse("```\n:::care\n:::\n```\n").value
        #expect(markup.tree.kinds == [.codeBlock(info: 0)])
        #expect(markup.tree.words(of: markup.tree[0]) == ":::care\n:::\n")
        #expect(markup.containers.isEmpty)
    }

    @Test func anImageAloneIsAFigure() {
        #expect(parse("![alt](a.png \"caption\")\n").value.tree.kinds == [.figure, .image(0)])
        #expect(parse("[![alt](a.png)](b)\n").value.tree.kinds == [.figure, .link(0), .image(0)])
        #expect(parse("text ![alt](a.png)\n").value.tree.kinds == [.paragraph, .text, .image(0)])
    }

    @Test func anAlertIsAQuoteWithAMark() {
        for (text, kind) in [("> [!NOTE]\n> text\n", AlertKind.note), ("> [!tip]\n>\n> text\n", .tip)] {
            let tree = parse(text).value.tree
            #expect(tree.kinds == [.alert(kind), .paragraph, .text])
            #expect(tree.content(of: 0) == 1..<3)
            #expect(tree.words(of: tree[2]) == "text")
        }
    }

    /// `domain.md` section 6.
    @Test(arguments: [
        ("It’s a well-known second opinion, isn't it? 3.5 mg", 10, 0), ("कैंसर क्या है और दूसरी राय क्यों लें?", 8, 0),
        ("ما هو السرطان؟", 3, 0), ("암이란 무엇입니까", 2, 0), ("癌とは何ですか。セカンドオピニオン", 0, 16), ("`code` counts", 2, 0),
        ("```\nnot this\n```", 0, 0),
    ])
    func wordsAreCounted(text: String, words: Int, characters: Int) {
        let length = parse(text).value.length
        #expect(length.words == words)
        #expect(length.characters == characters)
    }

    /// Texts put together at random, counted a character at a time.
    @Test func wordsAreCountedInBlocksAsOneByOne() {
        let parts = ["a", "Zz9", "_", " ", ". ", "-", "'", "é", "’", "癌", "long", "ten bytes,", "a line of more than sixteen"]
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<5000 {
            var tree = MarkupTree()
            var whole = ""
            for _ in 0..<random(8) {
                let text = (0..<random(9)).map { _ in parts[random(parts.count)] }.joined()
                tree.add(.text, words: text)
                tree.add(random(2) == 0 ? .softBreak : .emphasis)
                whole += text + (tree[tree.all.upperBound - 1].kind == .softBreak ? "\n" : "")
            }
            let (words, characters) = counted(whole)
            let length = measure(tree)
            #expect(length.words == words && length.characters == characters, "\(whole.debugDescription)")
        }
    }

    private func counted(_ text: String) -> (words: Int, characters: Int) {
        var (words, characters, isInWord) = (0, 0, false)
        for scalar in text.unicodeScalars where !"'-’".unicodeScalars.contains(scalar) {
            if scalar == "癌" { characters += 1 }
            let isWord = scalar != "癌" && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
            if isWord, !isInWord { words += 1 }
            isInWord = isWord
        }
        return (words, characters)
    }

    private func parse(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> Outcome<Markup> {
        parseMarkdown(Array(text.utf8), path: "a.md", extensions: .site, options: options)
    }
}

extension String {
    /// The byte of the last `^` that does not belong to a footnote.
    fileprivate var placeOfMark: Int? {
        let bytes = Array(utf8)
        return bytes.indices.last { bytes[$0] == 0x5E && ($0 == 0 || bytes[$0 - 1] != 0x5B) }
    }
}

extension MarkupTree {
    fileprivate var kinds: [MarkupNode.Kind] { all.map { self[$0].kind } }
}
