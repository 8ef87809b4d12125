internal import SiteModel

/// Messages as workflow commands of GitHub Actions ("Workflow commands for GitHub Actions" in its documentation), which show them
/// beside the changed lines. GitHub shows ten errors and ten warnings of a step, so the most useful come first.
extension Report {
    var workflowCommands: String {
        var sources = sources
        return diagnostics.byUse.map { workflowCommand($0, &sources) }.joined()
    }

    private func workflowCommand(_ diagnostic: Diagnostic, _ sources: inout SourceTexts) -> String {
        let places = sources.source(diagnostic.location.path).positions(of: diagnostic.location.range, .characters)
        var properties = [("file", path(diagnostic.location.path)), ("line", String(places.start.line))]
        properties.append(("endLine", String(places.end.line)))
        // The runner takes columns only within one line.
        if places.start.line == places.end.line {
            properties.append(("col", String(places.start.column)))
            properties.append(("endColumn", String(max(places.start.column, places.end.column - 1))))
        }
        properties.append(("title", diagnostic.code.rawValue))
        let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
        var text = diagnostic.message
        for note in diagnostic.notes { text += "\nnote: " + self.note(note, &sources) }
        if let help = diagnostic.help { text += "\nhelp: " + help }
        return "::\(diagnostic.severity.command) \(list)::\(escaped(text, isProperty: false))\n"
    }

    private func note(_ note: Diagnostic.Note, _ sources: inout SourceTexts) -> String {
        guard let location = note.location else { return note.text }
        let place = sources.source(location.path).position(at: location.range.lower, .characters)
        return "\(note.text): \(path(location.path)):\(place.line):\(place.column)"
    }

    /// What the runner reads back: percent signs and line ends everywhere, in properties the marks between them as well.
    private func escaped(_ text: String, isProperty: Bool) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": output += "%25"
            case "\r": output += "%0D"
            case "\n": output += "%0A"
            case ":" where isProperty: output += "%3A"
            case "," where isProperty: output += "%2C"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

extension Severity {
    fileprivate var command: String { self == .note ? "notice" : rawValue }
}
