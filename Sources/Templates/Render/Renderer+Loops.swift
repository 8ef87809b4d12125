// Loops and macros.
extension Renderer {
    mutating func beginLoop(_ target: UInt32) throws(RenderFailure) {
        let items = try items(of: stack.removeLast())
        if items.count == 0 { jump(target) } else { loops.append(Loop(items: items)) }
    }

    mutating func beginSieve() throws(RenderFailure) {
        loops.append(Loop(items: try items(of: stack.removeLast())))
    }

    private func items(of operand: Operand) throws(RenderFailure) -> LentValues {
        if let items = operand.items { return items }
        guard case .object(let members) = operand.value else {
            throw .wrongKind("a loop", wants: "a list", got: operand.value)
        }
        return LentValues(members.map { .string($0.key) })
    }

    @inline(__always)
    mutating func nextItem(_ slot: UInt32, _ target: UInt32) throws(RenderFailure) {
        let last = loops.count - 1
        loops[last].index += 1
        guard loops[last].index < loops[last].items.count else { return jump(target) }
        slots[base + Int(slot)] = loops[last].items[loops[last].index]
        iterations += 1
        if iterations > limits.iterations {
            throw RenderFailure("the loops of the page go round more than \(limits.iterations) times")
        }
        if iterations & 0xFF == 0 { try checkSize() }
    }

    mutating func sift() {
        let keeps = stack.removeLast().isTrue
        guard keeps, let loop = loops.last else { return }
        loops[loops.count - 1].kept.append(loop.items[loop.index].value)
    }

    mutating func endSieve() { push(.list(loops.removeLast().kept)) }

    func loopValue(_ value: LoopValue) -> Value {
        guard let loop = loops.last else { return .none }
        return value.of(loop.index, loop.items.count)
    }

    mutating func unpack(_ slot: Int, _ count: Int) throws(RenderFailure) {
        let value = pop()
        guard case .list(let parts) = value else {
            throw .wrongKind("a loop with \(count) variables", wants: "a list", got: value)
        }
        guard parts.count == count else {
            throw RenderFailure("the loop has \(count) variables, and this item has \(parts.count) parts")
        }
        for (index, part) in parts.enumerated() { slots[base + slot + index] = Operand(part) }
    }

    mutating func call(_ macro: Program.MacroCode, _ arguments: Int) throws(RenderFailure) {
        let depth = (calls.last?.depth ?? program.levels) + macro.levels
        if depth > limits.depth { throw RenderFailure("macros call each other more than \(limits.depth) deep") }
        iterations += 1
        if iterations > limits.iterations {
            throw RenderFailure("macros are called more than \(limits.iterations) times")
        }
        if iterations & 0xFF == 0 { try checkSize() }
        calls.append(Call(position: position, base: base, depth: depth))
        base = slots.count
        slots.append(contentsOf: stack.suffix(arguments))
        slots.append(contentsOf: repeatElement(Operand(.none), count: macro.frame - arguments))
        stack.removeLast(arguments)
        jump(macro.address)
    }

    mutating func endCall() {
        let call = calls.removeLast()
        slots.removeSubrange(base...)
        base = call.base
        position = call.position
    }

    mutating func range(_ bounds: [Value]) throws(RenderFailure) {
        let numbers = bounds.compactMap(\.number)
        guard numbers.count == bounds.count, let stop = numbers.last else {
            throw RenderFailure("'range' takes numbers")
        }
        let start = numbers.count == 2 ? numbers[0] : 0
        let (count, overflows) = stop.subtractingReportingOverflow(start)
        if overflows || count > limits.iterations {
            throw RenderFailure("'range' gives more than \(limits.iterations) numbers")
        }
        push(.list(count <= 0 ? [] : (start..<stop).map { .int($0) }))
    }
}
