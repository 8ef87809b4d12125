package import SiteModel
internal import SiteRendering

/// What a command has to say, in whichever form it is printed.
package struct Report: Sendable {
    /// By path and place.
    package var diagnostics: [Diagnostic]
    /// The subcommand: `build`, `check`.
    package var command: String
    /// The site's root as the command line names it; paths of messages begin there.
    package var root: String
    /// The messages keep the site from being published.
    package var isRefused: Bool
    /// Reads the text that a path stands for; nil where there is none to show.
    private let text: @Sendable (String) -> [UInt8]?

    package init(
        _ diagnostics: [Diagnostic], command: String, root: String, isRefused: Bool,
        text: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.diagnostics = diagnostics
        self.command = command
        self.root = root
        self.isRefused = isRefused
        self.text = text
    }

    var sources: SourceTexts { SourceTexts(text) }

    /// In a form for people, or for one kind of program.
    package func text(as format: ReportFormat, isColoured: Bool) -> String {
        switch format {
        case .text: TerminalReport(isColoured: isColoured, text: text).lines(diagnostics)
        case .json: String(decoding: json.indentedText(), as: UTF8.self) + "\n"
        case .github: workflowCommands
        case .sarif: String(decoding: sarif.indentedText(), as: UTF8.self) + "\n"
        }
    }

    /// Where to begin, for the end of a long list of messages; empty for a short one.
    package var beginning: String {
        var sources = sources
        return MessageSummary(diagnostics).beginning { location in
            let place = sources.source(location.path).position(at: location.range.lower, .characters)
            return "\(location.path):\(place.line):\(place.column)"
        }
    }

    /// A path as whoever ran the command would write it.
    func path(_ path: String) -> String {
        var base = root[...]
        while base.hasPrefix("./") { base = base.dropFirst(2) }
        while base.hasSuffix("/"), base != "/" { base = base.dropLast() }
        return base.isEmpty || base == "." ? path : base == "/" ? "/" + path : base + "/" + path
    }
}

/// The forms in which messages are printed.
package enum ReportFormat: String, Sendable, CaseIterable {
    case text, json, github, sarif
}

/// The name and version that reports give.
package enum Program {
    package static let version = "0.1.0"
}
