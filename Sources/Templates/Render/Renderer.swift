internal import SiteModel

/// Runs one program: a loop over its steps, with a stack of operands and the slots of variables.
struct Renderer: ~Copyable {
    let template: ReadyTemplate
    let limits: RenderLimits

    var output: ByteBuffer
    var stack = Pile<Operand>(capacity: 16)
    var slots: Pile<Operand>
    /// Where the slots of the macro that is running begin.
    var base = 0
    var loops = Pile<Loop>(capacity: 8)
    /// Where in the output each part that is being caught began.
    var captures: [Int] = []
    var calls: [Call] = []
    /// The step that is being done.
    var position = 0
    var iterations = 0

    /// A loop that is going on.
    struct Loop {
        var items: LentValues
        /// The current item; -1 before the first.
        var index = -1
        /// What a sieve kept.
        var kept: [Value] = []
    }

    /// A macro that is running: where to go on after it.
    struct Call {
        var position: Int
        var base: Int
        /// How deep it is, with all macros that were put in.
        var depth: Int
    }

    init(_ template: ReadyTemplate, limits: RenderLimits, output: consuming ByteBuffer) {
        self.template = template
        self.limits = limits
        self.output = output
        slots = Pile(capacity: template.program.frame + 32)
    }

    var program: Program { _read { yield template.program } }

    /// Renders a page; gives back why it could not.
    mutating func page(_ root: [Value]) -> RenderFailure? {
        do throws(RenderFailure) {
            try run(root)
        } catch {
            return error
        }
        return nil
    }

    private mutating func run(_ root: [Value]) throws(RenderFailure) {
        guard root.count == program.variables, !program.ops.isEmpty else {
            throw RenderFailure("the page gives \(root.count) variables, and the template takes \(program.variables)")
        }
        // The program is looked at by spans: a look at an array of it would count its references each time, and all threads share it.
        let (steps, known, text) = (program.ops, program.constants, template.literals)
        defer { withExtendedLifetime((root, known, template)) {} }
        let (roots, constants) = (LentValues(ofPageOrProgram: root), LentValues(ofPageOrProgram: known))
        for index in 0..<root.count { slots.push(roots[index]) }
        for _ in root.count..<program.frame { slots.push(Operand(.none)) }
        let (ops, literals) = (steps.span, text.span)
        while try step(ops[position], constants, literals) { position += 1 }
        try checkSize()
    }

    /// Does one step; false at the end. `position` stands on the step, and goes one further after it.
    @inline(__always)
    private mutating func step(_ op: Op, _ constants: LentValues, _ literals: Span<UInt8>) throws(RenderFailure) -> Bool {
        switch op {
        case .text(let start, let count):
            try Self.check(output.count &+ Int(count), limits.bytes)
            output.append(Int(start)..<Int(start) &+ Int(count), of: literals)
        case .printSlotField(let slot, let field): try Self.print(self.field(field, of: slot), to: &output, limits.bytes)
        case .printSlot(let slot): try Self.print(slots[base + Int(slot)], to: &output, limits.bytes)
        case .print: try Self.print(stack.pop(), to: &output, limits.bytes)
        case .jumpUnlessField(let slot, let field, let target): if !(try self.field(field, of: slot).isTrue) { jump(target) }
        case .slotField(let slot, let field): stack.push(try self.field(field, of: slot))
        case .slot(let slot): stack.push(slots[base + Int(slot)].copy)
        case .jumpIfFalse(let target): if !stack.pop().isTrue { jump(target) }
        case .jump(let target): jump(target)
        case .nextItem(let slot, let target): try nextItem(slot, target)
        case .beginLoop(let target): try beginLoop(target)
        case .endLoop: loops.removeLast(1)
        case .loopValue(let value): push(loopValue(value))
        case .constant(let index): stack.push(constants[Int(index)])
        case .jumpUnlessSlotEquals(let slot, let index, let target):
            if !slots[base + Int(slot)].equals(constants[Int(index)]) { jump(target) }
        case .field(let index): stack.push(try Self.field(index, of: stack.pop()))
        case .printMessage(let index): try printMessage(template.messages[Int(index)])
        case .store(let slot): slots[base + Int(slot)] = stack.pop()
        case .stop: return false
        default: try rareStep(op, constants)
        }
        return true
    }

    mutating func push(_ value: Value) { stack.push(Operand(value)) }

    mutating func pop() -> Value { stack.pop().value }

    /// Takes several values off the stack; the last is the one on top.
    mutating func popLast(_ count: Int) -> [Value] {
        defer { stack.removeLast(count) }
        return (stack.count - count..<stack.count).map { stack[$0].value }
    }

    /// Goes on at a step; one less, because the loop adds one.
    @inline(__always)
    mutating func jump(_ target: UInt32) { position = Int(target) - 1 }

    @inline(__always)
    private func field(_ field: UInt32, of slot: UInt32) throws(RenderFailure) -> Operand {
        try Self.field(field, of: slots[base + Int(slot)])
    }

    @inline(__always)
    private static func field(_ field: UInt32, of record: Operand) throws(RenderFailure) -> Operand {
        guard let value = record.field(field) else { throw .unlikeModel }
        return value
    }

    /// What one step leaves behind of these operands; nil where it fails.
    mutating func result(of op: Op, _ operands: [Value]) -> Value? {
        return (try? oneStep(op, operands)) == nil || stack.count == 0 ? nil : pop()
    }

    /// What one step prints of these operands; nil where it fails.
    mutating func printed(by op: Op, _ operands: [Value]) -> [UInt8]? {
        output.cut(to: 0)
        return (try? oneStep(op, operands)) == nil ? nil : output.array
    }

    private mutating func oneStep(_ op: Op, _ operands: [Value]) throws(RenderFailure) {
        stack.removeLast(stack.count)
        for operand in operands { push(operand) }
        let (constants, text) = (program.constants, template.literals)
        defer { withExtendedLifetime((constants, template)) {} }
        _ = try step(op, LentValues(ofPageOrProgram: constants), text.span)
    }

    /// Fails when the page or a text made for it grows without end.
    func checkSize() throws(RenderFailure) { try Self.check(output.count, limits.bytes) }

    /// The same for a size and its limit: to hand the renderer over would be to copy it.
    @inline(__always)
    static func check(_ size: Int, _ limit: Int) throws(RenderFailure) {
        if size > limit { throw tooLarge(limit) }
    }

    @inline(never)
    private static func tooLarge(_ limit: Int) -> RenderFailure { RenderFailure("the page becomes larger than \(limit) bytes") }
}
