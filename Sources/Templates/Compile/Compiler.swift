import SiteModel

/// Turns one entry point into steps, checking every name and type on the way.
///
/// In: a library of templates that have been read. Out: a program, and messages. Types are known at every place, so a
/// look-up in a record becomes the number of its field, and a macro is compiled once for each set of argument types.
struct Compiler {
    /// How many templates may include or extend each other, and how deep macros may call each other.
    static let inclusionLimit = 64
    /// How deep statements may stand inside each other once includes are put in; the compiler walks them by recursion.
    static let depthLimit = 200
    /// How many steps an entry point may have.
    static let sizeLimit = 200_000

    let library: Library
    let schema: Schema
    let messages: MessageCatalogue
    /// Whether unknown variables pass for free data: for templates that no entry point reaches.
    let isOpen: Bool

    var program = Program()
    var literals: Literals
    var diagnostics = LimitedDiagnostics(limit: 1000)

    /// The template that is being compiled.
    var template = 0
    var scopes: [Scope] = []
    var facts = Facts()
    var units: [Unit] = []
    var blocks: [BlockPlace] = []
    var nextSlot = 0
    var frame = 0
    var depth = 0
    /// Steps made so far, those of mere checks included.
    var steps = 0
    /// The place that some jump leads to: steps across it are never fused.
    var lastTarget = 0
    var constantIndices: [String: UInt32] = [:]
    var keyIndices: [String: UInt32] = [:]
    /// The macros that are wanted, by name and argument types, in the order they were asked for.
    var instances: [MacroInstance] = []
    /// Where they stand, by name.
    var instanceIndices: [String: [Int]] = [:]
    /// How deep the macro that is being compiled was called.
    var macroDepth = 0
    /// The page's variables, for messages in macros that do not see them.
    var page = Scope()
    /// The templates and macros that were compiled, so that the rest can be checked on its own.
    var reached = Reached()

    struct Reached: Sendable {
        var templates: Set<Int> = []
        var macros: Set<String> = []
    }

    /// A template with those that it extends, while it is being compiled.
    struct Unit {
        var chain: [Int]
        /// The scope of its top level: blocks see it, but not the scopes of the loops around them.
        var top: Int
    }

    /// The block that is being compiled, and which of its versions.
    struct BlockPlace {
        var name: String
        /// The templates that define it, from the most special to the base.
        var versions: [Int]
        var current: Int
        /// The last version that `super()` reached.
        var deepest: Int
    }

    struct MacroInstance {
        var reference: MacroReference
        var types: [ValueType]
        var depth: Int
    }

    init(library: Library, schema: Schema, messages: MessageCatalogue, literals: Literals, isOpen: Bool) {
        self.library = library
        self.schema = schema
        self.messages = messages
        self.literals = literals
        self.isOpen = isOpen
    }

    /// Compiles a template that is given these variables, then the macros that it calls.
    mutating func compile(_ index: Int, variables: RecordType) {
        for field in variables.fields { page.variables[field.name] = Variable(slot: slot(), type: field.type) }
        program.variables = variables.fields.count
        for (slot, field) in variables.fields.enumerated() {
            if case .record(let name) = field.type { program.records.append((UInt32(slot), name)) }
        }
        scopes = [page]
        for name in page.variables.keys { page.variables[name]?.isPage = true }
        unit(index, SourceRange.start)
        emit(.stop, .start)
        program.frame = frame
        compileMacros()
    }

    var source: TemplateSource { library.templates[template].source }

    mutating func report(_ code: DiagnosticCode, _ message: String, _ range: SourceRange, help: String? = nil, fix: Fix? = nil) {
        diagnostics.add(Diagnostic(code, message, at: SourceLocation(source.path, range), help: help, fix: fix))
    }

    /// Reports a name that is not known, with the nearest that is.
    mutating func reportUnknown(
        _ code: DiagnosticCode, _ message: String, _ name: Name, among known: some Sequence<String>, else help: String? = nil
    ) {
        let near = nearName(to: name.text, among: known.sorted())
        let place = SourceLocation(source.path, name.range)
        report(code, message, name.range, help: near?.question ?? help, fix: near?.fix(name.text, at: place))
    }
}

/// The text of all templates, one after the other; each piece once.
struct Literals: Sendable {
    private(set) var bytes: [UInt8] = []
    /// By template and where the piece begins in it, as one number.
    private var places: [Int: (start: UInt32, count: UInt32)] = [:]

    /// Where the text of a template stands, its line breaks as LF as Jinja reads them.
    mutating func place(
        of range: SourceRange, in source: TemplateSource, _ template: Int
    ) -> (start: UInt32, count: UInt32) {
        let key = template << 32 | range.lower
        if let known = places[key] { return known }
        let start = bytes.count
        var index = range.lower
        while index < range.upper {
            let byte = source.text[index]
            let isPair = byte == Byte.carriageReturn && index + 1 < source.text.count && source.text[index + 1] == Byte.lineFeed
            if !isPair || index + 1 >= range.upper { bytes.append(byte == Byte.carriageReturn ? Byte.lineFeed : byte) }
            index += 1
        }
        let place = (UInt32(start), UInt32(bytes.count - start))
        places[key] = place
        return place
    }
}
