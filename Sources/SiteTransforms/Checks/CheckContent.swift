import SiteModel

/// The checks that look at one document at a time, and at no tree: only at the lists of its texts (`Markup`).
func checkContent(_ placed: [PlacedDocument], _ sources: SiteSources, _ workers: Workers) async -> Diagnostics {
    var diagnostics = Diagnostics()
    await workers.forEach(placed, &diagnostics) { entry, diagnostics in
        diagnostics.add(contentsOf: check(entry.document, placed.language(of: entry, sources.config), sources))
    }
    return diagnostics
}

private func check(_ document: Box<Document>, _ language: String, _ sources: SiteSources) -> Diagnostics {
    var diagnostics = Diagnostics()
    let fields = document.value.fields
    let path = document.value.path
    let body = document.value.body
    if document.role == .topic || document.role == .articleQuestions {
        diagnostics.add(contentsOf: checkTitles(amongQuestions: body, path: path))
    } else {
        diagnostics.add(contentsOf: checkHeadings(body, title: fields.title?.value, path: path))
    }
    diagnostics.add(contentsOf: checkAlternative(of: fields.image))
    check(body, in: path, language, sources, &diagnostics)
    document.value.forEachQuestion { question in
        if !question.answer.headings.isEmpty {
            diagnostics.add(contentsOf: checkHeadings(ofAnswer: question.answer, path: path))
        }
        if question.heading.content.isBlank(images: question.answer.images) {
            diagnostics.add(
                .emptyHeading, "the question has no text", at: question.location, help: "write the question: '## …? {#id}'")
        }
        check(question.answer, in: path, language, sources, &diagnostics)
    }
    return diagnostics
}

private func check(
    _ text: Markup, in path: String, _ language: String, _ sources: SiteSources, _ diagnostics: inout Diagnostics
) {
    if !text.rawHTML.isEmpty {
        diagnostics.add(contentsOf: checkRawHTML(text, path: path, sources.config.markdown.html))
        diagnostics.add(contentsOf: checkAccess(text, path: path, sources.config.markdown.html))
    }
    if !text.containers.isEmpty { diagnostics.add(contentsOf: checkContainers(text, path: path, sources.theme)) }
    if !text.images.isEmpty { diagnostics.add(contentsOf: checkAlternatives(text, path: path)) }
    if !text.links.isEmpty { diagnostics.add(contentsOf: checkLinks(text, language: language, path: path)) }
    if !text.headlessTables.isEmpty { diagnostics.add(contentsOf: checkTables(text, path: path)) }
}
