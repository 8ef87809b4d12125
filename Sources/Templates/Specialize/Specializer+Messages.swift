import SiteModel

// Messages: what is known of them becomes text.
extension Specializer {
    mutating func message(_ index: UInt32, _ position: Int) {
        if let arguments = takeConstants(source.messages[Int(index)].arguments) {
            if let value = evaluator.result(of: .message(index), arguments), mayKeep(value.size) {
                return constant(value, position)
            }
            for argument in arguments { constant(argument, position) }
        }
        emit(.message(index), position)
    }

    mutating func printMessage(_ index: UInt32, _ position: Int) {
        let message = source.messages[Int(index)]
        if let arguments = takeConstants(message.arguments) {
            if let bytes = evaluator.printed(by: .printMessage(index), arguments), mayKeep(bytes.count) {
                return text(bytes[...], position)
            }
            for argument in arguments { constant(argument, position) }
        }
        if !printInParts(message, position) { emit(.printMessage(index), position) }
    }

    /// How many parts of a message become steps.
    private static let partLimit = 16

    /// A message of which all but its first argument is known, and that shows this one once.
    private mutating func printInParts(_ message: ReadyMessage, _ position: Int) -> Bool {
        guard message.arguments > 0, message.count == nil, let parts = message.parts(count: nil),
            parts.count <= Self.partLimit, (0..<parts.count).count(where: { parts[$0].number == 0 }) == 1,
            let known = takeConstants(message.arguments - 1)
        else { return false }
        let argument = takeLoad()
        for index in 0..<parts.count {
            switch parts[index].number {
            case nil: constant(parts[index].value, position)
            case 0?: if let argument { emit(argument, position) }
            case let index?: constant(known[index - 1], position)
            }
            print(position)
        }
        return true
    }

    /// Takes off the last step when it only loads a value.
    private mutating func takeLoad() -> Op? {
        guard barrier < program.ops.count, let last = program.ops.last else { return nil }
        switch last {
        case .slot, .slotField:
            takeLast()
            return last
        default: return nil
        }
    }
}
