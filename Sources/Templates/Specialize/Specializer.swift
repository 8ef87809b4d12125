import SiteModel

/// Does what a program does the same way on every page: prints fields that all pages share, takes the branches that these decide,
/// goes through lists of them, puts macros where they are called. What is left is literal text and what differs.
///
/// In: a template as it was compiled, and the fields that are known. Out: a program that prints the same. A step that would fail is
/// left to fail on the page, at its place. What is done here no longer counts against `RenderLimits`, but has limits of its own.
struct Specializer: ~Copyable {
    let source: ReadyTemplate
    /// Does single steps, with limits of its own.
    var evaluator: Renderer

    var program = Program()
    var literals: [UInt8] = []
    /// What is known of the page's variables.
    let page: [UInt32: Binding]
    /// What is known of slots, counted from the start of the frame.
    var bindings: [UInt32: Binding]
    /// The frames of the macros that are put in, the innermost last.
    var frame: Frame
    /// The loops around this place.
    var loops: [LoopPlace] = []
    /// The macros that are called and not put in, by their number, in the order in which they were met.
    var wanted: [Int] = []
    /// Their new numbers.
    var numbers: [Int: UInt32] = [:]
    /// The jumps that wait for their target, by its number in the source.
    var open: [Int: [Int]] = [:]
    /// Where steps that are jumped back to went.
    var heads: [Int: UInt32] = [:]
    var isReachable = true
    /// Steps before this one are never changed by what follows: some jump leads here.
    var barrier = 0
    /// How far it went: see `Specializer+Limits.swift`.
    var spent = Spent()
    /// Where each text of the source stands that was copied when there was no room left for copies.
    var pieces: [UInt32: UInt32] = [:]

    /// What is known of a slot.
    enum Binding {
        case value(Value)
        /// A record of which some fields are known.
        case fields([Value?])
        /// It always has the value of another one.
        case slot(UInt32)
    }

    struct Frame {
        /// Where its slots begin.
        var base: UInt32
        /// Where those of a macro that is called may begin.
        var end: UInt32
        /// Whether slots of the page can be read as its own.
        var isPage: Bool
        /// The macros around this place.
        var macros: [Int] = []
    }

    enum LoopPlace {
        case running
        case unrolled(index: Int, count: Int)
    }

    init(_ source: ReadyTemplate, knowing known: [String: [Value?]]) {
        self.source = source
        evaluator = Renderer(source, limits: Self.stepLimits, output: ByteBuffer())
        let code = source.program
        page = Dictionary(
            uniqueKeysWithValues: code.records.compactMap { record in
                known[record.name].map { (record.slot, .fields($0)) }
            })
        bindings = page
        frame = Frame(base: 0, end: UInt32(code.frame), isPage: true)
        program.frame = code.frame
        program.variables = code.variables
        program.keys = code.keys
        program.records = code.records
        program.constants = code.constants
    }

    mutating func run() {
        guard let end = source.program.pageEnd else { return (program, literals) = (source.program, source.literals) }
        literals.reserveCapacity(16_384)
        region(0..<end)
        emit(.stop, end)
        program.levels = spent.levels
        wantedMacros()
    }

    /// Goes through steps that are entered at the first and left behind the last.
    mutating func region(_ range: Range<Int>) {
        let outer = (open, heads)
        (open, heads) = ([:], [:])
        spent.nesting += 1
        var position = range.lowerBound
        while position < range.upperBound {
            arrive(at: position)
            position = isReachable ? step(position) : position + 1
        }
        arrive(at: position)
        spent.nesting -= 1
        (open, heads) = outer
    }

    /// Lets the jumps to a place lead here.
    private mutating func arrive(at position: Int) {
        guard !open.isEmpty, let jumps = open.removeValue(forKey: position) else { return }
        var isAwaited = false
        // The latest first: one that leads to the next step is none.
        for jump in jumps.reversed() {
            if !isReachable, !isAwaited, jump == program.ops.count - 1, barrier <= jump, case .jump = program.ops[jump] {
                takeLast()
                isReachable = true
            } else {
                program.ops[jump].lead(to: UInt32(program.ops.count))
                isAwaited = true
            }
        }
        guard isAwaited else { return }
        isReachable = true
        barrier = program.ops.count
    }

    /// Goes on at a place further down, or at the beginning of the loop.
    mutating func go(to target: Int, from position: Int) {
        emit(.jump(to: heads[target] ?? 0), position)
        if heads[target] == nil { open[target, default: []].append(program.ops.count - 1) }
        isReachable = false
    }

    /// Adds a step that may jump.
    mutating func emit(_ op: Op, to target: Int, _ position: Int) {
        emit(op, position)
        open[target, default: []].append(program.ops.count - 1)
    }

    /// Adds a step, as part of the one before where the two make one.
    mutating func emit(_ op: Op, _ position: Int) {
        let place = source.program.places[position]
        if barrier < program.ops.count, let last = program.ops.last, let fused = last.fused(with: op) {
            program.ops[program.ops.count - 1] = fused
            program.places[program.ops.count - 1] = place
        } else {
            program.ops.append(op)
            program.places.append(place)
        }
    }

    mutating func takeLast() {
        program.ops.removeLast()
        program.places.removeLast()
    }

    mutating func constant(_ value: Value, _ position: Int) {
        program.constants.append(value)
        emit(.constant(UInt32(program.constants.count - 1)), position)
    }
}

extension Program {
    /// Where the page's own steps end.
    var pageEnd: Int? { ops.firstIndex { if case .stop = $0 { true } else { false } } }

    /// The steps of a macro without the last, which returns: those of all macros stand one behind the other.
    func steps(of macro: Int) -> Range<Int> {
        let next = macro + 1 < macros.count ? Int(macros[macro + 1].address) : ops.count
        return Int(macros[macro].address)..<next - 1
    }
}
