import SiteModel

/// How far a specializer goes: a theme may come from anyone. What goes further is left to the page, where `RenderLimits` hold.
extension Specializer {
    /// How many steps are gone through besides those of the source, each once.
    private static let workLimit = 40_000
    /// How deep loops that are written out and macros that are put in stand inside each other.
    private static let nestingLimit = 16
    /// How many bytes are kept: texts, and values that were worked out.
    private var byteLimit: Int { min(4 << 20, 1 << 20 + 4 * source.literals.count) }

    /// What one step may do.
    static var stepLimits: RenderLimits { RenderLimits(iterations: 256, bytes: 65_536, depth: 1) }

    struct Spent {
        var work = 0
        var bytes = 0
        /// How many regions stand around this place.
        var nesting = 0
        /// How deep macros were put in on the page, or in the macro that is still called.
        var levels = 0
    }

    /// Whether steps may be gone through so many times more; they count from then on, so that none is left when others inside
    /// them have taken all.
    mutating func mayGoThrough(_ steps: Range<Int>, times: Int) -> Bool {
        let work = spent.work + steps.count * times
        guard spent.nesting < Self.nestingLimit, spent.bytes < byteLimit, work < Self.workLimit else { return false }
        spent.work = work
        return true
    }

    /// Whether so many more bytes may be kept; they count from then on.
    mutating func mayKeep(_ bytes: Int) -> Bool {
        guard spent.bytes + bytes <= byteLimit else { return false }
        spent.bytes += bytes
        return true
    }
}

extension Value {
    /// About how many bytes it has of its own; what a list holds is not its own.
    var size: Int {
        switch self {
        case .string(let string): string.utf8.count
        case .html(let bytes): bytes.count
        case .list(let items): items.count * MemoryLayout<Value>.stride
        default: 0
        }
    }
}
