import SiteModel
import Testing

@testable import Templates

/// Templates that would grow without end while what all pages share is done beforehand. `rendered` compares both ways of rendering.
@Suite(.timeLimit(.minutes(1))) struct HostileSpecializingTests {
    private static let list = "[" + (1...32).map(String.init).joined(separator: ",") + "]"

    /// Loops over 32 numbers each, inside each other.
    private func loops(_ count: Int, _ body: String) -> String {
        (0..<count).map { "{% for x\($0) in \(Self.list) %}" }.joined() + body
            + String(repeating: "{% endfor %}", count: count)
    }

    private func rendered(_ text: String, limits: RenderLimits = .standard, body: String = "") -> String {
        guard case .record(var fields) = TestSite.root[0] else { return "" }
        fields[1] = .html(Array(body.utf8))
        return MarkedTemplates(["main": text]).rendered(limits: limits, root: [.record(fields), TestSite.root[1]])
    }

    /// About how many bytes a template keeps for all pages when all that it can know is known.
    private func kept(_ text: String) throws -> Int {
        let templates = MarkedTemplates(["main": text]).compiled().value
        let entry = try #require(templates.entry("main"))
        let template = templates.ready(entry, TestSite.english, knowing: TestSite.knownFields(of: TestSite.root))
        // Equal ones are the same in memory.
        let texts = Set(template.program.constants.compactMap { $0.printed?.string })
        return template.literals.count + texts.reduce(0) { $0 + $1.utf8.count }
            + template.program.ops.count * MemoryLayout<Op>.stride
    }

    @Test func keepsLongTextsOnce() throws {
        let text = String(repeating: "0123456789", count: 50_000)
        for depth in 2...4 {
            let found = rendered(loops(depth, text))
            #expect(found.hasSuffix(": template-value: the page becomes larger than 67108864 bytes"), "\(found.prefix(200))")
            #expect(try kept(loops(depth, text)) < 6 << 20)
        }
        let few = "{% for x in [1, 2, 3] %}{% for y in \(Self.list) %}\(text){% endfor %}{{ page.title }}{% endfor %}"
        let row = String(repeating: text, count: 32) + "A &amp; B"
        #expect(rendered(few) == row + row + row)
    }

    @Test func keepsLongValuesOnce() throws {
        let long = String(repeating: "<", count: 20_000)
        let cases = [
            "{% set x %}\(long){{ x0 }}{% endset %}{% if x == page.title %}1{% endif %}",
            "{% if (x0 ~ '\(long)') == page.title %}1{% endif %}", "{% if page.minutes == 9 %}{{ '\(long)' }}{% endif %}",
        ]
        for text in cases {
            #expect(rendered(loops(2, text)) == "", "\(text.prefix(40))")
            #expect(try kept(loops(3, text)) < 6 << 20, "\(text.prefix(40))")
        }
        let shown = rendered(loops(1, "{{ '\(long)' ~ x0 }}"))
        #expect(shown == (1...32).map { String(repeating: "&lt;", count: 20_000) + "\($0)" }.joined())
    }

    @Test func measuresPagesWhileTheyArePrinted() {
        let body = String(repeating: "b", count: 1 << 20)
        for depth in 2...3 {
            let templates = MarkedTemplates(["main": loops(depth, "{{ 1️⃣page.body }}")])
            let found = rendered(loops(depth, "{{ page.body }}"), body: body)
            let expected = "\(templates.mark ?? ""): template-value: the page becomes larger than 67108864 bytes"
            #expect(found == expected, "\(found.prefix(200))")
        }
        let straight = String(repeating: "{{ page.body }}", count: 10_000)
        #expect(rendered(straight, body: body).hasPrefix("main:963: template-value: the page becomes larger"))
    }

    @Test func failsBehindALongPage() {
        let text = String(repeating: "0123456789", count: 7_000)
        let templates = MarkedTemplates(["main": text + "{{ page.title }}{{ page.extra.1️⃣nope }}"])
        #expect(templates.rendered() == "\(templates.mark ?? ""): template-value: 'nope' is not defined")
        #expect(MarkedTemplates(["main": text + "{{ page.title }}"]).rendered() == text + "A &amp; B")
        #expect(rendered("{{ page.body }}{{ page.extra.nope }}", body: text).hasSuffix("'nope' is not defined"))
    }

    /// Macros of which each calls the next.
    private func chain(_ count: Int, _ call: (String) -> String) -> String {
        (1..<count).map { "{% macro m\($0)() %}\(call("{{ m\($0 + 1)() }}")){% endmacro %}" }.joined()
            + "{% macro m\(count)() %}end{% endmacro %}"
    }

    @Test func callsLongChainsOfMacros() {
        let calls = (1...1_999).map { "{{ m\($0)() }}" }.joined()
        let deep = rendered(chain(1_999) { $0 } + calls)
        #expect(deep.hasSuffix(": template-value: macros call each other more than 64 deep"), "\(deep.prefix(200))")
        let guarded = chain(1_999) { "{% for x in [1, 2] %}{% if page.minutes == 9 %}\($0){% endif %}{% endfor %}" }
        #expect(rendered(guarded + calls) == "end")
    }

    @Test func countsMacrosThatWerePutIn() {
        // The compiler lets a chain be so long when each macro is also called elsewhere.
        func page(_ count: Int, _ call: (String) -> String = { $0 }) -> String {
            let calls = (1...count).map { "{{ m\($0)() }}" }.joined()
            return chain(count, call) + "{% if page.title == 'no' %}\(calls){% endif %}{{ m1() }}"
        }
        for depth in [3, 15, 16, 17, 63, 64] { #expect(rendered(page(depth)) == "end", "\(depth)") }
        for depth in [65, 66, 79, 80, 81, 90] {
            let templates = MarkedTemplates(["main": page(depth) { $0 == "{{ m65() }}" ? "{{ 1️⃣m65() }}" : $0 }])
            let expected = "\(templates.mark ?? ""): template-value: macros call each other more than 64 deep"
            #expect(templates.rendered() == expected, "\(depth)")
        }
        let small = RenderLimits(iterations: 1_000, bytes: 10_000, depth: 5)
        #expect(rendered(chain(5) { $0 } + "{{ m1() }}", limits: small) == "end")
        #expect(rendered(chain(6) { $0 } + "{{ m1() }}", limits: small).hasSuffix("macros call each other more than 5 deep"))
    }

    @Test func takesOneOfManyBranches() {
        let branches = (1...20_000).map { "{% elif page.minutes == \($0 + 3) %}\($0)" }.joined()
        #expect(rendered("{% if page.minutes == 1 %}0\(branches){% else %}none{% endif %}") == "none")
        #expect(rendered("{% if page.minutes == 3 %}0\(branches){% else %}none{% endif %}") == "0")
    }

    @Test func leavesLoopsThatMultiply() throws {
        let limits = RenderLimits(iterations: 100_000, bytes: 1 << 20, depth: 64)
        let found = rendered(loops(5, "{{ page.title }}"), limits: limits)
        #expect(found.hasSuffix("more than 100000 times") || found.hasSuffix("larger than 1048576 bytes"), "\(found.prefix(200))")
        let wide = loops(3, String(repeating: "{{ lang }}", count: 10))
        #expect(try kept(wide) < 2 << 20)
        #expect(rendered(wide) == String(repeating: "en", count: 32 * 32 * 32 * 10))
    }
}
