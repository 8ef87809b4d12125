import SiteModel

// Values that are known, and text.
extension Specializer {
    /// Takes constants off the end of the steps, when so many stand there.
    mutating func takeConstants(_ count: Int) -> [Value]? {
        let start = program.ops.count - count
        guard start >= barrier else { return nil }
        for index in start..<program.ops.count {
            guard case .constant = program.ops[index] else { return nil }
        }
        return (0..<count).compactMap { _ in takeConstant() }.reversed()
    }

    /// The same for one.
    mutating func takeConstant() -> Value? {
        guard barrier < program.ops.count, case .constant(let index) = program.ops.last else { return nil }
        takeLast()
        // The last one is nobody else's.
        let isLast = Int(index) == program.constants.count - 1 && index >= source.program.constants.count
        return isLast ? program.constants.removeLast() : program.constants[Int(index)]
    }

    private mutating func putBack(_ values: [Value], _ position: Int) {
        for value in values { constant(value, position) }
    }

    mutating func load(_ slot: UInt32, _ position: Int) {
        switch bindings[slot] {
        case .value(let value): constant(value, position)
        case .slot(let other): load(other, position)
        case .fields, nil: emit(.slot(slot), position)
        }
    }

    mutating func loadPage(_ slot: UInt32, _ position: Int) {
        if frame.isPage { return load(slot, position) }
        emit(.pageSlot(slot), position)
    }

    mutating func field(_ field: UInt32, _ position: Int) {
        if let record = takeConstant() {
            if case .record(let fields) = record, Int(field) < fields.count { return constant(fields[Int(field)], position) }
            constant(record, position)
        }
        if let value = knownField(field) {
            takeLast()
            return constant(value, position)
        }
        emit(.field(field), position)
    }

    /// The field of the record that the last step loads.
    private func knownField(_ field: UInt32) -> Value? {
        guard barrier < program.ops.count else { return nil }
        let binding: Binding?
        switch program.ops.last {
        case .slot(let slot): binding = bindings[slot]
        case .pageSlot(let slot): binding = page[slot]
        default: binding = nil
        }
        guard case .fields(let fields) = binding, Int(field) < fields.count else { return nil }
        return fields[Int(field)]
    }

    /// A step that works with the values on the stack alone.
    mutating func operation(_ op: Op, _ position: Int) {
        if case .equals(let index) = op { return equals(index, position) }
        if case .slotEquals(let slot, let index) = op {
            load(frame.base + slot, position)
            return equals(index, position)
        }
        guard let count = op.operands, let operands = takeConstants(count) else { return emit(op, position) }
        if let value = evaluator.result(of: op, operands), mayKeep(value.size) { return constant(value, position) }
        putBack(operands, position)
        emit(op, position)
    }

    mutating func equals(_ index: UInt32, _ position: Int) {
        if let left = takeConstant() {
            constant(.bool(left.equals(program.constants[Int(index)])), position)
        } else {
            emit(.equals(constant: index), position)
        }
    }

    mutating func print(_ position: Int) {
        if let value = takeConstant() {
            if let bytes = evaluator.printed(by: .print, [value]), mayKeep(bytes.count) { return text(bytes[...], position) }
            constant(value, position)
        }
        emit(.print, position)
    }

    /// A text of the source: copied to the one before it, or when there is no room left, once for all places that print it.
    mutating func sourceText(_ start: UInt32, _ count: UInt32, _ position: Int) {
        let bytes = source.literals[Int(start)..<Int(start + count)]
        if bytes.isEmpty || mayKeep(bytes.count) { return text(bytes, position) }
        let place = pieces[start] ?? UInt32(literals.count)
        if pieces.updateValue(place, forKey: start) == nil { literals.append(contentsOf: bytes) }
        emit(.text(start: place, count: count), position)
    }

    /// Appends to the text that is printed last, or begins one.
    mutating func text(_ bytes: ArraySlice<UInt8>, _ position: Int) {
        if bytes.isEmpty { return }
        if barrier < program.ops.count, case .text(let start, let count) = program.ops.last, isLast(start, count) {
            program.ops[program.ops.count - 1] = .text(start: start, count: count + UInt32(bytes.count))
        } else {
            program.ops.append(.text(start: UInt32(literals.count), count: UInt32(bytes.count)))
            program.places.append(source.program.places[position])
        }
        literals.append(contentsOf: bytes)
    }

    /// Whether a text stands at the end of all, and is printed at one place only.
    private func isLast(_ start: UInt32, _ count: UInt32) -> Bool { pieces.isEmpty && Int(start + count) == literals.count }

    /// What was caught is a value when it is all known.
    mutating func endCapture(_ position: Int) {
        let last = program.ops.suffix(from: max(barrier, program.ops.count - 2))
        if case .beginCapture = last.last {
            return replaceCapture(1, with: [], position)
        }
        if last.count == 2, case .beginCapture = last.first, case .text(let start, let count) = last.last, isLast(start, count) {
            return replaceCapture(2, with: Array(literals[Int(start)..<Int(start + count)]), position)
        }
        emit(.endCapture, position)
    }

    private mutating func replaceCapture(_ steps: Int, with bytes: [UInt8], _ position: Int) {
        program.ops.removeLast(steps)
        program.places.removeLast(steps)
        literals.removeLast(bytes.count)
        constant(.html(bytes), position)
    }
}

extension Op {
    /// How many values a step takes off the stack that depends on nothing else and leaves one; nil for all other steps.
    fileprivate var operands: Int? {
        switch self {
        case .not, .negative, .key, .edge: 1
        case .binary, .item: 2
        case .concatenation(let count), .list(let count), .range(let count): Int(count)
        case .filter(let filter): filter.argumentCount + 1
        case .test(let test): test.takesArgument ? 2 : 1
        case .pick(.selectEqual, _, _), .pick(.rejectEqual, _, _): 2
        case .pick: 1
        default: nil
        }
    }
}
