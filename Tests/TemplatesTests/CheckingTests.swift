import SiteModel
import Templates
import Testing

/// Messages about templates, each exactly at its place.
@Suite struct CheckingTests {
    /// A template with a mark, the code, and how the message begins; with `help`, how that begins.
    struct Case {
        var text: String
        var code: DiagnosticCode
        var message: String
        var help: String?
        var others: [String: String] = [:]

        init(_ text: String, _ code: DiagnosticCode, _ message: String, help: String? = nil, others: [String: String] = [:]) {
            (self.text, self.code, self.message, self.help, self.others) = (text, code, message, help, others)
        }
    }

    private func expect(_ cases: [Case]) {
        for found in cases {
            var texts = found.others
            texts["main"] = found.text
            let templates = MarkedTemplates(texts)
            let messages = templates.compiled().diagnostics.all
            let mark = templates.mark ?? "no mark"
            #expect(messages.count == 1, "\(found.text): \(messages.map(shown))")
            guard let message = messages.first else { continue }
            #expect("\(message.location.path):\(message.location.range.lower)" == mark, "\(found.text): \(shown(message))")
            #expect(message.code == found.code, "\(found.text): \(shown(message))")
            #expect(message.message.hasPrefix(found.message), "\(found.text): \(message.message)")
            if let help = found.help {
                #expect(message.help?.hasPrefix(help) ?? false, "\(found.text): \(message.help ?? "none")")
            }
        }
    }

    @Test func pointsAtUnknownNames() {
        expect([
            Case("{{ page.1️⃣titel }}", .templateName, "'Page' has no field 'titel'", help: "did you mean 'title'?"),
            Case("{{ 1️⃣pge.title }}", .templateName, "there is no variable 'pge'", help: "did you mean 'page'?"),
            Case("{% if false %}{% else %}{{ page.1️⃣x }}{% endif %}", .templateName, "'Page' has no field 'x'"),
            Case("{% for x in [] %}{{ 1️⃣y }}{% endfor %}", .templateName, "there is no variable 'y'"),
            Case("{% for x in page.tags %}{% endfor %}{{ 1️⃣x }}", .templateName, "there is no variable 'x'"),
            Case("{{ 1️⃣loop.index }}", .templateName, "'loop' is known only inside a loop"),
            Case(
                "{% for x in page.tags %}{{ loop.1️⃣indx }}{% endfor %}", .templateName, "'loop' has no",
                help: "did you mean 'index'?"),
            Case("{{ page.title|1️⃣uper }}", .templateFilter, "there is no filter 'uper'", help: "did you mean 'upper'?"),
            Case(
                "{% if page.title is 1️⃣strin %}{% endif %}", .templateFilter, "there is no test 'strin'",
                help: "did you mean 'string'?"),
            Case("{{ 1️⃣foo(1) }}", .templateName, "there is no function or macro 'foo'"),
            Case("{{ 1️⃣dict(a=1) }}", .templateName, "there is no function or macro 'dict'"),
            Case("{{ page.title.1️⃣upper() }}", .templateSyntax, "methods such as 'upper()' are not supported"),
            Case("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 1️⃣2) }}", .templateName, "'m' takes one argument"),
            Case("{% macro m(a) %}{{ a }}{% endmacro %}{{ 1️⃣m() }}", .templateName, "the macro 'm' lacks its argument 'a'"),
            Case(
                "{% macro m(alt) %}{{ alt }}{% endmacro %}{{ m(1, 1️⃣al=2) }}", .templateName, "'m' has no argument 'al'",
                help: "did you"),
            Case("{{ page.title|truncate(1️⃣len=3) }}", .templateName, "'truncate' has no argument 'len'"),
            Case("{{ page.title|1️⃣replace('a') }}", .templateFilter, "'replace' lacks its argument 'new'"),
            Case("{{ page.extra.1️⃣items }}", .templateName, "'items' is a method"),
            Case("{% set 1️⃣page = 1 %}", .templateName, "'page' is given to the template"),
            Case("{% if lang %}{% set x = 1 %}{% endif %}{{ 1️⃣x }}", .templateName, "'x' is not set on every way"),
            Case(
                "{{ page.outline|map(attribute=1️⃣'txt')|join }}", .templateName, "'Entry' has no field 'txt'",
                help: "did you mean 'text'?"),
            Case("{% block x %}{{ 1️⃣super() }}{% endblock %}", .templateName, "no template that is extended has a block 'x'"),
            Case("{{ 1️⃣super() }}", .templateName, "'super()' is known only inside a block"),
        ])
    }

