import SiteModel

/// All templates of a theme, read, and what they say about each other.
struct Library: Sendable {
    let templates: [ParsedTemplate]
    private let indices: [String: Int]
    var diagnostics = LimitedDiagnostics(limit: 1000)
    /// References that lead round in a circle, by the place they stand at; nobody follows them.
    private(set) var circular: [SourceLocation] = []

    init(_ sources: [TemplateSource]) {
        var diagnostics = LimitedDiagnostics(limit: 1000)
        templates = sources.map { source in
            var parser = Parser(source)
            let template = parser.template()
            diagnostics.add(contentsOf: parser.diagnostics)
            return template
        }
        self.diagnostics = diagnostics
        indices = Dictionary(zip(sources.map(\.name), sources.indices), uniquingKeysWith: { first, _ in first })
        findCycles()
        checkBlocks()
    }

    func index(of name: String) -> Int? { indices[name] }

    var names: [String] { templates.map(\.source.name) }

    /// The template that a reference leads to; nil when there is none or it leads round in a circle.
    func follow(_ reference: Name, from template: Int) -> Int? {
        circular.contains(location(reference, in: template)) ? nil : indices[reference.text]
    }

    /// A template and those that it extends, from the most special to the base.
    func chain(from template: Int) -> [Int] {
        var chain = [template]
        while chain.count <= Compiler.inclusionLimit, let last = chain.last, let parent = templates[last].parent,
            let index = follow(parent, from: last)
        {
            chain.append(index)
        }
        return chain
    }

    func location(_ name: Name, in template: Int) -> SourceLocation {
        SourceLocation(templates[template].source.path, name.range)
    }

    /// What a template extends, includes and imports, in order.
    func references(of template: Int) -> [Name] {
        var names = templates[template].parent.map { [$0] } ?? []
        collect(templates[template].body, into: &names)
        return names
    }

    private func collect(_ statements: [Statement], into names: inout [Name]) {
        for statement in statements {
            switch statement.kind {
            case .include(let name): names.append(name)
            case .importModule(let parts): names.append(parts.template)
            default: for body in statement.bodies { collect(body, into: &names) }
            }
        }
    }

    /// Every reference must lead to a template, and never back to where it came from.
    private mutating func findCycles() {
        var states = [VisitState](repeating: .unseen, count: templates.count)
        for start in templates.indices where states[start] == .unseen {
            var walk = [Step(template: start, references: references(of: start))]
            states[start] = .onTheWay
            while var step = walk.popLast() {
                guard let reference = step.next() else {
                    states[step.template] = .done
                    continue
                }
                walk.append(step)
                guard let target = indices[reference.text] else {
                    reportMissing(reference, in: step.template)
                    continue
                }
                if states[target] == .onTheWay {
                    reportCycle(reference, walk.map(\.template), target)
                } else if states[target] == .unseen {
                    states[target] = .onTheWay
                    walk.append(Step(template: target, references: references(of: target)))
                }
            }
        }
    }

    private enum VisitState { case unseen, onTheWay, done }

    private struct Step {
        var template: Int
        var references: [Name]
        var index = 0

        mutating func next() -> Name? {
            guard index < references.count else { return nil }
            defer { index += 1 }
            return references[index]
        }
    }

    private mutating func reportMissing(_ reference: Name, in template: Int) {
        let near = nearName(to: reference.text, among: names)
        let place = location(reference, in: template)
        diagnostics.add(
            Diagnostic(
                .templateInclude, "there is no template '\(reference.text)'", at: place, help: near?.question,
                fix: near?.fix(reference.text, at: place)))
    }

    private mutating func reportCycle(_ reference: Name, _ walk: [Int], _ target: Int) {
        guard let last = walk.last, let start = walk.firstIndex(of: target) else { return }
        let place = location(reference, in: last)
        circular.append(place)
        let chain = (walk[start...] + [target]).map { templates[$0].source.name }.joined(separator: " → ")
        diagnostics.add(Diagnostic(.templateCycle, "templates go round in a circle: \(chain)", at: place))
    }

    /// A block of a template that extends another must be one of that other's, or nobody would see it.
    private mutating func checkBlocks() {
        for index in templates.indices where templates[index].parent != nil {
            let ancestors = chain(from: index).dropFirst()
            guard let base = ancestors.last, templates[base].parent == nil else { continue }
            let known = ancestors.flatMap { templates[$0].blocks.keys }.sorted()
            for statement in templates[index].body {
                guard case .block(let block) = statement.kind, !known.contains(block.name.text) else { continue }
                let nearest = nearestName(to: block.name.text, among: known)
                diagnostics.add(
                    Diagnostic(
                        .templateName, "'\(templates[base].source.name)' has no block '\(block.name.text)'",
                        at: location(block.name, in: index), help: nearest.map { "did you mean '\($0)'?" }))
            }
        }
    }
}

extension Statement {
    /// The statements inside it, part by part.
    var bodies: [[Statement]] {
        switch kind {
        case .condition(let branches): branches.map(\.body)
        case .loop(let loop): [loop.body, loop.otherwise]
        case .capture(_, let body): [body]
        case .block(let block): [block.body]
        case .macro(let macro): [macro.body]
        default: []
        }
    }
}
