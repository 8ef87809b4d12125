package import SiteModel

/// The messages of a run by their code, the most useful first: errors before warnings before notes, and among them causes before
/// what follows from them. A file that cannot be read makes links to it broken; the list of codes stands in this order.
package struct MessageSummary: Sendable {
    package var groups: [Group]

    package struct Group: Sendable {
        package var code: DiagnosticCode
        package var severity: Severity
        package var count: Int
        package var first: SourceLocation
    }

    package init(_ diagnostics: [Diagnostic]) {
        struct Kind: Hashable {
            let code: DiagnosticCode
            let severity: Severity
        }
        var groups: [Kind: Group] = [:]
        for diagnostic in diagnostics {
            let group = Group(code: diagnostic.code, severity: diagnostic.severity, count: 0, first: diagnostic.location)
            groups[Kind(code: diagnostic.code, severity: diagnostic.severity), default: group].count += 1
        }
        self.groups = groups.values.sorted { $0.code.rank(as: $0.severity) < $1.code.rank(as: $1.severity) }
    }

    package func count(of severity: Severity) -> Int { groups.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) } }

    /// Where to begin, for the end of a list too long to be seen at once; empty for a short one.
    package func beginning(_ position: (SourceLocation) -> String) -> String {
        let serious = groups.filter { $0.severity > .note }
        guard serious.reduce(0, { $0 + $1.count }) > 12, serious.count > 1 else { return "" }
        let rows = serious.prefix(6).map { group in
            ["  \(group.count) ×", "\(group.severity.rawValue)[\(group.code.rawValue)]", position(group.first)]
        }
        return "begin with\n" + Table(header: rows[0], rows: Array(rows.dropFirst())).text
    }
}

extension [Diagnostic] {
    /// The most useful first, for readers that show only the first few.
    var byUse: [Diagnostic] {
        enumerated().sorted { left, right in
            (left.element.code.rank(as: left.element.severity), left.offset)
                < (right.element.code.rank(as: right.element.severity), right.offset)
        }
        .map(\.element)
    }
}

extension DiagnosticCode {
    /// The smaller the more useful.
    fileprivate func rank(as severity: Severity) -> Int {
        let position = Self.positions[self] ?? 0
        switch severity {
        case .error: return position
        case .warning: return position + 1000
        case .note: return position + 2000
        }
    }

    private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
