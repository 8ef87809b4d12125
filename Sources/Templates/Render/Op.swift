/// One step of a compiled template. Plain numbers only, so that reading one touches no reference count; steps work on a stack
/// of values and on the slots of variables, which are counted from the start of the page's frame (`page…`) or of the frame
/// of the macro that is running.
enum Op: Sendable {
    /// Appends a stretch of the literal text.
    case text(start: UInt32, count: UInt32)

    case constant(UInt32)
    case slot(UInt32)
    case pageSlot(UInt32)
    /// A field of the record in a slot: `slot` and `field` in one step.
    case slotField(UInt32, UInt32)
    case field(UInt32)
    /// Looks a constant key up in free data.
    case key(UInt32)
    case keyOrJump(UInt32, to: UInt32)
    case item
    case itemOrJump(to: UInt32)
    case edge(last: Bool)
    case edgeOrJump(last: Bool, to: UInt32)
    case list(count: UInt32)
    case range(count: UInt32)

    case print
    case printSlot(UInt32)
    case printSlotField(UInt32, UInt32)
    case store(UInt32)
    case discard

    case jump(to: UInt32)
    case jumpIfFalse(to: UInt32)
    case jumpIfTrue(to: UInt32)
    /// Looks at a field of the record in a slot, and jumps when it is false.
    case jumpUnlessField(UInt32, UInt32, to: UInt32)
    /// Leaves a false value and jumps, or takes a true one off and goes on.
    case jumpKeepingFalse(to: UInt32)
    case jumpKeepingTrue(to: UInt32)

    case not
    case negative
    case binary(BinaryOperator)
    /// `==` with a constant.
    case equals(constant: UInt32)
    case slotEquals(UInt32, constant: UInt32)
    case jumpUnlessSlotEquals(UInt32, constant: UInt32, to: UInt32)
    case concatenation(count: UInt32)
    case filter(Filter)
    case test(Test)
    case pick(Pick, field: UInt32, key: UInt32)

    /// Takes a list off the stack and begins a loop over it, or jumps when it is empty.
    case beginLoop(orJump: UInt32)
    /// The same for a loop that only sorts out items: nothing to jump to.
    case beginSieve
    case nextItem(slot: UInt32, orJump: UInt32)
    /// Keeps the current item of a sieve when the value on the stack is true.
    case sift
    /// Ends a sieve: its items are on the stack.
    case endSieve
    case endLoop
    case loopValue(LoopValue)
    /// Takes a list off the stack and puts its items into slots one after the other.
    case unpack(slot: UInt32, count: UInt32)

    case call(macro: UInt32, arguments: UInt32)
    case `return`
    case beginCapture
    case endCapture
    case message(UInt32)
    case printMessage(UInt32)
    case stop
}

/// What `loop.` gives.
enum LoopValue: String, CaseIterable, Sendable {
    case index, index0, revindex, revindex0, first, last, length
}

/// Filters that look at one field of every item.
enum Pick: Sendable {
    case map, select, reject, selectEqual, rejectEqual
}
