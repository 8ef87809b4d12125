import SiteModel

// Macros: compiled once for each set of argument types, so that their parameters need no types of their own.
extension Compiler {
    /// How many different calls of macros an entry point may have.
    private static let instanceLimit = 2000

    mutating func callMacro(_ reference: MacroReference, _ name: Name, _ arguments: [Argument], _ range: SourceRange) {
        guard let macro = library.templates[reference.template].macros[reference.name] else { return }
        let placed = place(arguments, macro.parameters.map(\.name.text), of: name)
        var types: [ValueType] = []
        for (parameter, argument) in zip(macro.parameters, placed) {
            if let argument {
                types.append(value(argument))
            } else if let standard = parameter.defaultValue {
                types.append(defaultArgument(standard, reference))
            } else {
                report(.templateName, "the macro '\(name.text)' lacks its argument '\(parameter.name.text)'", name.range)
                constant(.none, name.range)
                types.append(.dynamic)
            }
        }
        guard let instance = instance(reference, types, name) else { return }
        emit(.call(macro: UInt32(instance), arguments: UInt32(types.count)), range)
    }

    /// A default value: it is written in the macro's template and sees what the macro sees, but not its other parameters.
    private mutating func defaultArgument(_ value: Expression, _ reference: MacroReference) -> ValueType {
        let outer = (scopes, template, units)
        scopes = reference.seesPage ? [page] : [Scope(hidesLoop: true)]
        template = reference.template
        let type = self.value(value)
        (scopes, template, units) = outer
        return type
    }

    private mutating func instance(_ reference: MacroReference, _ types: [ValueType], _ name: Name) -> Int? {
        let known = instanceIndices[reference.name]?.first {
            instances[$0].reference == reference && instances[$0].types == types
        }
        if let known { return known }
        guard macroDepth < Self.inclusionLimit, instances.count < Self.instanceLimit else {
            report(
                .templateCycle,
                "'\(name.text)' is called with ever new types of arguments, more than \(Self.inclusionLimit) deep",
                name.range)
            return nil
        }
        instances.append(MacroInstance(reference: reference, types: types, depth: macroDepth + 1))
        instanceIndices[reference.name, default: []].append(instances.count - 1)
        return instances.count - 1
    }

    /// Compiles every macro that was asked for, and those that they ask for.
    mutating func compileMacros() {
        var index = 0
        while index < instances.count {
            compileMacro(instances[index])
            index += 1
        }
    }

    private mutating func compileMacro(_ instance: MacroInstance) {
        let reference = instance.reference
        guard let macro = library.templates[reference.template].macros[reference.name] else { return }
        reached.macros.insert("\(reference.template) \(reference.name)")
        (template, macroDepth, nextSlot, frame, facts, units, blocks) = (reference.template, instance.depth, 0, 0, [], [], [])
        scopes = reference.seesPage ? [page] : []
        scopes.append(homeScope(of: reference))
        let address = target()
        scoped(Scope(hidesLoop: true)) { compiler in
            for (parameter, type) in zip(macro.parameters, instance.types) {
                _ = compiler.mayBeVariable(parameter.name, isTop: false)
                _ = compiler.declare(parameter.name.text, type)
            }
            compiler.statements(macro.body)
        }
        emit(.return, macro.name.range)
        program.macros.append(Program.MacroCode(address: address, frame: frame))
    }

    /// What a macro sees of its template: the other macros, and what the template imports.
    private mutating func homeScope(of reference: MacroReference) -> Scope {
        scopes.append(Scope(hidesLoop: true))
        for name in library.templates[reference.template].macros.keys {
            scopes[scopes.count - 1].macros[name] = MacroReference(
                template: reference.template, name: name, seesPage: reference.seesPage)
        }
        for statement in library.templates[reference.template].body {
            if case .importModule(let parts) = statement.kind { importMacros(parts) }
        }
        return scopes.removeLast()
    }
}
