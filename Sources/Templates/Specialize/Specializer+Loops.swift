// Loops: those over lists that are known are written out.
extension Specializer {
    /// How many items are written out.
    private static let itemLimit = 32

    mutating func loopStep(_ op: Op, _ position: Int) -> Int {
        switch op {
        case .beginLoop(let target): return beginLoop(orJump: Int(target), position)
        case .nextItem(let slot, let target):
            barrier = program.ops.count
            heads[position] = UInt32(program.ops.count)
            emit(.nextItem(slot: frame.base + slot, orJump: 0), to: Int(target), position)
        case .beginSieve:
            loops.append(.running)
            emit(op, position)
        case .endLoop, .endSieve:
            loops.removeLast()
            emit(op, position)
        case .loopValue(let value): loopValue(value, position)
        default: break
        }
        return position + 1
    }

    private mutating func beginLoop(orJump target: Int, _ position: Int) -> Int {
        if let known = takeConstant() {
            if case .list(let items) = known, items.count <= Self.itemLimit, let loop = body(after: position, items.count) {
                if items.isEmpty { go(to: target, from: position) } else { unroll(items, loop.slot, loop.steps) }
                // Behind the jump back and the end of the loop.
                return loop.steps.upperBound + 2
            }
            constant(known, position)
        }
        loops.append(.running)
        emit(.beginLoop(orJump: 0), to: target, position)
        return position + 1
    }

    /// The steps between `nextItem` and the jump back to it, to be written out so many times; nil where that is too much, or where
    /// they give the item's slot another value.
    private mutating func body(after position: Int, _ count: Int) -> (slot: UInt32, steps: Range<Int>)? {
        guard case .nextItem(let slot, let end) = source.program.ops[position + 1] else { return nil }
        let steps = position + 2..<Int(end) - 1
        guard mayGoThrough(steps, times: count), !source.program.stored(in: steps).contains(slot) else { return nil }
        return (slot, steps)
    }

    private mutating func unroll(_ items: [Value], _ slot: UInt32, _ steps: Range<Int>) {
        let outer = bindings[frame.base + slot]
        for (index, item) in items.enumerated() where isReachable {
            bindings[frame.base + slot] = .value(item)
            loops.append(.unrolled(index: index, count: items.count))
            region(steps)
            loops.removeLast()
        }
        bindings[frame.base + slot] = outer
    }

    private mutating func loopValue(_ value: LoopValue, _ position: Int) {
        guard case .unrolled(let index, let count) = loops.last else { return emit(.loopValue(value), position) }
        constant(value.of(index, count), position)
    }
}

extension LoopValue {
    /// Its value for the item at an index, of so many.
    func of(_ index: Int, _ count: Int) -> Value {
        switch self {
        case .index: .int(index + 1)
        case .index0: .int(index)
        case .revindex: .int(count - index)
        case .revindex0: .int(count - index - 1)
        case .first: .bool(index == 0)
        case .last: .bool(index == count - 1)
        case .length: .int(count)
        }
    }
}

extension Program {
    /// The slots that the steps give a value.
    func stored(in steps: Range<Int>) -> Set<UInt32> {
        var slots: Set<UInt32> = []
        for op in ops[steps] {
            switch op {
            case .store(let slot), .nextItem(let slot, _): slots.insert(slot)
            case .unpack(let first, let count): slots.formUnion(first..<first + count)
            default: break
            }
        }
        return slots
    }
}
