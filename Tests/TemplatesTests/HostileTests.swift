import SiteModel
import Templates
import Testing

/// Templates that nobody would write: an answer in good time, and never a crash.
@Suite struct HostileTests {
    private func messages(_ text: String) -> [Diagnostic] { MarkedTemplates(["main": text]).compiled().diagnostics.all }

    @Test func refusesWhatIsTooDeep() {
        let many = 5_000
        let deep = [
            String(repeating: "{% if lang %}", count: many) + String(repeating: "{% endif %}", count: many),
            String(repeating: "{% if lang %}", count: many), String(repeating: "{% for x in [1] %}", count: many),
            "{{ " + String(repeating: "(", count: many) + "1" + String(repeating: ")", count: many) + " }}",
            "{{ " + String(repeating: "[", count: many) + " }}", "{{ " + String(repeating: "not ", count: many) + "1 }}",
            "{{ " + String(repeating: "-", count: 1) + String(repeating: " - ", count: many) + "1 }}",
            "{{ 1" + String(repeating: " + 1", count: many) + " }}", "{{ lang" + String(repeating: "|upper", count: many) + " }}",
            "{{ page.extra" + String(repeating: ".a", count: many) + " }}",
            "{{ page.extra" + String(repeating: "[0", count: many) + " }}",
            "{{ 1" + String(repeating: " if 1 else 1", count: many) + " }}",
            "{{ lang" + String(repeating: " and 1", count: many) + " }}",
            "{{ lang is eq" + String(repeating: " (1", count: many) + " }}",
            "{{ range" + String(repeating: "(range", count: many) + " }}",
        ]
        for text in deep {
            let found = messages(text)
            #expect(
                found.contains { $0.message.contains("more than 100 deep") }, "\(text.prefix(60)): \(found.prefix(2).map(shown))")
        }
    }

    @Test func answersNonsense() {
        let megabyte = 1 << 19
        let nonsense = [
            String(repeating: "{{", count: megabyte), String(repeating: "{%", count: megabyte),
            String(repeating: "{#", count: megabyte),
            String(repeating: "{{}}", count: megabyte / 2), String(repeating: "{%%}", count: megabyte / 2),
            "{{ '" + String(repeating: "\\", count: megabyte), "{{ " + String(repeating: "?", count: megabyte),
            String(repeating: "{% endif %}", count: 50_000), String(repeating: "{{ x }}", count: 50_000),
            "{% raw %}" + String(repeating: "{% endraw", count: 50_000), String(repeating: "{{ '", count: 100_000),
        ]
        for text in nonsense {
            let found = messages(text)
            #expect(!found.isEmpty && found.count <= 1000, "\(text.prefix(20))")
        }
    }

    @Test func survivesEveryPrefix() {
        let text =
            "{% extends 'a' %}{%- set x = [1, 'é\\n'] -%}{% macro m(a, b=(1)) %}{{ a[0].b|d(1, true) }}{% endmacro %}"
            + "{% block c scoped %}{% for k, v in page.extra.items() if k is not none %}{{ m(v) ~ -1 }}{# c #}{% raw %}{{{% endraw %}"
            + "{% else %}{{ 1 if x else super() }}{% endfor %}{% include 'b' %}{% endblock c %}"
        let bytes = Array(text.utf8)
        for length in bytes.indices {
            let sources = [bytes[..<length], bytes[(bytes.count - length)...]].enumerated().map { index, bytes in
                TemplateSource(path: "p\(index)", name: index == 0 ? "main" : "a", text: Array(bytes))
            }
            _ = compile(
                sources, entryPoints: [EntryPoint(template: "main", variables: TestSite.variables)], schema: TestSite.schema,
                messages: TestSite.english)
        }
    }

    @Test func refusesIncludesThatMultiply() {
        var texts = ["main": "{% include 't0' %}"]
        for index in 0..<40 { texts["t\(index)"] = "{% include 't\(index + 1)' %}{% include 't\(index + 1)' %}" }
        texts["t40"] = "x"
        let found = MarkedTemplates(texts).compiled().diagnostics.all
        #expect(found.contains { $0.message.contains("larger than") }, "\(found.prefix(3).map(shown))")
        var chain = ["main": "{% include 't0' %}"]
        for index in 0..<100 { chain["t\(index)"] = "{% include 't\(index + 1)' %}" }
        chain["t100"] = "x"
        #expect(MarkedTemplates(chain).compiled().diagnostics.all.contains { $0.message.contains("deep") })
    }

    @Test func refusesMacrosWithEverNewTypes() {
        let found = messages("{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}")
        #expect(found.map(\.code) == [.templateCycle], "\(found.map(shown))")
    }
}
