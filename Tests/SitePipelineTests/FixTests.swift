import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@Suite struct FixTests {
    private static let options = BuildOptions(jobs: 1, now: testClock)

    private static func plan(_ site: InMemorySite) async -> FixPlan { await planFixes(options, in: site.files) }

    /// A source with a mistake at its mark, and what stands in its place afterwards.
    @Test(arguments: [
        ("titel: 1", "a misspelt key"), ("tag: [a]", "another generator's"), ("toc: yes", "a boolean"),
        ("toc: \"false\"", "quotes"),
        ("updated: 2026/09/02", "a date"), ("language: en_GB", "a locale"), ("share: {via: \"@me\"}", "a handle"),
        ("share: {hashtags: [\"#one\"]}", "a hashtag"), ("share: {networks: [whatsap, copy]}", "a network"),
        ("authors: [Ann Lee]", "a person"), ("faqs: [t#oen]", "a question"), ("contact: chta", "a record"),
        ("specialty: Oncologc", "a choice"), ("template: artcile.html", "a template"), ("allow: [headin-order]", "a code"),
        ("related: [articles/bicycel.md]", "a source"), ("related: [bicycle]", "a source by its name"),
    ])
    func aKeyOrValueIsPutRight(line: String, name: String) async {
        let plan = await Self.plan(Self.site("---\ntitle: A\ndate: 2026-09-01\n\(line)\n---\nText.\n"))
        if line.hasPrefix("titel") {
            // There is a title already: which of the two is meant, nobody can tell.
            #expect(plan.files.isEmpty)
            return
        }
        #expect(plan.files.map(\.path) == ["content/articles/a.md"], "\(name): \(plan.remaining)")
        #expect(plan.count == 1)
        #expect(plan.remaining.filter { $0.location.path == "content/articles/a.md" }.isEmpty, "\(plan.remaining.map(\.message))")
    }

    @Test(arguments: [
        ("[x](/articles/bicycle)", "[x](/articles/bicycle/)"), ("[x](/articels/bicycle/)", "[x](/articles/bicycle/)"),
        ("[x](bicycel.md)", "[x](bicycle.md)"),
        ("[x](bicycle.md#prat)", "[x](bicycle.md#part)"), ("[x](//example.org/a)", "[x](https://example.org/a)"),
        ("![A bed](bde.png) x", "![A bed](bed.png) x"), ("> [!NOTICE]\n> x", "> [!NOTE]\n> x"),
        (":::baxx\nx\n:::", ":::baxx\nx\n:::"), ("[//example.org/a](//example.org/a)", "[//example.org/a](//example.org/a)"),
        ("\n\n## x {#my long part}", "\n\n## x {#my-long-part}"), ("[gone](/articles/zebra/)", "[gone](/articles/zebra/)"),
    ])
    func aTextIsPutRightWhereItsWordsAreNot(before: String, after: String) async {
        let head = "---\r\ntitle: A\r\ndate: 2026-09-01\r\n---\r\n\r\n👩‍👩‍👧 שלום e\u{301} "
        let lines = { (text: String) in head + text.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n" }
        let isQuote = before.hasPrefix(">") || before.hasPrefix(":::")
        let start = isQuote ? "\n\n" : ""
        let plan = await Self.plan(Self.site(lines(start + before)))
        let result = plan.files.first.map { String(decoding: $0.after, as: UTF8.self) }
        #expect((result ?? lines(start + before)) == lines(start + after))
        #expect(plan.files.isEmpty == (before == after))
    }

    @Test func aQuestionGetsItsId() async {
        let site = InMemorySite {
            config()
            file(
                "content/faqs/t.md",
                "\u{FEFF}---\r\ntitle: T\r\n---\r\n\r\n## Wer zahlt das? ##\r\n\r\nWir.\r\n\r\nUnd wer\r\nnicht?\r\n------\r\n\r\nDu.\r\n"
            )
        }
        let plan = await Self.plan(site)
        #expect(
            plan.files.map { String(decoding: $0.after, as: UTF8.self) } == [
                "\u{FEFF}---\r\ntitle: T\r\n---\r\n\r\n## Wer zahlt das? {#wer-zahlt-das} ##\r\n\r\nWir.\r\n\r\nUnd wer\r\nnicht? {#und-wer-nicht}\r\n------\r\n\r\nDu.\r\n"
            ])
        #expect(plan.remaining.isEmpty)
    }

    /// A key that is put right has a value that was not looked at before.
    @Test func whatAFixBringsToLightIsFixedToo() async {
        let plan = await Self.plan(Self.site("---\ntitle: A\ndate: 2026-09-01\nsahre: {networks: [whatsap]}\n---\nText.\n"))
        #expect(
            plan.files.first.map { String(decoding: $0.after, as: UTF8.self) }?.contains("share: {networks: [whatsapp]}") == true)
        #expect(plan.count == 2)
    }

    /// `published: true` is `draft: false`, and two keys for one cannot both be renamed.
    @Test(arguments: [
        "published: true", "permalink: /a/", "keywords: [a]", "lastmod: 2026-09-02\nmodified: 2026-09-03",
        "autor: [ann]\nauthor: [ann]",
    ])
    func whatNeedsAChoiceIsLeft(lines: String) async {
        #expect(await Self.plan(Self.site("---\ntitle: A\ndate: 2026-09-01\n\(lines)\n---\nText.\n")).files.isEmpty)
    }

    @Test func theDiffIsOneThatPatchTakes() async throws {
        let lines = (1...12).map { "extra\($0): x" }
        let site = Self.site("---\ntitle: A\ndate: 2026-09-01\ntoc: yes\n---\n\(lines.joined(separator: "\n"))\n[x](bicycel.md)")
        let file = try #require(await Self.plan(site).files.first)
        #expect(
            file.diff == """
                --- a/content/articles/a.md
                +++ b/content/articles/a.md
                @@ -1,7 +1,7 @@
                 ---
                 title: A
                 date: 2026-09-01
                -toc: yes
                +toc: true
                 ---
                 extra1: x
                 extra2: x
                @@ -15,4 +15,4 @@
                 extra10: x
                 extra11: x
                 extra12: x
                -[x](bicycel.md)
                \\ No newline at end of file
                +[x](bicycle.md)
                \\ No newline at end of file

                """)
    }

    // On disk.

    @Test func filesAreReplacedAndNothingElseIsTouched() async throws {
        let folder = try Folder(Self.site("---\r\ntitle: A\r\ndate: 2026-09-01\r\ntoc: no\r\n---\r\nText.\r\n"))
        let path = folder.root + "/content/articles/a.md"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let before = try folder.names()
        let plan = await planFixes(Self.options, in: DiskFileSystem(root: folder.root))
        try apply(plan, at: folder.root)
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                == "---\r\ntitle: A\r\ndate: 2026-09-01\r\ntoc: false\r\n---\r\nText.\r\n")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        #expect(try folder.names() == before)
        #expect(await planFixes(Self.options, in: DiskFileSystem(root: folder.root)).files.isEmpty)
    }

    @Test func aFileThatChangedMeanwhileStopsAll() async throws {
        let folder = try Folder(Self.site("---\ntitle: A\ndate: 2026-09-01\ntoc: no\n---\nText.\n", with: "timezone: UTC\n"))
        let plan = await planFixes(Self.options, in: DiskFileSystem(root: folder.root))
        #expect(plan.files.count == 2)
        let other = "title: Test\nbaseURL: https://www.example.org/\ntimeZone: UTC\n"
        try Data(other.utf8).write(to: URL(fileURLWithPath: folder.root + "/content/site.yml"))
        #expect(throws: PublishError.self) { try apply(plan, at: folder.root) }
        #expect(try String(contentsOfFile: folder.root + "/content/articles/a.md", encoding: .utf8).contains("toc: no\n"))
        #expect(try String(contentsOfFile: folder.root + "/content/site.yml", encoding: .utf8) == other)
    }

    /// What a build remembers of a site that did not change has its fixes as well.
    @Test func aBuildThatDidNothingSaysTheSame() async throws {
        let folder = try Folder(
            InMemorySite {
                config()
                file("content/faqs/t.md", "---\ntitle: T\n---\n\n## One?\n\nYes.\n")
            })
        let folders = SiteFolders(source: folder.root, output: folder.root + "/output")
        let first = try await publishSite(Self.options, folders, usesRecord: true)
        let second = try await publishSite(Self.options, folders, usesRecord: true)
        #expect(second.value.report?.writtenPaths.isEmpty == true)
        #expect(first.diagnostics.sorted.compactMap(\.fix).count == 1)
        #expect(second.diagnostics.sorted == first.diagnostics.sorted)
    }

    private static func site(_ text: String, with lines: String = "") -> InMemorySite {
        InMemorySite {
            config("contact: {chat: {label: Chat, phone: \"+441234567890\"}}\n" + lines)
            file("content/articles/a.md", text)
            article("bicycle", "## Part {#part}\n")
            file("content/articles/bed.png", bytes: pngImage(width: 40, height: 40))
            file("content/people/ann-lee.md", "---\nname: Ann Lee\n---\n")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## One? {#one}\n\nYes.\n")
        }
    }

    /// A site on disk, gone after the test.
    private final class Folder {
        let root = NSTemporaryDirectory() + "martlet-fix-" + UUID().uuidString

        init(_ site: InMemorySite) throws {
            for (path, text) in site.sources {
                let url = URL(fileURLWithPath: root + "/" + path)
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.bytes).write(to: url)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        func names() throws -> Set<String> { Set(try fileTree(root).keys) }
    }
}
