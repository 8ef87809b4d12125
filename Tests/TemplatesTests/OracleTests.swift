import SiteModel
import Templates
import Testing

/// What the language accepts renders as Jinja2 renders it. `Tests/oracles/jinja2_expected.py` writes the expectations.
@Suite struct OracleTests {
    @Test func rendersTypedDataAsJinja() throws {
        for found in try JinjaCase.all() {
            var model = ModelBuilder()
            let names = found.data.keys.sorted()
            let typed = names.map { ($0, model.typed(found.data[$0] ?? .null, named: $0)) }
            let variables = RecordType("Root", typed.map { RecordType.Field($0.0, $0.1.type, "") })
            expect(found, variables, Schema(model.records), typed.map(\.1.value))
        }
    }

    @Test func rendersFreeDataAsJinja() throws {
        for found in try JinjaCase.all() {
            let names = found.data.keys.sorted()
            let variables = RecordType("Root", names.map { RecordType.Field($0, .dynamic, "") })
            expect(found, variables, Schema([]), names.map { (found.data[$0] ?? .null).free })
        }
    }

    @Test func hasEnoughCases() throws {
        #expect(try JinjaCase.all().count >= 120)
    }

    private func expect(_ found: JinjaCase, _ variables: RecordType, _ schema: Schema, _ values: [Value]) {
        let sources = found.templates.sorted { $0.key < $1.key }.map {
            TemplateSource(path: $0.key, name: $0.key, text: Array($0.value.utf8))
        }
        let none = MessageCatalogue(language: "en", messages: [:])
        let outcome = compile(
            sources, entryPoints: [EntryPoint(template: "main", variables: variables)], schema: schema, messages: none)
        let messages = outcome.diagnostics.all.map { "\($0.location.path):\($0.location.range.lower): \($0.message)" }
        guard messages.isEmpty, let entry = outcome.value.entry("main") else {
            Issue.record("\(found.name): \(found.templates["main"] ?? ""): \(messages)")
            return
        }
        // As it was compiled, with nothing known, and with all known that a record holds.
        let known = variables.fields.enumerated().compactMap { index, field -> (String, [Value?])? in
            guard case .record(let name) = field.type, case .record(let fields) = values[index] else { return nil }
            return (name, fields)
        }
        let templates = [
            outcome.value.compiled(entry, none), outcome.value.ready(entry, none, knowing: [:]),
            outcome.value.ready(entry, none, knowing: Dictionary(known) { first, _ in first }),
        ]
        for template in templates {
            let (output, failure) = template.render(root: values)
            #expect(failure == nil, "\(found.name)")
            #expect(String(decoding: output, as: UTF8.self) == found.expected, "\(found.name): \(found.templates["main"] ?? "")")
        }
    }
}
