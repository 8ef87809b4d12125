import SiteModel

// Calls: macros, messages, `range`, `super`.
extension Compiler {
    /// A call as a value: what it prints is caught.
    mutating func call(_ base: Expression, _ arguments: [Argument], _ range: SourceRange) -> ValueType {
        if case .name(let name) = base.kind {
            if name == "t" { return message(arguments, base.range, range) }
            if name == "range" { return numbers(arguments, base.range) }
        }
        if case .attribute(let object, let name) = base.kind, macro(base) == nil, name.text == "items" {
            return members(object, arguments, range)
        }
        emit(.beginCapture, range)
        let isKnown = printCall(base, arguments, range)
        emit(.endCapture, range)
        if !isKnown { reportUnknownCall(base, arguments) }
        return isKnown ? .html : .dynamic
    }

    /// A call that prints: of a macro or of `super`. False when it is none of these.
    mutating func printCall(_ base: Expression, _ arguments: [Argument], _ range: SourceRange) -> Bool {
        if case .name("super") = base.kind {
            if let extra = arguments.first { report(.templateName, "'super' takes no arguments", extra.value.range) }
            superBlock(range)
            return true
        }
        guard let reference = macro(base) else { return false }
        callMacro(reference, nameOfCall(base), arguments, range)
        return true
    }

    private func nameOfCall(_ base: Expression) -> Name {
        if case .attribute(_, let name) = base.kind { return name }
        return Name(text: String(decoding: source.text[base.range.lower..<base.range.upper], as: UTF8.self), range: base.range)
    }

    /// The macro that an expression names, its own or an imported one.
    private func macro(_ base: Expression) -> MacroReference? {
        switch base.kind {
        case .name(let name):
            for index in scopes.indices.reversed() {
                if scopes[index].variables[name] != nil { return nil }
                if let macro = scopes[index].macros[name] { return macro }
            }
            return nil
        case .attribute(let object, let name):
            guard case .name(let alias) = object.kind, let module = module(alias), variable(alias) == nil,
                library.templates[module.template].macros[name.text] != nil
            else { return nil }
            return MacroReference(template: module.template, name: name.text, seesPage: module.seesPage)
        default: return nil
        }
    }

    private mutating func reportUnknownCall(_ base: Expression, _ arguments: [Argument]) {
        check { compiler in for argument in arguments { _ = compiler.value(argument.value) } }
        switch base.kind {
        case .name(let text):
            let name = Name(text: text, range: base.range)
            if variable(text) != nil {
                return report(.templateName, "'\(text)' is a variable and cannot be called", base.range)
            }
            let known = Set(scopes.flatMap(\.macros.keys)).union(["t", "range", "super"])
            reportUnknown(.templateName, "there is no function or macro '\(text)'", name, among: known)
        case .attribute(let object, let name):
            if case .name(let alias) = object.kind, variable(alias) == nil, let module = module(alias) {
                let parsed = library.templates[module.template]
                return reportUnknown(
                    .templateName, "'\(parsed.source.name)' has no macro '\(name.text)'", name, among: parsed.macros.keys)
            }
            check { _ = $0.value(object) }
            report(.templateSyntax, "methods such as '\(name.text)()' are not supported", name.range, help: "use a filter")
        default: report(.templateSyntax, "only functions and macros can be called", base.range)
        }
    }

    /// `object.items()`: the keys and values of free data.
    private mutating func members(_ object: Expression, _ arguments: [Argument], _ range: SourceRange) -> ValueType {
        let type = present(object)
        if type != .dynamic {
            report(.templateSyntax, "'items()' takes free data, and \(shown(object)) is \(type.label)", object.range)
        }
        if let extra = arguments.first { report(.templateName, "'items' takes no arguments", extra.value.range) }
        emit(.filter(.items), range)
        return .list(.list(.dynamic))
    }

    /// `range(stop)`, `range(start, stop)`.
    private mutating func numbers(_ arguments: [Argument], _ range: SourceRange) -> ValueType {
        for argument in arguments {
            if let name = argument.name { report(.templateName, "'range' takes arguments without names", name.range) }
            let type = present(argument.value)
            if !ValueKinds.int.admit(type) {
                report(
                    .templateType, "'range' takes numbers, and \(shown(argument.value)) is \(type.label)", argument.value.range)
            }
        }
        if !(1...2).contains(arguments.count) {
            report(.templateName, "'range' takes one or two arguments", range)
        } else {
            emit(.range(count: UInt32(arguments.count)), range)
        }
        return .list(.int)
    }

    /// `t('key', name=value)`: a message of the catalogue.
    private mutating func message(_ arguments: [Argument], _ name: SourceRange, _ range: SourceRange) -> ValueType {
        guard let first = arguments.first, first.name == nil, case .string(let key) = first.value.kind else {
            report(.templateName, "'t' takes the key of a message in quotes first", arguments.first?.value.range ?? name)
            constant(.string(""), range)
            return .string
        }
        guard let message = messages.messages[key] else {
            reportUnknown(
                .templateName, "there is no message '\(key)'", Name(text: key, range: first.value.range),
                among: messages.messages.keys)
            constant(.string(""), range)
            return .string
        }
        let isHTML = messageArguments(Array(arguments.dropFirst()), message, key, first.value.range)
        let names = arguments.dropFirst().map { $0.name?.text ?? "" }
        let count = message.plurals.isEmpty ? nil : names.firstIndex(of: "count")
        program.messages.append(Program.MessageCall(key: key, arguments: names, count: count))
        emit(.message(UInt32(program.messages.count - 1)), range)
        return isHTML ? .html : .string
    }

    /// Puts the arguments of a message on the stack; says whether one is HTML.
    private mutating func messageArguments(
        _ arguments: [Argument], _ message: Message, _ key: String, _ range: SourceRange
    ) -> Bool {
        let wanted = message.arguments
        var missing = Set(wanted)
        var isHTML = false
        for argument in arguments {
            let type = present(argument.value)
            isHTML = isHTML || type == .html
            guard let name = argument.name else {
                report(.templateName, "arguments of 't' after the key have a name", argument.value.range)
                continue
            }
            if !wanted.contains(name.text) {
                reportUnknown(.templateName, "'\(key)' has no place '{\(name.text)}'", name, among: wanted)
            } else if missing.remove(name.text) == nil {
                report(.templateName, "the argument '\(name.text)' stands twice", name.range)
            }
            checkMessageArgument(argument.value, type, isCount: name.text == "count" && !message.plurals.isEmpty)
        }
        for name in missing.sorted() {
            report(.templateName, "the message '\(key)' lacks its argument '\(name)'", range)
        }
        return isHTML
    }

    private mutating func checkMessageArgument(_ value: Expression, _ type: ValueType, isCount: Bool) {
        let wanted: ValueKinds = isCount ? .int : .scalar
        guard !wanted.admit(type) else { return }
        report(.templateType, "a message takes \(wanted.label) here, and \(shown(value)) is \(type.label)", value.range)
    }
}
