import SiteModel
import Templates
import Testing

/// What Jinja2 cannot say: records that hold themselves, failures while rendering, limits.
@Suite struct RenderingTests {
    @Test func renders() {
        let tree = """
            {% macro tree(entries) %}
            <ol>{% for e in entries %}<li>{{ e.text }}{% if e.children %}{{ tree(e.children) }}{% endif %}</li>{% endfor %}</ol>
            {%- endmacro %}
            {{ tree(page.outline) }}
            """
        let cases: [(text: String, expected: String)] = [
            (tree, "\n<ol><li>1<ol><li>1.1<ol><li>1.1.1</li></ol></li><li>1.2</li></ol></li><li>2</li></ol>"),
            ("{{ page.title }}{{ page.body }}{{ page.extra.note }}", "A &amp; B<p>x</p>n&lt;"),
            (
                "{% for e in page.outline if e.children %}{{ e.text }}{% for c in e.children %} {{ c.text }}{% endfor %}{% endfor %}",
                "1 1.1 1.2"
            ),
        ]
        for found in cases {
            let rendered = MarkedTemplates(["main": found.text]).rendered()
            #expect(rendered == found.expected || "\n" + rendered == found.expected, "\(found.text)")
        }
    }

    @Test func pointsAtMissingFreeData() {
        let cases: [(text: String, message: String)] = [
            ("{{ page.extra.1️⃣nope }}", "'nope' is not defined"),
            ("{% if page.extra.1️⃣nope %}{% endif %}", "'nope' is not defined"),
            ("{{ page.extra.note.1️⃣more }}", "'more' is not defined: this is text"),
            ("{{ 1️⃣page.extra.list[3] }}", "the list has no item 3"),
            ("{{ 1️⃣page.extra.empty }}", "none cannot be printed"),
            ("{{ 1️⃣page.extra.list }}", "a list cannot be printed"),
            ("{% for x in 1️⃣page.extra.note %}{% endfor %}", "a loop takes a list"),
            ("{{ page.extra.list|1️⃣upper }}", "'upper' takes text"),
            ("{{ 1️⃣page.extra.note - 1 }}", "'-' takes numbers"),
            ("{{ 1️⃣1 // page.extra.number }}", "a number cannot be divided by 0"),
            ("{{ 1️⃣9223372036854775807 + 1 }}", "the number becomes too large"),
            ("{{ page.title|1️⃣truncate(1) }}", "'truncate' takes a length"),
            ("{% macro m(n) %}{{ 1️⃣m(n + 1) }}{% endmacro %}{{ m(1) }}", "macros call each other more than 64 deep"),
        ]
        for found in cases {
            let templates = MarkedTemplates(["main": found.text])
            let expected = "\(templates.mark ?? ""): template-value: \(found.message)"
            #expect(templates.rendered().hasPrefix(expected), "\(found.text): \(templates.rendered())")
        }
    }

    @Test func stopsWhatGrowsWithoutEnd() {
        let small = RenderLimits(iterations: 1000, bytes: 10_000, depth: 64)
        let doubling = "{% set x = 'aaaaaaaa' %}" + String(repeating: "{% set x = x ~ x %}", count: 40) + "{{ x|length }}"
        let cases: [(text: String, message: String)] = [
            ("{% for i in range(50) %}{% for j in range(50) %}{% endfor %}{% endfor %}", "the loops of the page go round"),
            ("{% for i in range(900) %}0123456789012345{% endfor %}", "the page becomes larger"),
            ("{% for i in range(9999999) %}{% endfor %}", "'range' gives more than"), (doubling, "the text becomes larger"),
            (
                "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
                "macros are called more"
            ),
        ]
        for found in cases {
            let rendered = MarkedTemplates(["main": found.text]).rendered(limits: small)
            #expect(rendered.contains(": template-value: \(found.message)"), "\(found.text.prefix(80)): \(rendered.prefix(80))")
        }
    }

    @Test func givesNoOutputAfterAFailure() throws {
        let compiled = MarkedTemplates(["main": "text {{ page.extra.nope }}"]).compiled().value
        let template = compiled.ready(try #require(compiled.entry("main")), TestSite.english, knowing: [:])
        for root in [TestSite.root, []] {
            let (output, problem) = template.render(root: root)
            #expect(problem != nil)
            #expect(output.isEmpty)
        }
    }
}
