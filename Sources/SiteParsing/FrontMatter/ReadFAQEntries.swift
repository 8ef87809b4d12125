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
        var entries: [FAQEntry] = []
        entries.reserveCapacity(children(of: node).reduce(0) { count, _ in count + 1 })
        for child in children(of: node) {
            if let entry = faqEntry(child) { entries.append(entry) }
        }
        return entries
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
            level: 2, content: .plain(question.value), attributes: attributes, range: question.location.range)
        return .own(Question(heading: heading, answer: markdown(answer.value, in: answerNode), location: question.location))
    }

    /// Parses Markdown that stands in the front matter. Its messages point at the value as a whole: inside it, YAML's
    /// indentation and escapes have changed the columns.
    private mutating func markdown(_ text: String, in node: YAMLNode) -> Markup {
        let source = MarkdownSource(quoting: text, at: node.range, path: path)
        var markup = diagnostics.collect(parseMarkdown(source, options.markdown))
        markup.place(at: node.range)
        return markup
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
    /// Makes every range that of the value that held the text.
    fileprivate mutating func place(at range: SourceRange) {
        for index in headings.indices { headings[index].range = range }
        for index in links.indices { links[index].range = range }
        for index in images.indices { images[index].range = range }
        for index in rawHTML.indices { rawHTML[index].range = range }
        for index in containers.indices {
            containers[index].range = range
            for parameter in containers[index].parameters.indices { containers[index].parameters[parameter].range = range }
        }
    }
}

/// An id of HTML that needs no escaping in a URL's fragment or an attribute list.
func isValidID(_ id: String) -> Bool {
    !id.isEmpty && !id.utf8.contains { $0 <= 0x20 || refusedInIDs.contains($0) }
}

private let refusedInIDs = ByteSet("\"'<>{}#=&\\`%,")
