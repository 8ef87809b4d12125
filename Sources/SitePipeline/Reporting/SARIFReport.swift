internal import SiteModel
internal import SiteRendering

/// Messages as a log of SARIF 2.1.0 (OASIS, with errata 01), which code hosts show as findings. Columns count code points, since the
/// format has no characters.
extension Report {
    var sarif: JSONValue {
        let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
        let indices = Dictionary(uniqueKeysWithValues: zip(codes, 0...))
        var sources = sources
        let results = diagnostics.map { result($0, rule: indices[$0.code] ?? 0, &sources) }
        let driver: [(String, JSONValue)] = [
            ("name", .string("Martlet")), ("semanticVersion", .string(Program.version)), ("rules", .array(codes.map(rule))),
        ]
        let invocation: [(String, JSONValue)] = [
            ("executionSuccessful", .bool(true)), ("exitCode", .int(isRefused ? 1 : 0)),
        ]
        let run: [(String, JSONValue)] = [
            ("tool", .object([("driver", .object(driver))])), ("invocations", .array([.object(invocation)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("newlineSequences", .array([.string("\r\n"), .string("\n"), .string("\r")])), ("results", .array(results)),
        ]
        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        return .object([
            ("$schema", .string(schema)), ("version", .string("2.1.0")), ("runs", .array([.object(run)])),
        ])
    }

    /// What `martlet explain` says of a code.
    private func rule(_ code: DiagnosticCode) -> JSONValue {
        let explanation = code.explanation
        return .object([
            ("id", .string(code.rawValue)), ("shortDescription", message(explanation.summary)),
            ("fullDescription", message(explanation.advice)),
            (
                "help",
                .object([
                    ("text", .string(explanation.text(of: code))), ("markdown", .string(explanation.markdown)),
                ])
            ),
            ("defaultConfiguration", .object([("level", .string(code.severity.rawValue))])),
        ])
    }

    private func result(_ diagnostic: Diagnostic, rule: Int, _ sources: inout SourceTexts) -> JSONValue {
        var text = diagnostic.message
        for note in diagnostic.notes where note.location == nil { text += "\n" + note.text }
        if let help = diagnostic.help { text += "\n" + help }
        var members: [(String, JSONValue)] = [
            ("ruleId", .string(diagnostic.code.rawValue)), ("ruleIndex", .int(rule)),
            ("level", .string(diagnostic.severity.rawValue)), ("message", message(text)),
            ("locations", .array([.object([("physicalLocation", place(diagnostic.location, &sources))])])),
        ]
        var related: [JSONValue] = []
        for note in diagnostic.notes {
            guard let location = note.location else { continue }
            related.append(.object([("message", message(note.text)), ("physicalLocation", place(location, &sources))]))
        }
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        if let edit = diagnostic.fix.flatMap({ Edit($0, in: sources.source($0.location.path)) }) {
            members.append(("fixes", .array([fix(edit, diagnostic.help, &sources)])))
        }
        return .object(members)
    }

    private func fix(_ edit: Edit, _ help: String?, _ sources: inout SourceTexts) -> JSONValue {
        let replacement: [(String, JSONValue)] = [
            ("deletedRegion", region(edit.location, &sources)), ("insertedContent", message(edit.new)),
        ]
        let change: [(String, JSONValue)] = [
            ("artifactLocation", artifact(edit.location.path)), ("replacements", .array([.object(replacement)])),
        ]
        return .object([
            ("description", message(help ?? "write '\(edit.new)'")), ("artifactChanges", .array([.object(change)])),
        ])
    }

    private func place(_ location: SourceLocation, _ sources: inout SourceTexts) -> JSONValue {
        .object([("artifactLocation", artifact(location.path)), ("region", region(location, &sources))])
    }

    private func artifact(_ path: String) -> JSONValue { .object([("uri", .string(uriReference(self.path(path))))]) }

    private func region(_ location: SourceLocation, _ sources: inout SourceTexts) -> JSONValue {
        let (start, end) = sources.source(location.path).positions(of: location.range, .codePoints)
        return .object([
            ("startLine", .int(start.line)), ("startColumn", .int(start.column)), ("endLine", .int(end.line)),
            ("endColumn", .int(end.column)), ("byteOffset", .int(start.offset)), ("byteLength", .int(end.offset - start.offset)),
        ])
    }

    private func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }
}

/// A path as a URI reference (RFC 3986 section 4.2): percent signs for all but unreserved characters and slashes; a colon in the
/// first part would be read as the end of a scheme.
private func uriReference(_ path: String) -> String {
    var output = ""
    for byte in path.utf8 {
        if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "-._~/".utf8.contains(byte)
        {
            output.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            output += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
    }
    return output
}
