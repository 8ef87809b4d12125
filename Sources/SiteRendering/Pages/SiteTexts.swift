package import SiteModel

/// The texts of a build that are shown somewhere, written; by source and part as `TextID` names them.
package struct SiteTexts: Sendable {
    /// What a text was written for.
    package enum Form: Sendable { case page, answer }

    private let stored: @Sendable (TextID, Form) -> WrittenText?
    /// Those that took the place of stored ones, by the position of the source.
    private var replaced: [Int: WrittenSource] = [:]
    /// The sources with their trees, for what is read outside of its page, by position.
    private var documents: [Int: [Markup]] = [:]

    /// `stored` gives back what a text was written as; nil for one that is not written for this form.
    package init(stored: @escaping @Sendable (TextID, Form) -> WrittenText?) { self.stored = stored }

    package init(_ sources: [Int: WrittenSource]) {
        self.init { _, _ in nil }
        replaced = sources
    }

    package mutating func replace(_ source: Int, with written: WrittenSource) { replaced[source] = written }

    /// Keeps the trees of a source that was parsed again. One that has changed since does not fit what is known of its links; then it
    /// stands nowhere but on its page.
    package mutating func keepTrees(of document: Document, at source: Int, _ options: MarkdownOptions) {
        var again = document
        let written = write(&again, options)
        let isSame = written.parts.enumerated().allSatisfy { index, part in
            let id = TextID(source: source, part: index)
            return text(id, .page) == part.page && text(id, .answer) == part.answer
        }
        if isSame { documents[source] = document.texts }
    }

    /// Keeps the trees of a source as it was parsed for this build.
    package mutating func keepTrees(_ trees: [Markup], at source: Int) { documents[source] = trees }

    /// A text for its page.
    func page(_ id: TextID?) -> WrittenText? { id.flatMap { text($0, .page) } }

    /// An answer for structured data.
    func answer(_ id: TextID?) -> WrittenText? { id.flatMap { text($0, .answer) } }

    private func text(_ id: TextID, _ form: Form) -> WrittenText? {
        guard let source = replaced[id.source] else { return stored(id, form) }
        guard id.part < source.parts.count else { return nil }
        return form == .page ? source.parts[id.part].page : source.parts[id.part].answer
    }

    /// The text with its tree.
    func tree(_ markup: Markup) -> Markup {
        guard let id = markup.id, let parts = documents[id.source], id.part < parts.count else { return markup }
        var whole = markup
        whole.tree = parts[id.part].tree
        return whole
    }
}

/// The texts of one source, written.
package struct WrittenSource: Sendable, Equatable {
    package var parts: [Part] = []

    package struct Part: Sendable, Equatable {
        package var page: WrittenText
        /// For the structured data of a question.
        package var answer: WrittenText?
    }

    package init() {}
}

/// Writes the texts of a document, lets their trees go and notes in each what it came to (`Markup.digest`).
///
/// What does not come from the source itself is left open, so this can follow parsing at once, on any thread.
package func write(_ document: inout Document, _ options: MarkdownOptions) -> WrittenSource {
    let style = HTMLStyle(
        alignment: .cssClass, rawHTML: options.html == .escape ? .escaped : .kept, isForReading: true, words: .init())
    var written = WrittenSource()
    document.updateTexts { markup in
        let isAnswer = (markup.id?.part ?? 0) > 0
        var style = style
        style.leavesLevels = isAnswer
        let part = WrittenSource.Part(
            page: HTMLWriter.written(markup, style), answer: isAnswer ? AnswerWriter.written(markup) : nil)
        markup.digest = digest(of: part, markup)
        markup.dropTree()
        written.parts.append(part)
    }
    return written
}

/// Of all that the HTML of a text is made of, but for what fills its gaps.
private func digest(of part: WrittenSource.Part, _ markup: Markup) -> Digest {
    var hasher = DigestHasher()
    hasher.add(part.page)
    if let answer = part.answer { hasher.add(answer) }
    for index in markup.headings.indices { hasher.add(markup.headings[index].content) }
    for container in markup.containers {
        hasher.add(container.name)
        for parameter in container.parameters {
            hasher.add(parameter.key)
            hasher.add(parameter.value)
        }
    }
    // Whether an image is what readers see first.
    if let image = markup.images.first { hasher.add(markup.headings.count { $0.range.lower < image.range.lower }) }
    return hasher.finish()
}
