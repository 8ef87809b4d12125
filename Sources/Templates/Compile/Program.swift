import SiteModel

/// One compiled entry point: inheritance flattened, includes put in, macros behind the page's own steps.
struct Program: Sendable {
    var ops: [Op] = []
    /// Where each step stands in a template.
    var places: [Place] = []
    var constants: [Value] = []
    /// The keys of free data that steps look up.
    var keys: [String] = []
    var messages: [MessageCall] = []
    var macros: [MacroCode] = []
    /// How many slots the page needs, its variables first.
    var frame = 0
    /// How many variables it is given.
    var variables = 0
    /// How deep macros stand inside each other that were put in.
    var levels = 0
    /// The variables that hold a record, by its name.
    var records: [(slot: UInt32, name: String)] = []

    struct Place: Sendable {
        var template: UInt32
        var lower: UInt32
        var upper: UInt32
    }

    /// Where a macro begins, and how many slots it needs.
    struct MacroCode: Sendable {
        var address: UInt32
        var frame: Int
        /// How deep it is with the macros that were put into it.
        var levels = 1
    }

    /// A call of `t`: its arguments are on the stack in this order.
    struct MessageCall: Sendable {
        var key: String
        var arguments: [String]
        /// Which argument chooses the plural form.
        var count: Int?
    }
}
