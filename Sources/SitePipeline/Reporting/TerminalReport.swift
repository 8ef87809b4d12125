package import SiteModel

/// Prints diagnostics for people: the place, the message, the line with the place marked, and what to do.
package struct TerminalReport: Sendable {
    /// Reads the text that a path stands for; nil where there is none to show.
    private let text: @Sendable (String) -> [UInt8]?
    private let isColoured: Bool

    package init(isColoured: Bool, text: @escaping @Sendable (String) -> [UInt8]?) {
        self.isColoured = isColoured
        self.text = text
    }

    package func lines(_ diagnostics: [Diagnostic]) -> String {
        var output = ""
        var sources = SourceTexts(text)
        for diagnostic in diagnostics { output += message(diagnostic, &sources) }
        return output
    }

    private func message(_ diagnostic: Diagnostic, _ sources: inout SourceTexts) -> String {
        let source = sources.source(diagnostic.location.path)
        let place = source.place(of: diagnostic.location.range)
        let head = "\(bold("\(visible(diagnostic.location.path)):\(place.line):\(place.column):")) "
        let kind = coloured("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]:", diagnostic.severity)
        var output = head + kind + " " + visible(diagnostic.message) + "\n"
        if source.bytes?.isEmpty == false { output += excerpt(place, diagnostic.severity) }
        for note in diagnostic.notes { output += "note: " + self.note(note, &sources) + "\n" }
        if let help = diagnostic.help { output += "help: \(visible(help))\n" }
        return output
    }

    private func note(_ note: Diagnostic.Note, _ sources: inout SourceTexts) -> String {
        guard let location = note.location else { return visible(note.text) }
        let place = sources.source(location.path).place(of: location.range)
        return "\(visible(note.text)): \(visible(location.path)):\(place.line):\(place.column)"
    }

    /// The line, cut around the place where it is long, and a line of marks below.
    private func excerpt(_ place: HumanPlace, _ severity: Severity) -> String {
        let characters = Array(place.text)
        let start = max(0, place.column - 1 - 60)
        let end = min(characters.count, max(place.column - 1 + 60, start + 100))
        let shown = visible(String(characters[start..<max(start, end)]))
        let number = String(place.line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        let before = characters[start..<max(start, min(place.column - 1, characters.count))]
        let padding = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.width) }.joined()
        let last = min(place.column - 1 + place.length, end)
        let marked = characters[min(place.column - 1, characters.count)..<max(min(place.column - 1, characters.count), last)]
        let width = max(1, marked.reduce(0) { $0 + $1.width })
        let marks = "^" + String(repeating: "~", count: width - 1)
        let dots = (start > 0 ? "…" : "", end < characters.count ? "…" : "")
        let indent = start > 0 ? " " : ""
        return "\(gutter)\(number) | \(dots.0)\(shown)\(dots.1)\n"
            + "\(String(repeating: " ", count: max(5, number.count))) | \(indent)\(padding)\(coloured(marks, severity))\n"
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func coloured(_ text: String, _ severity: Severity) -> String {
        guard isColoured else { return text }
        let colour =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
    }
}

extension Character {
    /// The columns that a terminal gives the character: two for East Asian wide ones and emoji.
    fileprivate var width: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
