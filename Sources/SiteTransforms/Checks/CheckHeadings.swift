import SiteModel

/// Headings of a body begin at the second level, since the title is the first, and skip none (`domain.md` 8, H1).
func checkHeadings(_ markup: Markup, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    var level = 1
    for heading in markup.headings {
        let location = SourceLocation(path, heading.range)
        if heading.level == 1 {
            diagnostics.add(
                .headingOrder, "the page's title is its only first-level heading", at: location, help: "write '## …'")
        } else if heading.level > level + 1 {
            diagnostics.add(
                .headingOrder, "a heading of level \(heading.level) follows one of level \(level)", at: location,
                help: "write '\(String(repeating: "#", count: level + 1)) …'")
        }
        level = max(heading.level, 2)
    }
    return diagnostics
}
