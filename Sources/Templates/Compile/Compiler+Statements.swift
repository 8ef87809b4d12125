import SiteModel

// Statements, one function each.
extension Compiler {
    mutating func statements(_ statements: [Statement]) {
        guard let first = statements.first, mayGoOn(first.range) else { return }
        depth += 1
        for statement in statements where !diagnostics.isFull { self.statement(statement) }
        depth -= 1
    }

    /// Reports and stops when the page grows without end.
    private mutating func mayGoOn(_ range: SourceRange) -> Bool {
        if diagnostics.isFull { return false }
        if depth >= Self.depthLimit {
            report(.templateInclude, "tags and includes stand more than \(Self.depthLimit) deep inside each other", range)
            return false
        }
        if steps >= Self.sizeLimit {
            report(.templateInclude, "with all includes put in, the template is larger than \(Self.sizeLimit) steps", range)
            return false
        }
        return true
    }

    private mutating func statement(_ statement: Statement) {
        switch statement.kind {
        case .text:
            let place = literals.place(of: statement.range, in: source, template)
            emit(.text(start: place.start, count: place.count), statement.range)
        case .print(let value): print(value)
        case .condition(let branches): condition(branches)
        case .loop(let loop): self.loop(loop)
        case .set(let name, let value):
            let type = self.value(value)
            assign(name, type)
        case .capture(let name, let body): capture(name, body)
        case .block(let block): self.block(block)
        case .include(let name): include(name)
        case .importModule(let parts): importMacros(parts)
        case .macro: break
        }
    }

    private mutating func capture(_ name: Name, _ body: [Statement]) {
        emit(.beginCapture, name.range)
        scoped(Scope()) { $0.statements(body) }
        emit(.endCapture, name.range)
        assign(name, .html)
    }

    /// What a branch leaves behind: the variables of the scope, and what is known.
    private struct Ending {
        var variables: [String: Variable]
        var facts: Facts
    }

    private mutating func condition(_ branches: [Statement.Branch]) {
        var names: [Name] = []
        for branch in branches { collectAssignments(in: branch.body, into: &names) }
        prepare(names)
        let before = scopes[scopes.count - 1].variables
        var endings: [Ending] = []
        var jumps: [Int] = []
        for branch in branches {
            scopes[scopes.count - 1].variables = before
            let known = facts
            var whenFalse = known
            var skip: Int?
            if let condition = branch.condition {
                truth(condition)
                skip = emit(.jumpIfFalse(to: 0), condition.range)
                whenFalse.formUnion(factsWhen(condition, is: false))
                facts.formUnion(factsWhen(condition, is: true))
            }
            statements(branch.body)
            endings.append(Ending(variables: scopes[scopes.count - 1].variables, facts: facts))
            facts = whenFalse
            guard let skip else { continue }
            jumps.append(emit(.jump(to: 0), branch.condition?.range ?? .start))
            land(skip)
        }
        if branches.last?.condition != nil { endings.append(Ending(variables: before, facts: facts)) }
        for jump in jumps { land(jump) }
        merge(endings, names)
    }

    /// After an `if`: what holds at the end of every branch.
    private mutating func merge(_ endings: [Ending], _ names: [Name]) {
        guard let first = endings.first else { return }
        facts = endings.dropFirst().reduce(first.facts) { $0.intersection($1.facts) }
        for name in names {
            var merged: Variable?
            for ending in endings {
                guard var variable = ending.variables[name.text] else { continue }
                if variable.type.isOptional, ending.facts.contains(where: { $0.path == variable.path && $0.kind != .defined }) {
                    variable.type = variable.type.present
                }
                merged = merge(merged, variable, name)
            }
            scopes[scopes.count - 1].variables[name.text] = merged
        }
    }

    private mutating func merge(_ left: Variable?, _ right: Variable, _ name: Name) -> Variable {
        guard var merged = left else { return right }
        merged.isSet = merged.isSet && right.isSet
        if let type = merged.type.merged(with: right.type) {
            merged.type = type
        } else {
            report(
                .templateType, "'\(name.text)' is \(merged.type.label) on one way and \(right.type.label) on another", name.range)
            merged.type = .dynamic
        }
        return merged
    }

    private mutating func loop(_ loop: Statement.Loop) {
        let type = value(loop.list)
        let item = itemType(of: type, loop.list)
        if let filter = loop.filter { sift(loop, filter, item) }
        let listFacts: Facts = path(of: loop.list).map { [Fact(path: $0, kind: .filled)] } ?? []
        let empty = emit(.beginLoop(orJump: 0), loop.list.range)
        assuming(listFacts) { compiler in
            compiler.scoped(Scope(isLoop: true)) { $0.loopBody(loop, item) }
        }
        let after = emit(.jump(to: 0), loop.list.range)
        land(empty)
        assuming([]) { compiler in compiler.scoped(Scope()) { $0.statements(loop.otherwise) } }
        land(after)
    }

    private mutating func loopBody(_ loop: Statement.Loop, _ item: ValueType) {
        let start = target()
        let next = emit(.nextItem(slot: 0, orJump: 0), loop.list.range)
        let slot = loopTargets(loop, item)
        program.ops[next] = .nextItem(slot: slot, orJump: 0)
        facts.formUnion(loop.filter.map { factsWhen($0, is: true) } ?? [])
        statements(loop.body)
        emit(.jump(to: start), loop.list.range)
        land(next)
        emit(.endLoop, loop.list.range)
    }

    /// Declares the variables of a loop; gives back the slot for the item.
    private mutating func loopTargets(_ loop: Statement.Loop, _ item: ValueType) -> UInt32 {
        for name in loop.targets { _ = mayBeVariable(name, isTop: false) }
        if loop.targets.count == 1 { return declare(loop.targets[0].text, item).slot }
        let whole = slot()
        var part = ValueType.dynamic
        switch item {
        case .list(let type): part = type
        case .dynamic, .nothing: break
        default:
            let help = "a loop with several variables takes pairs, such as 'extra.items()' gives"
            report(.templateType, "\(item.label) cannot be taken apart", loop.list.range, help: help)
        }
        let first = UInt32(nextSlot)
        for name in loop.targets { _ = declare(name.text, part) }
        emit(.slot(whole), loop.list.range)
        emit(.unpack(slot: first, count: UInt32(loop.targets.count)), loop.list.range)
        return whole
    }

    /// `for x in list if condition`: sorts the items out before the loop begins, so that `loop.length` is right.
    private mutating func sift(_ loop: Statement.Loop, _ filter: Expression, _ item: ValueType) {
        emit(.beginSieve, filter.range)
        scoped(Scope(hidesLoop: true)) { compiler in
            let start = compiler.target()
            let next = compiler.emit(.nextItem(slot: 0, orJump: 0), filter.range)
            let slot = compiler.loopTargets(loop, item)
            compiler.program.ops[next] = .nextItem(slot: slot, orJump: 0)
            compiler.truth(filter)
            compiler.emit(.sift, filter.range)
            compiler.emit(.jump(to: start), filter.range)
            compiler.land(next)
        }
        emit(.endSieve, filter.range)
    }

    /// The type of what a loop over a value meets.
    private mutating func itemType(of type: ValueType, _ list: Expression) -> ValueType {
        switch type {
        case .list(let item): return item
        case .dynamic, .nothing: return .dynamic
        case .optional(let inner):
            reportOptional(list, inner)
        default:
            report(.templateType, "\(shown(list)) is \(type.label), not a list", list.range)
        }
        if case .optional(.list(let item)) = type { return item }
        return .dynamic
    }
}
