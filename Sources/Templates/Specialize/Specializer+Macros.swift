// Macros: put in where they are called, unless they call themselves.
extension Specializer {
    mutating func call(_ macro: Int, _ arguments: Int, _ position: Int) {
        let steps = source.program.steps(of: macro)
        guard !frame.macros.contains(macro), mayGoThrough(steps, times: 1) else {
            return emit(.call(macro: number(of: macro), arguments: UInt32(arguments)), position)
        }
        let caller = frame
        let size = UInt32(source.program.macros[macro].frame)
        frame = Frame(
            base: caller.end, end: caller.end + size, isPage: caller.isPage, macros: caller.macros + [macro])
        program.frame = max(program.frame, Int(frame.end))
        spent.levels = max(spent.levels, frame.macros.count)
        bind(arguments, steps, position)
        region(steps)
        for slot in frame.base..<frame.end { bindings[slot] = nil }
        frame = caller
    }

    /// Gives the parameters of a macro what stands on the stack: what is known, and what the last step loads, needs no step.
    private mutating func bind(_ arguments: Int, _ steps: Range<Int>, _ position: Int) {
        let stored = source.program.stored(in: steps)
        for parameter in (0..<UInt32(arguments)).reversed() {
            let slot = frame.base + parameter
            guard !stored.contains(parameter) else {
                emit(.store(slot), position)
                continue
            }
            if let known = takeConstant() {
                bindings[slot] = .value(known)
            } else if barrier < program.ops.count, case .slot(let other) = program.ops.last {
                takeLast()
                bindings[slot] = .slot(other)
            } else {
                emit(.store(slot), position)
            }
        }
    }

    private mutating func number(of macro: Int) -> UInt32 {
        if let known = numbers[macro] { return known }
        let number = UInt32(wanted.count)
        wanted.append(macro)
        numbers[macro] = number
        return number
    }

    /// The macros that are still called, behind the page's own steps.
    mutating func wantedMacros() {
        var index = 0
        while index < wanted.count {
            let code = source.program.macros[wanted[index]]
            let steps = source.program.steps(of: wanted[index])
            let size = program.frame
            program.frame = 0
            frame = Frame(base: 0, end: UInt32(code.frame), isPage: false, macros: [wanted[index]])
            (bindings, loops, isReachable, barrier, spent.levels) = ([:], [], true, program.ops.count, 1)
            let address = UInt32(program.ops.count)
            region(steps)
            emit(.return, steps.upperBound)
            program.macros.append(
                Program.MacroCode(address: address, frame: max(program.frame, code.frame), levels: spent.levels))
            program.frame = size
            index += 1
        }
    }
}
