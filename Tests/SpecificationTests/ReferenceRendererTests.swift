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

    private func ours(_ text: [UInt8]) -> String {
        let markup = parseMarkdown(text, path: "a.md", extensions: .site, options: .specification).value
        let style = HTMLStyle.specification(rawHTML: .kept)
        return String(decoding: html(LinkedMarkup(unlinked: markup), style), as: UTF8.self)
    }

    private func theirs(_ text: [UInt8]) -> String {
        // Registers the extensions; a parse before this one has done so already.
        _ = ours([])
        guard let parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES) else { return "" }
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
