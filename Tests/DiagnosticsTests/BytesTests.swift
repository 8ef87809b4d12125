import SiteModel
import SiteTestSupport
import Testing

@Suite struct BytesTests {
    @Test(arguments: cases) func pointsAtTheByte(_ source: SpoiledSource) async { await expectItsMessage(source) }

    static let cases = [
        spoiled("a NUL", .controlCharacter, help: "delete it") { article("a", "A1️⃣\0b\n") },
        spoiled("a NUL in the front matter", .controlCharacter) { article("a", with: "description: a1️⃣\0b") },
        spoiled("an escape sequence", .controlCharacter, "control character U+001B") { article("a", "A 1️⃣\u{1B}[31mred\n") },
        spoiled("a form feed", .controlCharacter) { article("a", "One.\n\n1️⃣\u{0C}Two.\n") },
        spoiled("a control character of Latin-1", .controlCharacter, "control character U+0092") {
            article("a", "It1️⃣\u{92}s.\n")
        },
        spoiled("a control character of Latin-1 in the configuration", .controlCharacter) {
            config("description: It1️⃣\u{92}s\n")
        },
        spoiled("a noncharacter", .controlCharacter, "U+FFFF, which is no character") { article("a", "A 1️⃣\u{FFFF}.\n") },
        spoiled("bytes of Latin-1", .notUTF8, help: "save the file as UTF-8") {
            file("content/articles/a.md", bytes: Array("---\ntitle: A\ndate: 2026-09-01\n---\nCaf1️⃣".utf8) + [0xE9, 0x0A])
        },
        spoiled("a character cut off at the end", .notUTF8) {
            file("content/articles/a.md", bytes: Array("---\ntitle: A\ndate: 2026-09-01\n---\nदूसरी1️⃣".utf8) + [0xE0, 0xA4])
        },
        spoiled("a surrogate", .notUTF8) {
            file("content/articles/a.md", bytes: Array("---\ntitle: A\ndate: 2026-09-01\n---\n👍🏽 1️⃣".utf8) + [0xED, 0xA0, 0x80])
        },
        spoiled("bad bytes in a theme", .notUTF8) {
            file("themes/plain/templates/page.html", bytes: Array("<p>1️⃣".utf8) + [0xFF])
        },
        spoiled("bad bytes in the configuration", .notUTF8) {
            file(
                "content/site.yml",
                bytes: Array("title: Test\nbaseURL: https://www.example.org/\ndescription: 1️⃣".utf8) + [0xFF, 0x0A])
        },
        spoiled("UTF-16, little end first", .notUTF8, "the file is UTF-16, not UTF-8", help: "save it as UTF-8") {
            file("content/articles/a.md", bytes: Array("1️⃣".utf8) + [0xFF, 0xFE, 0x2D, 0, 0x2D, 0])
        },
        spoiled("UTF-16, big end first", .notUTF8) {
            file("content/articles/a.md", bytes: Array("1️⃣".utf8) + [0xFE, 0xFF, 0, 0x2D, 0, 0x2D])
        },
        spoiled("UTF-16 without a mark", .notUTF8, "the file is UTF-16, not UTF-8") {
            file(
                "content/articles/a.md",
                bytes: Array("1️⃣".utf8) + "---\ntitle: A\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        },
        spoiled("a file of more than a mebibyte", .fileTooLarge, help: "split the text into several files") {
            file("content/articles/a.md", "1️⃣" + String(repeating: "word ", count: 209_716))
        },
        spoiled("an empty file", .missingFrontMatter) { file("content/articles/a.md", "1️⃣") },
    ]
}
