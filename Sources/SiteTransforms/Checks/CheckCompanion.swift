import SiteModel

/// An article's `faq.md` holds questions and nothing before them.
func checkCompanion(_ document: Document) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard document.role == .articleQuestions, !document.body.isEmpty else { return diagnostics }
    diagnostics.add(
        .textBeforeQuestion, "text before the first question is shown nowhere", at: SourceLocation(document.path),
        help: "begin with '## Question? {#id}', or move the text to 'index.md'")
    return diagnostics
}
