import SiteModel

// Variables: finding, setting, and what is known of them.
extension Compiler {
    /// Functions and words that no variable may hide.
    static let functionNames = ["t", "range", "super", "loop"]

    /// The variable that a name stands for here.
    func variable(_ name: String) -> Variable? {
        for index in scopes.indices.reversed() {
            if let variable = scopes[index].variables[name] { return variable }
        }
        return nil
    }

    var variableNames: Set<String> { Set(scopes.flatMap(\.variables.keys)) }

    /// Makes a new variable in the innermost scope.
    mutating func declare(_ name: String, _ type: ValueType, isSet: Bool = true) -> Variable {
        let variable = Variable(slot: slot(), type: type, isSet: isSet)
        forget(variable.path)
        scopes[scopes.count - 1].variables[name] = variable
        return variable
    }

    /// Drops what was known of a variable and its fields.
    mutating func forget(_ path: String) {
        facts.remove { $0.path == path || $0.path.hasPrefix(path + ".") }
    }

    /// Gives a variable the value on the stack: its own of this scope, or a new one that hides those outside.
    mutating func assign(_ name: Name, _ type: ValueType) {
        guard mayBeVariable(name, isTop: scopes.count - 1 == units.last?.top) else { return }
        var variable: Variable
        if let own = scopes[scopes.count - 1].variables[name.text] {
            variable = own
            variable.type = type
            variable.isSet = true
            forget(variable.path)
            scopes[scopes.count - 1].variables[name.text] = variable
        } else {
            variable = declare(name.text, type)
        }
        emit(.store(variable.slot), name.range)
    }

    /// Reports names that mean something else already.
    mutating func mayBeVariable(_ name: Name, isTop: Bool) -> Bool {
        if Self.functionNames.contains(name.text) {
            report(.templateName, "'\(name.text)' has a meaning of its own and cannot be a variable", name.range)
            return false
        }
        if isTop, page.variables[name.text] != nil {
            report(
                .templateName, "'\(name.text)' is given to the template and cannot be set", name.range,
                help: "choose another name")
            return false
        }
        return true
    }

    /// The value of a variable, on the stack.
    mutating func load(_ name: Name) -> ValueType {
        guard let variable = variable(name.text) else {
            reportUnknownVariable(name)
            constant(.none, name.range)
            return .dynamic
        }
        if !variable.isSet {
            report(
                .templateName, "'\(name.text)' is not set on every way to this place", name.range,
                help: "set it before the 'if'")
        }
        emit(variable.isPage ? .pageSlot(variable.slot) : .slot(variable.slot), name.range)
        return narrowed(variable.type, variable.path)
    }

    private mutating func reportUnknownVariable(_ name: Name) {
        if name.text == "loop" {
            return report(
                .templateName, "'loop' is known only inside a loop", name.range,
                help: "blocks, macros and included templates do not see the loop around them")
        }
        if scopes.contains(where: { $0.macros[name.text] != nil }) || Self.functionNames.contains(name.text) {
            return report(.templateName, "'\(name.text)' must be called", name.range, help: "write '\(name.text)(…)'")
        }
        if page.variables[name.text] != nil {
            return report(
                .templateName, "'\(name.text)' is not seen in an imported macro", name.range,
                help: "import it 'with context', or pass '\(name.text)' as an argument")
        }
        if isOpen { return }
        reportUnknown(.templateName, "there is no variable '\(name.text)'", name, among: variableNames)
    }

    /// A type as far as conditions around this place made sure of it.
    func narrowed(_ type: ValueType, _ path: @autoclosure () -> String?) -> ValueType {
        guard type.isOptional, let path = path() else { return type }
        let isPresent = facts.contains(Fact(path: path, kind: .present)) || facts.contains(Fact(path: path, kind: .filled))
        return isPresent ? type.present : type
    }

    /// The names that statements may set in the scope they stand in.
    func collectAssignments(in statements: [Statement], into names: inout [Name]) {
        for statement in statements {
            switch statement.kind {
            case .set(let name, _), .capture(let name, _): names.append(name)
            case .condition(let branches): for branch in branches { collectAssignments(in: branch.body, into: &names) }
            default: break
            }
        }
    }

    /// Before an `if` that may set variables: each gets its slot here, with the value of the outer one of that name.
    mutating func prepare(_ names: [Name]) {
        for name in names where scopes[scopes.count - 1].variables[name.text] == nil {
            guard !Self.functionNames.contains(name.text) else { continue }
            guard let outer = variable(name.text) else {
                _ = declare(name.text, .nothing, isSet: false)
                continue
            }
            if scopes.count - 1 == units.last?.top, page.variables[name.text] != nil { continue }
            emit(outer.isPage ? .pageSlot(outer.slot) : .slot(outer.slot), name.range)
            let type = narrowed(outer.type, outer.path)
            let own = declare(name.text, type, isSet: outer.isSet)
            emit(.store(own.slot), name.range)
        }
    }
}
