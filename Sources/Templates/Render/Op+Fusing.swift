extension Op {
    /// One step that does what two do, one behind the other; nil where there is none.
    func fused(with next: Op) -> Op? {
        switch (self, next) {
        case (.slot(let slot), .field(let field)): .slotField(slot, field)
        case (.slot(let slot), .print): .printSlot(slot)
        case (.slotField(let slot, let field), .print): .printSlotField(slot, field)
        case (.slotField(let slot, let field), .jumpIfFalse(let target)): .jumpUnlessField(slot, field, to: target)
        case (.message(let message), .print): .printMessage(message)
        case (.constant(let index), .binary(.equal)): .equals(constant: index)
        case (.slot(let slot), .equals(let index)): .slotEquals(slot, constant: index)
        case (.slotEquals(let slot, let index), .jumpIfFalse(let target)):
            .jumpUnlessSlotEquals(slot, constant: index, to: target)
        case (.not, .jumpIfFalse(let target)): .jumpIfTrue(to: target)
        default: nil
        }
    }

    /// Gives a jump its target.
    mutating func lead(to target: UInt32) {
        switch self {
        case .jump: self = .jump(to: target)
        case .jumpIfFalse: self = .jumpIfFalse(to: target)
        case .jumpIfTrue: self = .jumpIfTrue(to: target)
        case .jumpUnlessField(let slot, let field, _): self = .jumpUnlessField(slot, field, to: target)
        case .jumpUnlessSlotEquals(let slot, let index, _): self = .jumpUnlessSlotEquals(slot, constant: index, to: target)
        case .jumpKeepingFalse: self = .jumpKeepingFalse(to: target)
        case .jumpKeepingTrue: self = .jumpKeepingTrue(to: target)
        case .keyOrJump(let key, _): self = .keyOrJump(key, to: target)
        case .itemOrJump: self = .itemOrJump(to: target)
        case .edgeOrJump(let last, _): self = .edgeOrJump(last: last, to: target)
        case .beginLoop: self = .beginLoop(orJump: target)
        case .nextItem(let slot, _): self = .nextItem(slot: slot, orJump: target)
        default: break
        }
    }

    /// Where a step may jump to.
    var target: UInt32? {
        switch self {
        case .jump(let target), .jumpIfFalse(let target), .jumpIfTrue(let target), .jumpUnlessField(_, _, let target),
            .jumpUnlessSlotEquals(_, _, let target), .jumpKeepingFalse(let target), .jumpKeepingTrue(let target),
            .keyOrJump(_, let target), .itemOrJump(let target), .edgeOrJump(_, let target), .beginLoop(let target),
            .nextItem(_, let target):
            target
        default: nil
        }
    }
}
