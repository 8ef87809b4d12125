import CCMarkGFM
import CMarkPin
import Foundation
import SiteModel
import SiteParsing
import SiteRendering
import Testing

/// Our writer over our tree gives the bytes that libcmark-gfm's own renderer gives, on every Markdown file of the repository.
@Suite struct ReferenceRendererTests {
    @Test func everyFileRendersAsTheLibraryItselfRendersIt() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        var count = 0
        for folder in ["content", "Tests/Fixtures", "docs"] {
            let walk = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
            while let file = walk?.nextObject() as? URL {
                guard file.pathExtension == "md" else { continue }
                let bytes = [UInt8](try Data(contentsOf: file))
                guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { continue }
                #expect(ours(bytes) == theirs(bytes), "\(file.path)")
                count += 1
            }
        }
        #expect(count > 15)
    }

    /// What a short text does not seem to hold, the library is not told to look for.
    @Test(arguments: [
        "see www.a.b.", "see http://a.b", "x@y.z", "x&#64;y.z", "x&commat;y.z", "ww.a.b", "a: b/c", "a|b\n-|-\nc|d", "a\n:-:\nb",
        "a\n-:\nb",
        "- [x] a\n- [ ] b", "* [X] a", "~~a~~ and ~b~", "a[^1]\n\n[^1]: b", "a -- b --- c", "wait... or .. not", "\"a\" 'b' it's",
        "&quot;a&quot;",
        "0123456789abcde-- f", "0123456789abcde..", "0123456789abc:// www.a.b", "0123456789abcdewww.a.b www.a.b",
        "long enough for two: w ww www.a.b", "../a .. b", "0123456789abcde... f", "[^a]\n\n[^a]: b", "[\\^a] b\n\n[^a]: c",
        "[\\^a]", "a\r\rb -- c\r\nd",
        // Dashes in rows of tables, and in what only looks like them.
        "|a|b|\n|--|--|\n", "x\n\n| a | b |\n| -- | :--: |\n| c -- d | e |\n", "x\n\n|a|b|\n|--|", "x\n\n|a|b|\n|--|--|--|\n",
        "x\n|a|\n|--|\n", "> x\n|a|\n|--|\n", "- x\n\n|a|\n|--|\n", "|a\\|b|\n|--|--|\n", "|a|\n|- -|\n", "|a|\n|--:-|\n",
        "|a||\n|--||\n",
        "|a||\n|--|--|\n", "|a|\n|--| x\n", "|a|\n\n|--|\n", "|--|\n|--|\n|--|\n", "|a|\n|--|\n|b -- c|\n\nd -- e",
        "    |a|\n    |--|\n",
        "```\n\n|a|\n|--|\n```\n", "[^a]\n\n[^a]: b\n\n|a|\n|--|\n", "<div>\n\n|a|\n|--|\n",
        "<pre>\n\n| </pre> | b |\n| -- | -- |\n",
        "|a|\r\n|--|\r\n",
    ])
    func everythingInAShortTextIsFound(text: String) {
        for isSmart in [false, true] {
            #expect(ours(Array(text.utf8), isSmart: isSmart) == theirs(Array(text.utf8), isSmart: isSmart))
        }
    }

    /// Without tables, dashes that would stand in their rows are text.
    @Test func dashesAreTextWhereThereAreNoTables() {
        var options = MarkdownOptions.specification
        options.smart = true
        let text = Array("|a|\n|--|\n".utf8)
        let markup = parseMarkdown(text, path: "a.md", extensions: [], options: options).value
        let style = HTMLStyle.specification(rawHTML: .kept)
        #expect(String(decoding: html(LinkedMarkup(unlinked: markup), style), as: UTF8.self) == "<p>|a|\n|–|</p>\n")
    }

    private func ours(_ text: [UInt8], isSmart: Bool = false) -> String {
        var options = MarkdownOptions.specification
        options.smart = isSmart
        let markup = parseMarkdown(text, path: "a.md", extensions: .site, options: options).value
        let style = HTMLStyle.specification(rawHTML: .kept)
        return String(decoding: html(LinkedMarkup(unlinked: markup), style), as: UTF8.self)
    }

    private func theirs(_ text: [UInt8], isSmart: Bool = false) -> String {
        // Registers the extensions; a parse before this one has done so already.
        _ = ours([])
        guard let parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | (isSmart ? CMARK_OPT_SMART : 0)) else {
            return ""
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        martlet_parse_begin(true)
        text.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
        let tree = cmark_parser_finish(parser)
        martlet_parse_end()
        guard let root = tree, let html = cmark_render_html(root, CMARK_OPT_UNSAFE, nil) else { return "" }
        defer {
            cmark_node_free(root)
            free(html)
        }
        return String(cString: html).replacingOccurrences(of: "<!--more-->\n", with: "")
    }
}
