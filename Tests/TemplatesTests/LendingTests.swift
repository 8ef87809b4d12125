import Foundation
import SiteModel
import Templates
import Testing

/// Steps look at values where they stand; what a step makes lives as long as something shows it, and no longer.
@Suite struct LendingTests {
    @Test func keepsWhatIsStillShown() {
        let cases: [(text: String, expected: String)] = [
            // A variable that another one was set from.
            (
                "{% set x = 'a rather long text ' ~ lang %}{% set y = x %}{% set x = 'one in its place, ' ~ lang %}{{ y }}|{{ x }}",
                "a rather long text en|one in its place, en"
            ),
            // A variable set from an item, and from a field of an item, of a list that a filter made.
            (
                "{% for e in page.outline|selectattr('children') %}{% set below = e.children %}{% set u = e.text ~ ', by the way' %}"
                    + "{% for c in below|reverse %}{% set v = c.text %}{{ v }} {{ u }};{% endfor %}{% endfor %}",
                "1.2 1, by the way;1.1 1, by the way;"
            ),
            // The record that is left of a list that a filter made.
            (
                "{% set made = page.outline|selectattr('children') %}{% if made %}{% set e = made|first %}"
                    + "{% for c in e.children|reverse %}{{ c.text }},{% endfor %}{{ e.text }}{% endif %}", "1.2,1.1,1"
            ),
            // Lists that go through macros and are made anew on the way.
            (
                "{% macro m(list, n) %}{% for x in list %}{{ x }}{% if n %}({{ m(list|reverse, n - 1) }}){% endif %}{% endfor %}{% endmacro %}"
                    + "{{ m(['the first of two texts,' ~ lang, 'the second of two,' ~ lang], 1) }}",
                "the first of two texts,en(the second of two,enthe first of two texts,en)"
                    + "the second of two,en(the second of two,enthe first of two texts,en)"
            ),
            // What was sorted out of a list that a filter made, and how many.
            (
                "{% for x in ['a text of many letters', 'a text of many words', lang]|reverse if 'text' in x %}"
                    + "{{ loop.index }}/{{ loop.length }} {{ x }};{% endfor %}",
                "1/2 a text of many words;2/2 a text of many letters;"
            ),
            // What was caught in a loop, and handed on.
            (
                "{% for tag in page.tags %}{% set c %}<b>{{ tag }} and a few words more</b>{% endset %}{% set d = c %}{% set c = 'x' %}"
                    + "{{ d }}{{ c }}{% endfor %}",
                "<b>a and a few words more</b>x<b>b and a few words more</b>x"
            ),
            // Values that wait on the stack while others are made.
            (
                "{% macro m(n) %}{% for i in range(n) %}{% set x = 'made in the macro ' ~ i %}{% endfor %}m{% endmacro %}"
                    + "{{ (page.title ~ ' and some more') ~ m(3) ~ (lang ~ ' and some more') }}",
                "A &amp; B and some morem" + "en and some more"
            ),
            (
                "{{ ('' or lang ~ ' is the language') ~ (page.tags and ', and there are tags') }}",
                "en is the language, and there are tags"
            ),
            ("{% for k, v in page.extra.items() %}{% if v is string %}{{ k }}={{ v }}{% endif %}{% endfor %}", "note=n&lt;"),
        ]
        for found in cases {
            let rendered = MarkedTemplates(["main": found.text]).rendered()
            #expect(rendered == found.expected, "\(found.text)")
        }
    }

    /// Each of these makes three thousand texts of a megabyte, and needs a few of them at a time.
    @Test(arguments: [
        "{% for i in range(3000) %}{% set x = page.title ~ i %}{% set y = x %}{% endfor %}",
        "{% for i in range(3000) %}{% if (page.title ~ i) == lang %}x{% endif %}{% endfor %}",
        "{% for i in range(3000) %}{% for x in [page.title ~ i] %}{% set y = x %}{% endfor %}{% endfor %}",
        "{% macro m(n, x) %}{% if n %}{{ m(n - 1, page.title ~ n) }}{% endif %}{% endmacro %}"
            + "{% for i in range(60) %}{{ m(50, '') }}{% endfor %}",
        "{% macro m(x) %}{% set y = x %}{% endmacro %}{% for i in range(3000) %}{{ m(page.title ~ i) }}{% endfor %}",
    ])
    func letsGoOfWhatNobodyShows(_ text: String) throws {
        let compiled = MarkedTemplates(["main": text]).compiled()
        #expect(compiled.diagnostics.all.map(shown) == [])
        var root = TestSite.root
        guard case .record(var fields) = root[0] else { return }
        fields[0] = .string(String(repeating: "x", count: 1 << 20))
        root[0] = .record(fields)
        let template = compiled.value.ready(try #require(compiled.value.entry("main")), TestSite.english, knowing: [:])
        let before = try peakMegabytes()
        let problem = template.render(root: root).problem
        #expect(problem == nil)
        #expect(try peakMegabytes() - before < 1000, "\(text)")
    }

    /// The most memory that this process had so far.
    private func peakMegabytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first) / 1024
    }
}
