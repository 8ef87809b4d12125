import SiteModel

/// Makes warnings of the errors that the site lowers with `severity:`, and leaves out the warnings that pages accept with
/// `allow: [code]`, also those about an article's `faq.md` and `share.md`. A code that there is not, or that is an error, is said.
func silencing(
    _ diagnostics: Diagnostics, lowering lowered: Set<DiagnosticCode>, allowedBy documents: some Sequence<Box<Document>>
) -> Diagnostics {
    var result = Diagnostics()
    var allowed: [String: Set<String>] = [:]
    for document in documents {
        for code in document.fields.allowed {
            let severity = DiagnosticCode(rawValue: code.value)?.severity
            if severity == .warning || severity == .note {
                allowed[document.path, default: []].insert(code.value)
                guard document.path.hasSuffix("/index.md") else { continue }
                for name in ["faq.md", "share.md"] {
                    allowed[folder(of: document.path) + "/" + name, default: []].insert(code.value)
                }
            } else {
                let warnings = DiagnosticCode.allCases.filter { $0.severity != .error }.map(\.rawValue)
                let near = nearName(to: code.value, among: warnings)
                result.add(
                    .badValue,
                    severity == nil ? "'\(code.value)' is not a code" : "'\(code.value)' is an error, which no page can allow",
                    at: code.location, help: near?.question, fix: severity == nil ? near?.fix(code) : nil)
            }
        }
    }
    for var diagnostic in diagnostics.all {
        if lowered.contains(diagnostic.code) { diagnostic.severity = .warning }
        let isAllowed =
            diagnostic.severity != .error && allowed[diagnostic.location.path]?.contains(diagnostic.code.rawValue) ?? false
        if !isAllowed { result.add(diagnostic) }
    }
    return result
}
