/// Stage 1: a source file becomes a document.
///
/// In: the bytes of one file, and what of the configuration concerns it. Out: its `Document`, and everything that is wrong
/// with the file itself. Nothing here looks at another file, so files can be parsed on any thread, in any order. The
/// document is whole even where there are errors: what could not be read is empty in it.

package import SiteModel

package func parse(_ source: SourceFile, _ options: ParseOptions) -> Outcome<Document> {
    var document = Document(path: source.path, role: source.role)
    let diagnostics = parse(source, options, into: &document)
    return Outcome(document, diagnostics)
}

/// The same for whoever goes on with the document where it stands; it is that of the source, and empty.
package func parse(_ source: SourceFile, _ options: ParseOptions, into document: inout Document) -> Diagnostics {
    if let diagnostic = checkSize(source.bytes, path: source.path) {
        document.isIncomplete = true
        return Diagnostics([diagnostic])
    }
    let split = splitFrontMatter(source.bytes)
    let scan = TextScan(source.bytes, from: split.bodyStart)
    let isPlain = scan.isPlainASCII && isPlainASCII(source.bytes[..<split.bodyStart])
    var diagnostics = isPlain ? Diagnostics() : checkCharacters(source.bytes, path: source.path)
    document.isIncomplete = diagnostics.hasErrors
    guard !diagnostics.hasErrors else { return diagnostics }
    document.bodyStart = split.bodyStart
    diagnostics.add(contentsOf: readFields(of: &document, source, split, options))
    let text = MarkdownSource(file: source.bytes, scan, from: split.bodyStart, path: source.path)
    let found = readText(of: &document, text, options).all
    let allowed = found.isEmpty ? [] : Set(document.fields.allowed.map(\.value))
    for diagnostic in found where diagnostic.severity == .error || !allowed.contains(diagnostic.code.rawValue) {
        diagnostics.add(diagnostic)
    }
    document.isIncomplete = diagnostics.hasErrors
    return diagnostics
}

/// Reads the front matter into the document.
private func readFields(
    of document: inout Document, _ source: SourceFile, _ split: SplitSource, _ options: ParseOptions
) -> Diagnostics {
    var diagnostics = Diagnostics()
    if split.isUnclosed {
        diagnostics.add(
            .unclosedFrontMatter, "the front matter is not closed", at: SourceLocation(source.path, split.fence),
            help: "end it with a line '---'")
        return diagnostics
    }
    guard let range = split.frontMatter else {
        if document.role.needsFrontMatter {
            diagnostics.add(
                .missingFrontMatter, "\(document.role.title) begins with front matter", at: SourceLocation(source.path),
                help: "begin the file with '---', 'title: …' and '---' lines")
        }
        return diagnostics
    }
    let tree = diagnostics.collect(readYAML(source.bytes, in: range, path: source.path))
    guard tree != nil || !diagnostics.hasErrors else { return diagnostics }
    let root = tree ?? .empty(at: range.lowerBound)
    guard var reader = FieldReader.reading(root, path: source.path, options: options, into: &diagnostics) else {
        return diagnostics
    }
    switch document.role {
    case .person: document.person = reader.person()
    case .share: document.frontMatter.rare.value.share = reader.share(isFile: true)
    case .articleQuestions: reader.finish(document.role.title)
    default: document.fields = Shared(reader.frontMatter(of: document.role))
    }
    diagnostics.add(contentsOf: reader.diagnostics)
    return diagnostics
}

/// Reads the Markdown into the document.
private func readText(of document: inout Document, _ text: MarkdownSource, _ options: ParseOptions) -> Diagnostics {
    switch document.role {
    case .topic, .articleQuestions:
        let outcome = parseQuestions(text, options.markdown)
        document.body = outcome.value.introduction
        document.questions = outcome.value.questions
        if document.role == .topic, document.fields.description == nil {
            document.opening = openingText(of: document.body)
        }
        return outcome.diagnostics.adding(document.role == .topic ? nil : textBeforeQuestion(document.body, text))
    case .share:
        let words = String(decoding: text.file[text.range], as: UTF8.self).trimmed
        if !words.isEmpty {
            let place = SourceLocation(text.path, SourceRange(text.range.lowerBound, text.range.upperBound))
            var share = document.fields.share ?? ShareFields()
            share.text = Placed(words, at: place)
            document.frontMatter.rare.value.share = share
        }
        return Diagnostics()
    default:
        let outcome = parseMarkdown(text, options.markdown)
        document.body = outcome.value
        if document.fields.description == nil { document.opening = openingText(of: outcome.value) }
        return outcome.diagnostics
    }
}

/// An article's `faq.md` holds questions and nothing before them but comments.
private func textBeforeQuestion(_ introduction: Markup, _ text: MarkdownSource) -> Diagnostic? {
    let isOnlyComments =
        introduction.tree.level(introduction.tree.all).count { _ in true } == introduction.rawHTML.count
        && introduction.rawHTML.allSatisfy { $0.literal.hasPrefix("<!--") && $0.literal.trimmed.hasSuffix("-->") }
    guard !introduction.isEmpty, !isOnlyComments, let start = text.range.first(where: { text.file[$0] > 0x20 }) else {
        return nil
    }
    return Diagnostic(
        .textBeforeQuestion, "text before the first question is shown nowhere", at: text.location(SourceRange(start, start + 1)),
        help: "begin with '## Question? {#id}', or move the text to 'index.md'")
}

extension DocumentRole {
    fileprivate var needsFrontMatter: Bool {
        switch self {
        case .article, .page, .topic, .person: true
        case .listing, .articleQuestions, .share: false
        }
    }
}
