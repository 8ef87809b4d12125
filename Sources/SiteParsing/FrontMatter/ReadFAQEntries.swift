import SiteModel

extension FieldReader {
    /// `faqs:`, a list of `topic#id` and of questions written out with `question`, `id` and `answer`.
    mutating func faqEntries() -> [FAQEntry] {
        guard let node = value("faqs") else { return [] }
        guard node.kind == .sequence else {
            diagnostics.add(
                .wrongType, "'faqs' is a list, not \(node.kindName)", at: location(node.range),
                help: "write '- topic#id' lines below 'faqs:'")
            return []
        }
        return children(of: node).compactMap { faqEntry($0) }
    }

    private mutating func faqEntry(_ node: YAMLNode) -> FAQEntry? {
        if node.isSingle { return text(node, "faqs").map { .reference($0) } }
        return group(node) { $0.ownQuestion() } ?? nil
    }

    private mutating func ownQuestion() -> FAQEntry? {
        let question = text("question")
        let id = text("id")
        let answerNode = value("answer")
        let answer = answerNode.flatMap { text($0, "answer") }
        for key in ["question", "answer"] { require(key, in: "a question") }
        finish("a question")
        guard let question, let answer, let answerNode else { return nil }
        var attributes = Attributes()
        attributes.id = id.flatMap { checkID($0) }
        let heading = Heading(
            level: 2, content: MarkupTree(text: question.value), attributes: attributes, range: question.location.range)
        return .own(Question(heading: heading, answer: markdown(answer.value, in: answerNode), location: question.location))
    }

    /// Parses Markdown that stands in the front matter. Its messages point at the value as a whole: inside it, YAML's
    /// indentation and escapes have changed the columns.
    private mutating func markdown(_ text: String, in node: YAMLNode) -> Markup {
        let source = MarkdownSource(quoting: text, at: node.range, path: path)
        let outcome = parseMarkdown(source, options.markdown)
        diagnostics.add(contentsOf: outcome.diagnostics)
        return outcome.value.placed(at: node.range)
    }

    private mutating func checkID(_ id: Placed<String>) -> Placed<String>? {
        if isValidID(id.value) { return id }
        let slug = pathSlug(id.value)
        diagnostics.add(
            .badValue, "the id '\(id.value)' has a blank or a quote", at: id.location,
            help: slug.isEmpty ? "use letters, digits and '-'" : "write '\(slug)'")
        // In its place, so that the question does not count as one without an id.
        return slug.isEmpty ? nil : Placed(slug, at: id.location)
    }
}

extension Markup {
    /// With every range that of the value that held the text.
    fileprivate func placed(at range: SourceRange) -> Markup {
        var markup = self
        for index in headings.indices { markup.headings[index].range = range }
        for index in links.indices { markup.links[index].range = range }
        for index in images.indices { markup.images[index].range = range }
        for index in rawHTML.indices { markup.rawHTML[index].range = range }
        for index in containers.indices {
            markup.containers[index].range = range
            for parameter in containers[index].parameters.indices { markup.containers[index].parameters[parameter].range = range }
        }
        return markup
    }
}

/// An id of HTML that needs no escaping in a URL's fragment or an attribute list.
func isValidID(_ id: String) -> Bool {
    !id.isEmpty && !id.utf8.contains { $0 <= 0x20 || refusedInIDs.contains($0) }
}

private let refusedInIDs = ByteSet("\"'<>{}#=&\\`%,")
