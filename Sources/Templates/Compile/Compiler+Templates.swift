import SiteModel

// How templates are put together: inheritance, blocks, inclusion.
extension Compiler {
    /// Compiles a template with all that it extends, in a scope of its own.
    mutating func unit(_ index: Int, _ range: SourceRange) {
        let chain = library.chain(from: index)
        guard units.count + chain.count <= Self.inclusionLimit else {
            return report(.templateCycle, "templates include each other more than \(Self.inclusionLimit) deep", range)
        }
        let outer = (template, blocks)
        scoped(Scope(hidesLoop: true)) { compiler in
            compiler.units.append(Unit(chain: chain, top: compiler.scopes.count - 1))
            for member in chain { compiler.declareMacros(of: member) }
            for member in chain { compiler.topLevel(of: member) }
            compiler.units.removeLast()
        }
        (template, blocks) = outer
    }

    /// Makes the macros of a template known in the innermost scope.
    private mutating func declareMacros(of index: Int) {
        reached.templates.insert(index)
        for name in library.templates[index].macros.keys {
            scopes[scopes.count - 1].macros[name] = MacroReference(template: index, name: name, seesPage: true)
        }
    }

    /// Of a template that extends another, what counts before the base is shown; of the base, everything.
    private mutating func topLevel(of index: Int) {
        template = index
        let parsed = library.templates[index]
        guard parsed.parent != nil else { return statements(parsed.body) }
        let counting = parsed.body.filter { statement in
            switch statement.kind {
            case .set, .capture, .importModule: true
            default: false
            }
        }
        statements(counting)
    }

    mutating func include(_ name: Name) {
        guard let index = library.follow(name, from: template) else { return }
        unit(index, name.range)
    }

    /// Compiles a block where it stands: its most special version, and the others to check them.
    mutating func block(_ block: Statement.Block) {
        guard let unit = units.last else { return }
        let name = block.name.text
        let versions = unit.chain.filter { library.templates[$0].blocks[name] != nil }
        let (outerScopes, outerBlocks, outerTemplate) = (scopes, blocks, template)
        if !block.isScoped { scopes.removeSubrange((unit.top + 1)...) }
        var place = BlockPlace(name: name, versions: versions, current: 0, deepest: 0)
        version(&place)
        while place.deepest + 1 < versions.count {
            place.current = place.deepest + 1
            place.deepest = place.current
            check { $0.version(&place) }
        }
        (scopes, blocks, template) = (outerScopes, outerBlocks, outerTemplate)
    }

    /// Compiles one version of a block.
    private mutating func version(_ place: inout BlockPlace) {
        guard place.versions.indices.contains(place.current) else { return }
        template = place.versions[place.current]
        guard let block = library.templates[template].blocks[place.name] else { return }
        blocks.append(place)
        let known = facts
        scoped(Scope(hidesLoop: !block.isScoped)) { $0.statements(block.body) }
        facts = known
        if let reached = blocks.popLast() { place.deepest = max(place.deepest, reached.deepest) }
    }

    /// `super()`: the version of the block that this one replaces, put in here.
    mutating func superBlock(_ range: SourceRange) {
        guard let current = blocks.last, let unit = units.last else {
            return report(.templateName, "'super()' is known only inside a block", range)
        }
        guard current.current + 1 < current.versions.count else {
            return report(.templateName, "no template that is extended has a block '\(current.name)'", range)
        }
        guard blocks.count <= Self.inclusionLimit else {
            return report(.templateInclude, "blocks stand more than \(Self.inclusionLimit) deep inside each other", range)
        }
        let (outerScopes, outerTemplate) = (scopes, template)
        scopes.removeSubrange((unit.top + 1)...)
        var place = current
        place.current += 1
        place.deepest = max(place.deepest, place.current)
        version(&place)
        blocks[blocks.count - 1].deepest = place.deepest
        (scopes, template) = (outerScopes, outerTemplate)
    }

    /// Makes imported macros known in the innermost scope.
    mutating func importMacros(_ parts: Statement.Import) {
        guard let index = library.follow(parts.template, from: template) else { return }
        reached.templates.insert(index)
        if let alias = parts.alias {
            scopes[scopes.count - 1].modules[alias.text] = Module(template: index, seesPage: parts.withVariables)
        }
        let known = library.templates[index].macros.keys
        for (macro, alias) in parts.names {
            if library.templates[index].macros[macro.text] == nil {
                reportUnknown(.templateName, "'\(parts.template.text)' has no macro '\(macro.text)'", macro, among: known)
            } else {
                scopes[scopes.count - 1].macros[alias.text] = MacroReference(
                    template: index, name: macro.text, seesPage: parts.withVariables)
            }
        }
    }
}
