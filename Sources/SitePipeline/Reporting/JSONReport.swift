internal import SiteModel
internal import SiteRendering

/// Messages as JSON, for editors' programs and for CI: the form that `docs/schemas/diagnostics-1.json` describes. A new member may
/// come at any time; what is there keeps its name and meaning, or the version becomes another.
extension Report {
    var json: JSONValue {
        var sources = sources
        let summary = MessageSummary(diagnostics)
        return .object([
            ("version", .int(1)),
            ("generator", .object([("name", .string("martlet")), ("version", .string(Program.version))])),
            ("command", .string(command)), ("root", .string(root)), ("refused", .bool(isRefused)),
            ("summary", json(summary, &sources)),
            ("diagnostics", .array(diagnostics.map { json($0, &sources) })),
        ])
    }

    private func json(_ summary: MessageSummary, _ sources: inout SourceTexts) -> JSONValue {
        var codes: [JSONValue] = []
        for group in summary.groups {
            codes.append(
                .object([
                    ("code", .string(group.code.rawValue)), ("severity", .string(group.severity.rawValue)),
                    ("count", .int(group.count)), ("first", json(group.first, &sources)),
                ]))
        }
        return .object([
            ("errors", .int(summary.count(of: .error))), ("warnings", .int(summary.count(of: .warning))),
            ("notes", .int(summary.count(of: .note))), ("codes", .array(codes)),
        ])
    }

    private func json(_ diagnostic: Diagnostic, _ sources: inout SourceTexts) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .string(diagnostic.code.rawValue)), ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.message)), ("location", json(diagnostic.location, &sources)),
        ]
        if let help = diagnostic.help { members.append(("help", .string(help))) }
        var related: [JSONValue] = []
        for note in diagnostic.notes {
            let place = note.location.map { [("location", json($0, &sources))] } ?? []
            related.append(.object([("message", .string(note.text))] + place))
        }
        members.append(("related", .array(related)))
        if let edit = diagnostic.fix.flatMap({ Edit($0, in: sources.source($0.location.path)) }) {
            members.append(
                ("fix", .object([("location", json(edit.location, &sources)), ("replacement", .string(edit.new))])))
        }
        return .object(members)
    }

    private func json(_ location: SourceLocation, _ sources: inout SourceTexts) -> JSONValue {
        let places = sources.source(location.path).positions(of: location.range, .characters)
        return .object([
            ("path", .string(location.path)), ("start", json(places.start)), ("end", json(places.end)),
        ])
    }

    private func json(_ place: TextPosition) -> JSONValue {
        .object([("line", .int(place.line)), ("column", .int(place.column)), ("offset", .int(place.offset))])
    }
}

/// A fix as it is for a source at hand.
struct Edit: Equatable {
    var location: SourceLocation
    var new: String

    /// Nil where the source does not hold what the fix is for.
    init?(_ fix: Fix, in source: SourceTexts.Source) {
        guard let bytes = source.bytes, let range = fix.range(in: bytes) else { return nil }
        location = SourceLocation(fix.location.path, range)
        new = fix.new
    }
}
