import CCMarkGFM
package import SiteModel

/// Parses a text that stands alone, with some of GFM's extensions and of Martlet's additions.
///
/// Sites go through `parse(_:_:)`; this is for the tests of the specifications, which switch extensions on one by one.
package func parseMarkdown(
    _ text: [UInt8], path: String, extensions: GFMExtensions, options: MarkdownOptions
) -> Outcome<Markup> {
    let source = MarkdownSource(file: text, TextScan(text), from: 0, path: path)
    return parseMarkdown(source, options, extensions)
}

/// Parses Markdown into a value tree.
///
/// May run on any number of threads at once. What is wrong with the text is said, and the tree is whole all the same,
/// unless the text is refused for its nesting or complexity: then the tree is empty.
func parseMarkdown(
    _ source: MarkdownSource, _ options: MarkdownOptions, _ extensions: GFMExtensions = .site
) -> Outcome<Markup> {
    withTree(of: source, options, extensions, fallback: Markup()) { $0.markup(of: $1) }
}

/// Parses Markdown whose second-level headings are questions, each followed by its answer.
func parseQuestions(_ source: MarkdownSource, _ options: MarkdownOptions) -> Outcome<QuestionList> {
    withTree(of: source, options, .site, fallback: QuestionList()) { builder, root in
        builder.questions(of: root)
    }
}

private func withTree<Result: Sendable>(
    of source: MarkdownSource, _ options: MarkdownOptions, _ extensions: GFMExtensions, fallback: @autoclosure () -> Result,
    _ build: (inout MarkupBuilder, OpaquePointer) -> Result
) -> Outcome<Result> {
    var diagnostics = guardMarkdown(source)
    guard !diagnostics.hasErrors else { return Outcome(fallback(), diagnostics) }
    let containers = options.containers ? diagnostics.collect(findContainers(source)) : ContainerLines()
    // Messages about containers leave the text as it is, unless they stand too deep.
    guard !diagnostics.all.contains(where: { $0.code == .nestedTooDeep }) else { return Outcome(fallback(), diagnostics) }
    var builder = MarkupBuilder(source: source, options: options, containers: containers)
    let result = source.file.withUnsafeBufferPointer { file in
        containers.withText(UnsafeBufferPointer(rebasing: file[source.range])) { text in
            withParsedTree(of: text, source.marks, extensions, isSmart: options.smart) { build(&builder, $0) }
        }
    }
    diagnostics.add(contentsOf: builder.diagnostics)
    return Outcome(result ?? fallback(), diagnostics)
}