    @Test func pointsAtWrongTypes() {
        expect([
            Case(
                "{{ 1️⃣page.subtitle }}", .templateType, "'page.subtitle' may be none",
                help: "ask first, such as '{% if page.subtitle %}'"),
            Case("{{ 'a' ~ 1️⃣page.subtitle }}", .templateType, "'page.subtitle' may be none"),
            Case("{{ 1️⃣page.subtitle|upper }}", .templateType, "'page.subtitle' may be none"),
            Case("{{ 1️⃣page.image.src }}", .templateType, "'page.image' may be none"),
            Case("{% if page.image %}{{ 1️⃣page.image.alt }}{% endif %}", .templateType, "'page.image.alt' may be none"),
            Case("{% if page.image or lang %}{{ 1️⃣page.image.src }}{% endif %}", .templateType, "'page.image' may be none"),
            Case("{% if page.image %}{% endif %}{{ 1️⃣page.image.src }}", .templateType, "'page.image' may be none"),
            Case("{{ page.subtitle|1️⃣default('x') }}", .templateType, "'default' replaces only", help: "write 'default(…, true)'"),
            Case("{% if page.subtitle is 1️⃣defined %}{% endif %}", .templateType, "'page.subtitle' is always defined"),
            Case("{{ 1️⃣page.tags }}", .templateType, "'page.tags' is a list and cannot be printed"),
            Case("{{ 1️⃣page }}", .templateType, "'page' is a record (Page) and cannot be printed"),
            Case("{{ page.tags|1️⃣upper }}", .templateFilter, "'upper' takes"),
            Case("{{ page.title|1️⃣join }}", .templateFilter, "'join' takes a list"),
            Case("{{ page.outline|1️⃣join }}", .templateFilter, "'join' takes a list of"),
            Case("{% for x in 1️⃣page.title %}{% endfor %}", .templateType, "'page.title' is text, not a list"),
            Case("{% for x in page.tags if x.1️⃣y %}{% endfor %}", .templateName, "text has no field 'y'"),
            Case("{% for a, b in 1️⃣page.tags %}{% endfor %}", .templateType, "text cannot be taken apart"),
            Case("{{ 1️⃣page.title + 1 }}", .templateType, "'+' cannot add text and a number", help: "'~' joins"),
            Case("{{ 1️⃣page.title - 1 }}", .templateType, "'-' takes numbers"),
            Case("{{ 1️⃣page.title < 1 }}", .templateType, "'<' cannot compare text with a number"),
            Case("{{ 1 in 1️⃣page.minutes }}", .templateType, "'in' looks into"),
            Case("{{ 1️⃣'a' if lang }}", .templateType, "this has no value when the condition is false"),
            Case("{{ 1️⃣page.tags[0] }}", .templateType, "'page.tags[0]' is not always there"),
            Case("{{ 1️⃣page.tags|first }}", .templateType, "'page.tags|first' is not always there"),
            Case("{{ page.tags.1️⃣length }}", .templateName, "a list has no field 'length'", help: "write '|length'"),
            Case("{{ page[1️⃣0] }}", .templateType, "a record (Page) has fields"),
            Case("{{ page.title|truncate(1️⃣'x') }}", .templateFilter, "'length' of 'truncate' is a number, not text"),
            Case("{{ 1️⃣page.image or page.title }}", .templateType, "this is either a record (Image) or text"),
            Case(
                "{% set x = 1 %}{% if lang %}{% set 1️⃣x = page %}{% endif %}", .templateType, "'x' is a record (Page) on one way"),
            Case("{{ 1️⃣none }}", .templateType, "'none' is none"),
            Case("{% macro m(a) %}{{ 1️⃣a }}{% endmacro %}{{ m(page.tags) }}{{ m(1) }}", .templateType, "'a' is a list"),
        ])
    }

