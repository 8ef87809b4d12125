package import SiteModel
import Synchronization

/// Compiles all templates of a theme, once, for every entry point.
///
/// In: the sources, what each entry point is given, the record types that this refers to, and the messages of the
/// language in which keys and arguments of `t` are checked. Out: programs, and every message about every template; where
/// there are errors the programs must not be rendered.
package func compile(
    _ sources: [TemplateSource], entryPoints: [EntryPoint], schema: Schema, messages: MessageCatalogue
) -> Outcome<Templates> {
    let library = Library(sources)
    var diagnostics = library.diagnostics
    var literals = Literals()
    var reached = Compiler.Reached()
    var templates = Templates(sources: sources.map(\.path), messages: messages)
    for entryPoint in entryPoints {
        guard let index = library.index(of: entryPoint.template) else {
            diagnostics.add(missing(entryPoint, library))
            templates.add(Program(), named: entryPoint.template)
            continue
        }
        var compiler = Compiler(library: library, schema: schema, messages: messages, literals: consume literals, isOpen: false)
        compiler.compile(index, variables: entryPoint.variables)
        templates.add(compiler.program, named: entryPoint.template)
        literals = compiler.literals
        reached.formUnion(compiler.reached)
        diagnostics.add(contentsOf: compiler.diagnostics)
    }
    var compiler = Compiler(library: library, schema: schema, messages: messages, literals: Literals(), isOpen: true)
    compiler.checkRest(reached)
    diagnostics.add(contentsOf: compiler.diagnostics)
    templates.literals = literals.bytes
    return Outcome(templates, Diagnostics(diagnostics.all))
}

/// The same for templates of which it is known that there is nothing to say: each entry point is compiled when a page first asks for it.
package func compileLater(
    _ sources: [TemplateSource], entryPoints: [EntryPoint], schema: Schema, messages: MessageCatalogue
) -> Templates {
    var templates = Templates(sources: sources.map(\.path), messages: messages)
    templates.wait(Waiting(Library(sources), entryPoints, schema, messages))
    return templates
}

/// Entry points that are compiled when they are first asked for, from any thread.
final class Waiting: Sendable {
    let entryPoints: [EntryPoint]
    private let library: Library
    private let schema: Schema
    private let messages: MessageCatalogue
    private let known = Mutex<[Int: Compiled]>([:])

    typealias Compiled = (program: Program, literals: [UInt8])

    init(_ library: Library, _ entryPoints: [EntryPoint], _ schema: Schema, _ messages: MessageCatalogue) {
        (self.library, self.entryPoints, self.schema, self.messages) = (library, entryPoints, schema, messages)
    }

    func compiled(_ index: Int) -> Compiled {
        known.withLock { known in
            if let compiled = known[index] { return compiled }
            let compiled = compile(entryPoints[index])
            known[index] = compiled
            return compiled
        }
    }

    private func compile(_ entryPoint: EntryPoint) -> Compiled {
        guard let template = library.index(of: entryPoint.template) else { return (Program(), []) }
        var compiler = Compiler(library: library, schema: schema, messages: messages, literals: Literals(), isOpen: false)
        compiler.compile(template, variables: entryPoint.variables)
        return (compiler.program, compiler.literals.bytes)
    }
}

private func missing(_ entryPoint: EntryPoint, _ library: Library) -> Diagnostic {
    let nearest = nearestName(to: entryPoint.template, among: library.names)
    return Diagnostic(
        .templateInclude, "there is no template '\(entryPoint.template)'", at: SourceLocation(entryPoint.template),
        help: nearest.map { "did you mean '\($0)'?" })
}

extension Compiler.Reached {
    mutating func formUnion(_ other: Compiler.Reached) {
        templates.formUnion(other.templates)
        macros.formUnion(other.macros)
    }
}

extension Compiler {
    /// Checks what no entry point reaches, as far as that goes without knowing its variables.
    mutating func checkRest(_ done: Reached) {
        reached = done
        for index in library.templates.indices where !reached.templates.contains(index) {
            (scopes, facts, nextSlot) = ([], [], 0)
            check { $0.unit(index, .start) }
        }
        for (index, parsed) in library.templates.enumerated() {
            for (name, macro) in parsed.macros.sorted(by: { $0.key < $1.key }) {
                let reference = MacroReference(template: index, name: name, seesPage: true)
                guard !reached.macros.contains("\(index) \(name)") else { continue }
                instances.append(
                    MacroInstance(reference: reference, types: macro.parameters.map { _ in .dynamic }, depth: 1))
            }
        }
        compileMacros()
    }
}
