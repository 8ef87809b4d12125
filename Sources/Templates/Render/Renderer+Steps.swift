internal import SiteModel

// The steps that pages do less often.
extension Renderer {
    mutating func rareStep(_ op: Op, _ constants: LentValues) throws(RenderFailure) {
        switch op {
        case .pageSlot(let slot): stack.push(slots[Int(slot)].copy)
        case .discard: stack.removeLast(1)
        case .jumpKeepingFalse(let target): keepOrTake(!stack[stack.count - 1].isTrue, target)
        case .jumpKeepingTrue(let target): keepOrTake(stack[stack.count - 1].isTrue, target)
        case .not: push(.bool(!stack.pop().isTrue))
        case .negative: try negate()
        case .binary(let operation): try binary(operation)
        case .jumpIfTrue(let target): if stack.pop().isTrue { jump(target) }
        case .equals(let index): push(.bool(stack.pop().equals(constants[Int(index)])))
        case .slotEquals(let slot, let index): push(.bool(slots[base + Int(slot)].equals(constants[Int(index)])))
        case .concatenation(let count): try concatenate(Int(count))
        case .list(let count): push(.list(popLast(Int(count))))
        case .range(let count): try range(popLast(Int(count)))
        case .key, .keyOrJump, .item, .itemOrJump, .edge, .edgeOrJump: try lookUp(op)
        case .filter(let filter): try apply(filter)
        case .test(let test): try apply(test)
        case .pick(let pick, let field, let key): try self.pick(pick, Int(field), program.keys[Int(key)])
        case .beginSieve: try beginSieve()
        case .sift: sift()
        case .endSieve: endSieve()
        case .unpack(let slot, let count): try unpack(Int(slot), Int(count))
        case .call(let macro, let arguments): try call(program.macros[Int(macro)], Int(arguments))
        case .return: endCall()
        case .beginCapture: captures.append(output.count)
        case .endCapture: try endCapture()
        case .message(let index): try putMessage(template.messages[Int(index)])
        default: break
        }
    }

    private mutating func keepOrTake(_ keeps: Bool, _ target: UInt32) {
        if keeps { jump(target) } else { stack.removeLast(1) }
    }
}