    @Test func letsGuardedValuesPass() {
        let texts = [
            "{% if page.image and page.image.alt %}{{ page.image.alt }}{{ page.image.src }}{% endif %}",
            "{% if not page.image %}-{% else %}{{ page.image.src }}{% endif %}",
            "{% if page.image is none %}-{% elif page.image.alt %}{{ page.image.alt }}{% endif %}",
            "{{ page.image.src if page.image else '' }}{{ page.subtitle or 'x' }}{{ page.subtitle|default('', true) }}",
            "{% if not page.image or not page.image.alt %}-{% else %}{{ page.image.alt }}{% endif %}",
            "{% set s = page.subtitle %}{% if not s %}{% set s = 'x' %}{% endif %}{{ s }}",
            "{% if page.tags %}{{ page.tags[0] }}{{ page.tags|last }}{% endif %}{% if page.tags|length > 0 %}{{ page.tags[-1] }}{% endif %}",
            "{% for e in page.outline if e.children %}{{ e.children[0].text }}{% endfor %}",
            "{% for x in page.tags %}{{ page.tags[0] }}{% endfor %}{% if page.tags[1] is defined %}{{ page.tags[1] }}{% endif %}",
            "{% macro m(x) %}{% if x %}{{ x }}{% endif %}{% endmacro %}{{ m(page.subtitle) }}{{ m(none) }}{{ m(1) }}",
            "{% if page.subtitle != none and page.subtitle|length > 3 %}{{ page.subtitle }}{% endif %}",
            "{{ page.extra.a.b.c if page.extra.a is defined else '' }}",
        ]
        for text in texts {
            #expect(MarkedTemplates(["main": text]).compiled().diagnostics.all.map(shown) == [], "\(text)")
        }
    }

    @Test func pointsAtSyntax() {
        expect([
            Case("a 1️⃣{{ page.title", .templateSyntax, "'{{' is never closed"),
            Case("a 1️⃣{% if lang ", .templateSyntax, "'{%' is never closed"),
            Case("1️⃣{# never", .templateSyntax, "this comment is never closed"),
            Case("1️⃣{% raw %} never", .templateSyntax, "this 'raw' is never closed"),
            Case("{{ 1️⃣'never }}", .templateSyntax, "this string is never closed"),
            Case("{% 1️⃣if lang %}", .templateSyntax, "'if' is never closed", help: "close it with '{% endif %}'"),
            Case("{% 1️⃣for x in page.tags %}{% if x %}{% endif %}", .templateSyntax, "'for' is never closed"),
            Case("{% for x in page.tags %}{% 1️⃣if x %}{% endfor %}", .templateSyntax, "'if' is never closed"),
            Case("{% 1️⃣endif %}", .templateSyntax, "'endif' belongs to no open tag"),
            Case("{% 1️⃣inclde 'x' %}", .templateSyntax, "there is no tag 'inclde'", help: "did you mean 'include'?"),
            Case("{% 1️⃣with x = 1 %}{{ x }}{% endwith %}", .templateSyntax, "the tag 'with' of Jinja is not supported"),
            Case("{% 1️⃣do x %}", .templateSyntax, "the tag 'do' of Jinja is not supported"),
            Case("1️⃣{% %}", .templateSyntax, "a tag begins with its name"),
            Case("{{ 1️⃣}}", .templateSyntax, "a value is missing before the end of the expression"),
            Case("{{ lang 1️⃣lang }}", .templateSyntax, "'lang' is not expected here"),
            Case("{{ (1 + 21️⃣ }}".replacing("21️⃣ ", with: "2 1️⃣"), .templateSyntax, "')' is missing"),
            Case("{{ 6 1️⃣/ 2 }}", .templateSyntax, "'/' is not supported", help: "use '//'"),
            Case("{{ 2 1️⃣** 2 }}", .templateSyntax, "'**' is not supported"),
            Case("{{ 1️⃣1.5 }}", .templateSyntax, "numbers with a fraction"),
            Case("{{ lang[1️⃣:2] }}", .templateSyntax, "slices are not supported"),
            Case("{{ 1 < 2 1️⃣< 3 }}", .templateSyntax, "comparisons in a chain"),
            Case("{{ lang 1️⃣? 1 }}", .templateSyntax, "'?' has no meaning here"),
            Case("{% set a1️⃣, b = 1 %}", .templateSyntax, "'set' of several names"),
            Case("{% set a1️⃣.b = 1 %}", .templateSyntax, "'set' of a field"),
            Case("{% include 1️⃣lang %}", .templateSyntax, "the name of a template stands here in quotes"),
            Case("{% include 'x' 1️⃣ignore missing %}", .templateSyntax, "'ignore' is not supported", others: ["x": ""]),
            Case("{% block a %}{% endblock %}{% block 1️⃣a %}{% endblock %}", .templateSyntax, "the block 'a' stands twice"),
            Case("{% block a %}{% endblock 1️⃣b %}", .templateSyntax, "'b' is not the name of what ends here"),
            Case("{% if lang %}{% 1️⃣macro m() %}{% endmacro %}{% endif %}", .templateSyntax, "a macro stands at the top"),
            Case("{% for 1️⃣if in page.tags %}{% endfor %}", .templateSyntax, "'if' is a word of the language"),
            Case("x{% 1️⃣extends 'b' %}", .templateSyntax, "'extends' comes first", others: ["b": ""]),
            Case("{% extends 'b' %} 1️⃣lost", .templateSyntax, "this is never shown", others: ["b": ""]),
            Case("{% for x in page.tags 1️⃣recursive %}{% endfor %}", .templateSyntax, "recursive loops are not supported"),
            Case("{{ 1️⃣caller() }}", .templateName, "there is no function or macro 'caller'"),
        ])
    }

