package import SiteModel

/// How many errors, warnings and notes there are, each message counted once.
package struct MessageCounts: Sendable, Equatable {
    private var numbers: [Severity: Int] = [:]

    package init(_ diagnostics: Diagnostics) { self.init(Set(diagnostics.all)) }

    /// Of messages that are there once.
    package init(_ messages: some Sequence<Diagnostic>) {
        for message in messages { numbers[message.severity, default: 0] += 1 }
    }

    package subscript(severity: Severity) -> Int { numbers[severity] ?? 0 }

    /// `2 errors`, `1 warning`, `0 notes`.
    package func text(_ severity: Severity) -> String { counted(self[severity], severity.rawValue) }

    /// `2 errors, 1 warning`; nil where there is nothing to say.
    package var text: String? {
        let parts = [Severity.error, .warning].filter { self[$0] > 0 }.map { text($0) }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
