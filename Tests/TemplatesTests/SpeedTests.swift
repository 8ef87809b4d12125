import Foundation
import SiteModel
import Templates
import Testing

/// How long one article page takes: 120 template lines, nested loops, 8 KB of HTML.
/// Run it with `swift test -c release --filter TemplatesTests.SpeedTests`; a debug build only renders it once.
@Suite struct SpeedTests {
    @Test func rendersAnArticlePage() throws {
        let lines = (0..<20).map { row in
            """
            <section class="row-\(row)" data-lang="{{ lang }}">
              {% if page.subtitle %}<p class="sub">{{ page.subtitle }}</p>{% else %}<p>{{ page.title }}</p>{% endif %}
              <ul>{% for tag in page.tags %}<li class="{{ 'last' if loop.last else 'item' }}">{{ tag }}</li>{% endfor %}</ul>
              <h2>{{ page.title }} &ndash; {{ t('minutesRead', count=page.minutes) }}</h2>
              <a href="/{{ lang }}/{{ page.title|urlencode }}/">{{ page.title }}</a>
            </section>
            """
        }
        let macro =
            "{% macro tree(entries) %}<ol>{% for e in entries %}<li>{{ e.text }}{% if e.children %}{{ tree(e.children) }}{% endif %}</li>{% endfor %}</ol>{% endmacro %}"
        let base = "<!doctype html>\n{% block body %}{% endblock %}\n"
        let main =
            "{% extends 'base' %}\(macro){% block body %}\n\(lines.joined(separator: "\n")){{ tree(page.outline) }}{{ page.body }}{% endblock %}"
        let outcome = MarkedTemplates(["base": base, "main": main]).compiled()
        #expect(outcome.diagnostics.all.map(shown) == [])
        let template = outcome.value.ready(try #require(outcome.value.entry("main")), TestSite.english, knowing: [:])
        var root = TestSite.root
        if case .record(var fields) = root[0] {
            fields[1] = .html(Array(repeating: 0x61, count: 8192))
            fields[5] = .list((0..<4).map { .string("tag <\($0)>") })
            root[0] = .record(fields)
        }
        var output: [UInt8] = []
        let rounds = isOptimized ? 2000 : 1
        var best = Duration.seconds(100)
        for _ in 0..<10 {
            let time = ContinuousClock().measure {
                for _ in 0..<rounds {
                    output = template.render(root: root).output
                }
            }
            best = min(best, time / rounds)
        }
        // What is timed is the whole page: each of its 20 sections, with 4 tags, and the text at its end.
        let page = String(decoding: output, as: UTF8.self)
        #expect(page.components(separatedBy: "<section class=\"row-").count == 21)
        #expect(page.components(separatedBy: "<li class=\"item\">tag &lt;").count == 61)
        #expect(page.components(separatedBy: "<li class=\"last\">tag &lt;3&gt;</li>").count == 21)
        #expect(page.hasSuffix(String(repeating: "a", count: 8192)))
        print("\(main.utf8.split(separator: 10).count) lines, \(output.count) bytes: \(best)")
    }

    private var isOptimized: Bool {
        var result = true
        assert(
            {
                result = false; return true
            }())
        return result
    }
}
