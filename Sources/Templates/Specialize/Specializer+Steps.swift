import SiteModel

// One step of the source.
extension Specializer {
    /// Does a step or copies it; gives back where to go on.
    mutating func step(_ position: Int) -> Int {
        let op = source.program.ops[position]
        switch op {
        case .text(let start, let count): sourceText(start, count, position)
        case .constant: emit(op, position)
        case .slot(let slot): load(frame.base + slot, position)
        case .pageSlot(let slot): loadPage(slot, position)
        case .slotField(let slot, let field):
            load(frame.base + slot, position)
            self.field(field, position)
        case .field(let field): self.field(field, position)
        case .print: print(position)
        case .printSlot(let slot):
            load(frame.base + slot, position)
            print(position)
        case .printSlotField(let slot, let field):
            load(frame.base + slot, position)
            self.field(field, position)
            print(position)
        case .message(let index): message(index, position)
        case .printMessage(let index): printMessage(index, position)
        case .store(let slot): emit(.store(frame.base + slot), position)
        case .unpack(let slot, let count): emit(.unpack(slot: frame.base + slot, count: count), position)
        case .discard: if takeConstant() == nil { emit(op, position) }
        case .endCapture: endCapture(position)
        case .beginLoop, .nextItem, .endLoop, .beginSieve, .endSieve, .loopValue: return loopStep(op, position)
        case .call(let macro, let arguments): call(Int(macro), Int(arguments), position)
        default:
            if op.target == nil { operation(op, position) } else { jumpStep(op, position) }
        }
        return position + 1
    }

    private mutating func jumpStep(_ op: Op, _ position: Int) {
        switch op {
        case .jump(let target): go(to: Int(target), from: position)
        case .jumpIfFalse(let target): jump(to: Int(target), when: false, position)
        case .jumpIfTrue(let target): jump(to: Int(target), when: true, position)
        case .jumpUnlessField(let slot, let field, let target):
            load(frame.base + slot, position)
            self.field(field, position)
            jump(to: Int(target), when: false, position)
        case .jumpUnlessSlotEquals(let slot, let index, let target):
            load(frame.base + slot, position)
            equals(index, position)
            jump(to: Int(target), when: false, position)
        case .jumpKeepingFalse(let target): jumpKeeping(false, to: Int(target), position)
        case .jumpKeepingTrue(let target): jumpKeeping(true, to: Int(target), position)
        case .keyOrJump(let key, let target): lookUp(.key(key), 1, orJump: op, to: Int(target), position)
        case .itemOrJump(let target): lookUp(.item, 2, orJump: op, to: Int(target), position)
        default: emit(op, to: Int(op.target ?? 0), position)
        }
    }

    private mutating func jump(to target: Int, when value: Bool, _ position: Int) {
        if let known = takeConstant() {
            if known.isTrue == value { go(to: target, from: position) }
        } else {
            emit(value ? .jumpIfTrue(to: 0) : .jumpIfFalse(to: 0), to: target, position)
        }
    }

    /// `and` and `or`: what comes of the value at the target is looked at here, so that most jumps keep nothing.
    private mutating func jumpKeeping(_ value: Bool, to first: Int, _ position: Int) {
        let (target, isKept) = ending(of: value, at: first)
        if let known = takeConstant() {
            guard known.isTrue == value else { return }
            if isKept { constant(known, position) }
            go(to: target, from: position)
        } else if isKept {
            emit(value ? .jumpKeepingTrue(to: 0) : .jumpKeepingFalse(to: 0), to: target, position)
        } else {
            emit(value ? .jumpIfTrue(to: 0) : .jumpIfFalse(to: 0), to: target, position)
        }
    }

    /// Where a value that is kept leads, and whether it is still there then.
    private func ending(of value: Bool, at first: Int) -> (target: Int, isKept: Bool) {
        var target = first
        while true {
            switch source.program.ops[target] {
            case .jumpIfFalse(let next): return (value ? target + 1 : Int(next), false)
            case .jumpIfTrue(let next): return (value ? Int(next) : target + 1, false)
            case .jumpKeepingFalse(let next):
                if value { return (target + 1, false) }
                target = Int(next)
            case .jumpKeepingTrue(let next):
                if !value { return (target + 1, false) }
                target = Int(next)
            default: return (target, true)
            }
        }
    }

    private mutating func lookUp(_ lookUp: Op, _ count: Int, orJump op: Op, to target: Int, _ position: Int) {
        guard let operands = takeConstants(count) else { return emit(op, to: target, position) }
        if let found = evaluator.result(of: lookUp, operands) {
            constant(found, position)
        } else {
            go(to: target, from: position)
        }
    }
}
