import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Sources spoiled at random, the same in every run: a build of any of them ends, with a site or with errors.
@Suite struct HostileInputTests {
    @Test func everyBuildEndsWithFilesOrErrors() async {
        var random = SplitMix64(state: 20_261_101)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(5)
        var rounds = 0
        while rounds < 4000, clock.now < end {
            var files = Self.site.files
            for _ in 0...Int.random(in: 0...2, using: &random) { Self.spoil(&files, &random) }
            let build = await SitePipeline.build(BuildOptions(jobs: 1, now: testClock), in: files)
            let report = TerminalReport(isColoured: false) { [files] in files.files[$0] }
            #expect(build.value.files.isEmpty == build.diagnostics.hasErrors)
            #expect(report.lines(build.diagnostics.sorted).isEmpty == build.diagnostics.all.isEmpty)
            rounds += 1
        }
        #expect(rounds > 20)
    }

    @Test func beforeItIsSpoiledTheSiteHasNoErrors() async {
        let build = await Self.site.build()
        #expect(!build.outcome.diagnostics.hasErrors, "\(build.terminalText)")
    }

    private static func spoil(_ files: inout InMemoryFileSystem, _ random: inout SplitMix64) {
        let paths = files.files.keys.sorted()
        let path = paths[Int.random(in: 0..<paths.count, using: &random)]
        var bytes = files.files[path] ?? []
        let place = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...min(60, bytes.count - place), using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where place < bytes.count: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        case 1: bytes.removeSubrange(place...)
        case 2: bytes.removeSubrange(place..<(place + length))
        case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
        case 4:
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            let count = Int.random(in: 0..<4, using: &random) == 0 ? 300 : 1
            bytes.insert(contentsOf: (0..<count).flatMap { _ in word.utf8 }, at: place)
        case 5:
            let other = files.files[paths[Int.random(in: 0..<paths.count, using: &random)]] ?? []
            let start = Int.random(in: 0...other.count, using: &random)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 80)], at: place)
        case 6:
            bytes = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).shuffled(using: &random).joined(separator: [
                0x0A
            ]).map { $0 }
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
        files.files[path] = bytes
    }

    /// What means something to one of the languages.
    private static let words = [
        "[", "](", "]: ", "[^1]", "[^1]: ", "![", "{#a", "}", ":::", ":::care {level=1}\n", "---\n", "***", "> ", "- ", "1. ",
        "    ", "\t",
        "|", "|-|\n", "`", "```\n", "<", "<!--", "-->", "<script", "&#0;", "&amp", "\\", "\n\n", "\r", "\r\n", "\u{FEFF}", "\0",
        "\u{202E}",
        "é", "👩‍⚕️", "https://", "www.", "@a.b", "{{", "}}", "{%", "%}", "{% if ", "{% for x in ", "{% block a %}", "{#", "'", "\"",
        "(", ")",
        "|default(", " is ", " not ", "..", "~", "*", "&a ", "*a", "!x ", ": ", "? ", "[[", "{a: ", "draft: true\n", "title: x\n",
        "99999999999999999999",
        "2026-13-45", "-1", "/../", "#", "%2", "%00", "> [!NOTE]\n", "## A {#a aka=b}\n", "=\n", "~~",
    ]

    private static let site = InMemorySite {
        config(
            """
            timeZone: Asia/Kolkata
            menu: [{label: A, url: /articles/}]
            permalinks: {articles: /articles/:slug/}
            contact: {chat: {label: Chat, phone: "+911234567890"}}
            cta: {book: {title: Book, label: Book, url: /articles/}}
            defaults: {contact: chat, cta: book}

            """)
        articleFolder(
            "a",
            """
            One [b](../b.md#two "T") *and* **more** `code` https://example.org/x(y) <b id="q">HTML</b>[^1].

            > [!NOTE]
            > An alert, ~~gone~~, ![B](b.png)

            ## Part {#part .x aka=old}

            | One | Two |
            |:----|----:|
            | a   | [b](../b.md) |

            - [x] Done
              1. More

            :::care {level=1 title="Two words"}
            Inside
            :::

            ```swift
            code
            ```

            ![B](b.png "Caption")

            [^1]: A note.

            """,
            with:
                "aliases: [/old/]\ntags: [One, two]\nauthors: [ann]\nfaqs: [t#why, {question: Q?, id: q2, answer: \"A *b*\"}]\nextra: {a: [1, {b: c}]}"
        )
        file("content/articles/a/faq.md", "## Why me? {#me}\n\nBecause of [this](#part).\n\n## How?\n\nSo.\n")
        file("content/articles/a/share.md", "---\nhashtags: [Health]\nnetworks: [x, copy]\n---\nText.\n")
        file("content/articles/a/b.png", bytes: pngImage(width: 20, height: 10))
        article(
            "b", "## Two\n\nText.\n", with: "updated: 2026-09-02T10:00:00+05:30\ndraft: false\nrelated: [articles/a/index.md]")
        file("content/faqs/t.md", "---\ntitle: T\n---\nIntro.\n\n## Why? {#why aka=wherefore}\n\nBecause.\n")
        file("content/people/ann.md", "---\nname: Ann\ncredentials: [MD]\n---\nShe writes.\n")
        file(
            "themes/plain/templates/page.html",
            "{% extends \"base.html\" %}{% block main %}{% for x in page.breadcrumbs %}{{ loop.index }} {{ x.title|upper }}{% else %}-{% endfor %}{% endblock %}\n"
        )
        file("themes/plain/theme.yml", "name: plain\nids: [main]\nblocks: {care: [level, title]}\n")
        file("content/pages/p.md", "---\ntitle: P\ntoc: true\n---\n## One\n\n## Two\n")
    }
}

/// A generator of random numbers with a state of one word, the same on every machine (Steele, Lea and Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
