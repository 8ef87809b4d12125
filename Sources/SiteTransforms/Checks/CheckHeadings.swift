import SiteModel

/// Headings of a page's text begin at the second level, since the title is the first, skip none, and say something
/// (`domain.md` 8.1 AX3, H1).
func checkHeadings(_ markup: Markup, title: String?, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    checkLevels(markup, below: 1, path, &diagnostics)
    guard markup.holdsFirstLevel else { return diagnostics }
    for heading in markup.headings where heading.level == 1 {
        let isTitle = title != nil && heading.content.plainText(images: markup.images) == title
        diagnostics.add(
            .extraTitle, "the page's title is its only first-level heading", at: SourceLocation(path, heading.range),
            help: isTitle ? "delete the line: the page shows its title already" : "write '## …'")
    }
    return diagnostics
}

/// Headings of an answer stand below its question, which has the second level.
func checkHeadings(ofAnswer markup: Markup, path: String) -> Diagnostics {
    var diagnostics = checkTitles(amongQuestions: markup, path: path)
    checkLevels(markup, below: 2, path, &diagnostics)
    return diagnostics
}

/// In a file of questions a heading of the first level is meant as a question, or as the title.
func checkTitles(amongQuestions markup: Markup, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard markup.holdsFirstLevel else { return diagnostics }
    for heading in markup.headings where heading.level == 1 {
        diagnostics.add(
            .extraTitle, "a question is a heading of the second level", at: SourceLocation(path, heading.range),
            help: "write '## Question?'")
    }
    return diagnostics
}

extension Markup {
    /// Whether a heading has the first level. They are not copied for it.
    fileprivate var holdsFirstLevel: Bool {
        let all = headings
        return all.indices.contains { all[$0].level == 1 }
    }
}

private func checkLevels(_ markup: Markup, below outer: Int, _ path: String, _ diagnostics: inout Diagnostics) {
    let (headings, images) = (markup.headings, markup.images)
    var last = outer
    for index in headings.indices {
        let level = headings[index].level
        var location: SourceLocation { SourceLocation(path, headings[index].range) }
        if headings[index].content.isBlank(images: images) {
            diagnostics.add(
                .emptyHeading, "the heading has no text", at: location,
                help: "write what the part below it is about, or delete it")
        }
        if level == 2, outer == 2 {
            diagnostics.add(
                .headingOrder, "a heading of an answer has the level of its question", at: location, help: "write '### …'")
        } else if level > last + 1 {
            diagnostics.add(
                .headingOrder, "a heading of level \(level) follows one of level \(last)", at: location,
                help: "write '\(String(repeating: "#", count: last + 1)) …'")
        }
        last = max(level, 2)
    }
}
