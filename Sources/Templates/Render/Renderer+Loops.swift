// Loops and macros.
extension Renderer {
    mutating func beginLoop(_ target: UInt32) throws(RenderFailure) {
        let items = try items(of: stack.pop())
        if items.isEmpty { jump(target) } else { loops.push(Loop(items: items)) }
    }

    mutating func beginSieve() throws(RenderFailure) {
        loops.push(Loop(items: try items(of: stack.pop())))
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
        let keeps = stack.pop().isTrue
        let last = loops.count - 1
        if keeps { loops[last].kept.append(loops[last].items[loops[last].index].value) }
    }

    mutating func endSieve() { push(.list(loops.pop().kept)) }

    func loopValue(_ value: LoopValue) -> Value {
        let last = loops.count - 1
        return last < 0 ? .none : value.of(loops[last].index, loops[last].items.count)
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
        for index in stack.count - arguments..<stack.count { slots.push(stack[index]) }
        for _ in arguments..<macro.frame { slots.push(Operand(.none)) }
        stack.removeLast(arguments)
        jump(macro.address)
    }

    mutating func endCall() {
        let call = calls.removeLast()
        slots.removeLast(slots.count - base)
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
