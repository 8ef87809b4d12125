/// One message to an editor, with its place.
@usableFromInline
package struct Diagnostic: Hashable, Sendable {
    package var code: DiagnosticCode
    package var severity: Severity
    package var location: SourceLocation
    /// A rule or a fact, most specific words first, the editor's words in single quotes, no full stop.
    package var message: String
    /// What to do about it, as an action.
    package var help: String?
    /// Other places that belong to it.
    package var notes: [Note]
    /// What does it, where that needs no choice.
    package var fix: Fix?

    package struct Note: Hashable, Sendable {
        package var text: String
        package var location: SourceLocation?

        package init(_ text: String, at location: SourceLocation? = nil) {
            self.text = text
            self.location = location
        }
    }

    /// A message with the severity that its code has.
    package init(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, help: String? = nil, notes: [Note] = [],
        fix: Fix? = nil
    ) {
        self.code = code
        self.severity = code.severity
        self.location = location
        self.message = message
        self.help = help
        self.notes = notes
        self.fix = fix
    }
}

/// What a message means for the build.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// The output is as it would have been.
    case note
    /// Published, but poorer.
    case warning
    /// The page would be wrong: nothing is published.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
