import SiteModel

// Steps, jumps, slots and constants.
extension Compiler {
    /// Adds a step; steps that belong together become one.
    @discardableResult
    mutating func emit(_ op: Op, _ range: SourceRange) -> Int {
        steps += 1
        let place = Program.Place(template: UInt32(template), lower: UInt32(range.lower), upper: UInt32(range.upper))
        if lastTarget < program.ops.count, let last = program.ops.last, let fused = last.fused(with: op) {
            program.ops[program.ops.count - 1] = fused
            program.places[program.ops.count - 1] = place
        } else {
            program.ops.append(op)
            program.places.append(place)
        }
        return program.ops.count - 1
    }

    /// Lets a jump lead to the next step.
    mutating func land(_ jump: Int) {
        let target = UInt32(program.ops.count)
        lastTarget = program.ops.count
        program.ops[jump].lead(to: target)
    }

    /// The number of the next step, as a place to jump back to.
    mutating func target() -> UInt32 {
        lastTarget = program.ops.count
        return UInt32(program.ops.count)
    }

    /// A new slot of the frame.
    mutating func slot() -> UInt32 {
        defer {
            nextSlot += 1
            frame = max(frame, nextSlot)
        }
        return UInt32(nextSlot)
    }

    mutating func constant(_ value: Value, _ range: SourceRange) {
        emit(.constant(index(of: value)), range)
    }

    private mutating func index(of value: Value) -> UInt32 {
        let identity: String? =
            switch value {
            case .none: "n"
            case .bool(let bool): "b\(bool)"
            case .int(let int): "i\(int)"
            case .string(let string): "s" + string
            default: nil
            }
        if let identity, let known = constantIndices[identity] { return known }
        let index = UInt32(program.constants.count)
        program.constants.append(value)
        if let identity { constantIndices[identity] = index }
        return index
    }

    mutating func key(_ name: String) -> UInt32 {
        if let known = keyIndices[name] { return known }
        let index = UInt32(program.keys.count)
        program.keys.append(name)
        keyIndices[name] = index
        return index
    }

    /// Compiles something only to check it; its steps are thrown away.
    mutating func check(_ body: (inout Compiler) -> Void) {
        let (count, target) = (program.ops.count, lastTarget)
        lastTarget = count
        body(&self)
        program.ops.removeSubrange(count...)
        program.places.removeSubrange(count...)
        lastTarget = target
    }

    /// Compiles something in a scope of its own.
    mutating func scoped(_ scope: Scope, _ body: (inout Compiler) -> Void) {
        let slots = nextSlot
        scopes.append(scope)
        body(&self)
        scopes.removeLast()
        nextSlot = slots
    }

    /// Compiles something with what a condition made sure of.
    mutating func assuming(_ more: Facts, _ body: (inout Compiler) -> Void) {
        let before = facts
        facts.formUnion(more)
        body(&self)
        facts = before
    }
}
