/// The messages of a stage or of a whole build, in the order they were found.
@usableFromInline
package struct Diagnostics: Sendable {
    @usableFromInline package private(set) var all: [Diagnostic] = []

    /// Whether names are looked for that may have been meant.
    private var suggests = true

    @usableFromInline
    package init(_ all: [Diagnostic] = []) { self.all = all }

    /// For whoever only wants to know whether there is anything to say.
    package static var brief: Diagnostics {
        var diagnostics = Diagnostics()
        diagnostics.suggests = false
        return diagnostics
    }

    package var hasErrors: Bool { all.contains { $0.severity == .error } }

    package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

    package mutating func add(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, help: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Fix? = nil
    ) {
        all.append(Diagnostic(code, message, at: location, help: help, notes: notes, fix: fix))
    }

    /// These messages and one more, if there is one.
    package func adding(_ diagnostic: Diagnostic?) -> Diagnostics { Diagnostics(all + [diagnostic].compactMap { $0 }) }

    @inlinable
    package mutating func add(contentsOf others: Diagnostics) {
        if !others.all.isEmpty { all.append(contentsOf: others.all) }
    }

    /// Keeps the messages of a stage and gives back its value.
    @inlinable
    package mutating func collect<Value>(_ outcome: Outcome<Value>) -> Value {
        add(contentsOf: outcome.diagnostics)
        return outcome.value
    }

    /// The nearest name, for the first messages of a list only: looking for it takes time with each, and they have told enough.
    package func suggestion<Name>(_ find: () -> Name?) -> Name? { suggests && all.count < 50 ? find() : nil }

    /// By path, place and code, each message once.
    package var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return all.filter { seen.insert($0).inserted }.sorted { left, right in
            (left.location.path, left.location.range.lower, left.code.rawValue, left.message)
                < (right.location.path, right.location.range.lower, right.code.rawValue, right.message)
        }
    }

    package func count(of severity: Severity) -> Int { all.count { $0.severity == severity } }
}

/// What a stage made, and what it has to say about it. The value is whole even where there are errors, so that the stages
/// after it can report theirs in the same run.
@usableFromInline
package struct Outcome<Value: Sendable>: Sendable {
    @usableFromInline package var value: Value
    @usableFromInline package var diagnostics: Diagnostics

    @inlinable
    package init(_ value: Value, _ diagnostics: Diagnostics = Diagnostics()) {
        self.value = value
        self.diagnostics = diagnostics
    }
}