    @Test func pointsAtReferences() {
        expect([
            Case(
                "{% include 1️⃣'hed' %}", .templateInclude, "there is no template 'hed'", help: "did you mean 'head'?",
                others: ["head": ""]),
            Case(
                "{% extends 1️⃣'bse' %}", .templateInclude, "there is no template 'bse'", help: "did you mean 'base'?",
                others: ["base": ""]),
            Case(
                "{% include 'a' %}", .templateCycle, "templates go round in a circle: a → b → a",
                others: ["a": "{% include 'b' %}", "b": "{% include 1️⃣'a' %}"]),
            Case("{% include 1️⃣'main' %}", .templateCycle, "templates go round in a circle: main → main"),
            Case(
                "{% extends 'b' %}{% block 1️⃣bdy %}{% endblock %}", .templateName, "'b' has no block 'bdy'",
                help: "did you mean 'body'?", others: ["b": "{% block body %}{% endblock %}"]),
            Case(
                "{% from 'm' import 1️⃣buton %}", .templateName, "'m' has no macro 'buton'", help: "did you mean 'button'?",
                others: ["m": "{% macro button() %}{% endmacro %}"]),
            Case("{% import 'm' as m %}{{ m.1️⃣x() }}", .templateName, "'m' has no macro 'x'", others: ["m": ""]),
            Case(
                "{% from 'm' import b %}{{ b() }}", .templateName, "'page' is not seen in an imported macro",
                help: "import it 'with context'", others: ["m": "{% macro b() %}{{ 1️⃣page.title }}{% endmacro %}"]),
        ])
    }

    @Test func checksWhatIsNotShown() {
        expect([
            Case("{% include 'i' %}", .templateName, "'Page' has no field 'x'", others: ["i": "{{ page.1️⃣x }}"]),
            Case(
                "{% extends 'b' %}{% block a %}{% endblock %}", .templateName, "'Page' has no field 'x'",
                others: ["b": "{% block a %}{{ page.1️⃣x }}{% endblock %}"]),
            Case("", .templateFilter, "there is no filter 'x'", others: ["unused": "{{ anything.at.all|1️⃣x }}"]),
            Case("{% macro m(a) %}{{ a|1️⃣x }}{% endmacro %}", .templateFilter, "there is no filter 'x'"),
            Case("", .templateSyntax, "'if' is never closed", others: ["unused": "{% 1️⃣if x %}"]),
        ])
    }

    @Test func findsAllFaultsInOneRun() {
        let text = "{{ page.a }}{% if page. %}{{ x|y }}{% endif %}{% foo %}{{ page.title|upper( }}{{ page.b }}"
        let messages = MarkedTemplates(["main": text]).compiled().diagnostics.all
        #expect(messages.map(\.location.range.lower).sorted() == [8, 24, 29, 31, 49, 76, 86], "\(messages.map(shown))")
    }
}
