import SiteModel

/// The checks that look at one document at a time, and at no tree: only at the lists of its texts (`Markup`).
func checkContent(_ placed: [PlacedDocument], _ sources: SiteSources, _ workers: Workers) async -> Diagnostics {
    var diagnostics = Diagnostics()
    let languages = articleLanguages(placed)
    let found = await workers.map(placed) { entry in
        check(entry.document, languages[entry.permalink] ?? sources.config.language, sources)
    }
    for messages in found { diagnostics.add(contentsOf: messages) }
    return diagnostics
}

/// `language` is that of a text whose source names none.
private func check(_ document: Box<Document>, _ language: String, _ sources: SiteSources) -> Diagnostics {
    var diagnostics = Diagnostics()
    let fields = document.fields
    let language = fields.language?.value ?? language
    if document.role == .topic || document.role == .articleQuestions {
        diagnostics.add(contentsOf: checkTitles(amongQuestions: document.body, path: document.path))
    } else {
        let title = fields.title?.value
        diagnostics.add(contentsOf: checkHeadings(document.body, title: title, path: document.path))
    }
    diagnostics.add(contentsOf: checkAlternative(of: fields.image))
    check(document.body, of: document, language, sources, &diagnostics)
    document.value.forEachQuestion { question in
        diagnostics.add(contentsOf: checkQuestion(question, path: document.path))
        check(question.answer, of: document, language, sources, &diagnostics)
    }
    return diagnostics
}

private func check(
    _ text: Markup, of document: Box<Document>, _ language: String, _ sources: SiteSources, _ diagnostics: inout Diagnostics
) {
    diagnostics.add(contentsOf: checkRawHTML(text, path: document.path, sources.config.markdown.html))
    diagnostics.add(contentsOf: checkAccess(text, path: document.path, sources.config.markdown.html))
    diagnostics.add(contentsOf: checkContainers(text, path: document.path, sources.theme))
    diagnostics.add(contentsOf: checkAlternatives(text, path: document.path))
    diagnostics.add(contentsOf: checkLinks(text, language: language, path: document.path))
    diagnostics.add(contentsOf: checkTables(text, path: document.path))
}

/// A question says something, and the headings of its answer stand below it.
private func checkQuestion(_ question: Question, path: String) -> Diagnostics {
    var diagnostics = checkHeadings(ofAnswer: question.answer, path: path)
    if question.heading.content.isBlank(images: question.answer.images) {
        diagnostics.add(
            .emptyHeading, "the question has no text", at: question.location, help: "write the question: '## …? {#id}'")
    }
    return diagnostics
}

/// The languages of articles that name one, for the files beside them.
func articleLanguages(_ placed: [PlacedDocument]) -> [Permalink: String] {
    var languages: [Permalink: String] = [:]
    for entry in placed where entry.document.role == .article {
        if let language = entry.document.fields.language { languages[entry.permalink] = language.value }
    }
    return languages
}
