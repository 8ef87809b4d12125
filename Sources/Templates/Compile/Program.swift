import SiteModel

/// One compiled entry point: inheritance flattened, includes put in, macros behind the page's own steps.
struct Program: Sendable {
    var ops: [Op] = []
    /// Where each step stands in a template.
    var places: [Place] = []
    var constants: [Value] = []
    /// The keys of free data that steps look up.
    var keys: [String] = []
    var messages: [MessageCall] = []
    var macros: [MacroCode] = []
    /// How many slots the page needs, its variables first.
    var frame = 0
    /// How many variables it is given.
    var variables = 0

    struct Place: Sendable {
        var template: UInt32
        var lower: UInt32
        var upper: UInt32
    }

    /// Where a macro begins, and how many slots it needs.
    struct MacroCode: Sendable {
        var address: UInt32
        var frame: Int
    }

    /// A call of `t`: its arguments are on the stack in this order.
    struct MessageCall: Sendable {
        var key: String
        var arguments: [String]
        /// Which argument chooses the plural form.
        var count: Int?
    }
}

extension Program {
    /// Puts the text of messages without arguments in place of the steps that print them.
    mutating func putIn(_ strings: MessageCatalogue, fallback: MessageCatalogue, literals: inout [UInt8]) {
        for index in ops.indices {
            guard case .printMessage(let number) = ops[index], messages[Int(number)].arguments.isEmpty else { continue }
            let key = messages[Int(number)].key
            // As the step itself chooses between the two.
            let own = strings.pattern(key, count: nil).flatMap { $0.placeholders.isEmpty ? $0 : nil }
            guard let pattern = own ?? fallback.pattern(key, count: nil), pattern.placeholders.isEmpty else { continue }
            var text = ByteBuffer()
            for case .text(let bytes) in pattern.parts { bytes.withUnsafeBufferPointer { appendEscaped($0, to: &text) } }
            ops[index] = .text(start: UInt32(literals.count), count: UInt32(text.count))
            literals.append(contentsOf: text.array)
        }
    }
}
