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
        let isSame = written.places.indices.allSatisfy { part in
            let id = TextID(source: source, part: part)
            return text(id, .page) == written[part, .page] && text(id, .answer) == written[part, .answer]
        }
        if isSame { documents[source] = document.texts }
    }

    /// Keeps the trees of a source as it was parsed for this build.
    package mutating func keepTrees(_ trees: [Markup], at source: Int) { documents[source] = trees }

    /// A text for its page.
    func page(_ id: TextID?) -> WrittenText? { id.flatMap { text($0, .page) } }

    /// An answer for structured data; nil for one that is what it is on its page.
    func answer(_ id: TextID?) -> WrittenText? { id.flatMap { text($0, .answer) } }

    private func text(_ id: TextID, _ form: Form) -> WrittenText? {
        if let source = replaced[id.source] { source[id.part, form] } else { stored(id, form) }
    }

    /// The text with its tree.
    func tree(_ markup: Markup) -> Markup {
        guard let id = markup.id, let parts = documents[id.source], id.part < parts.count else { return markup }
        var whole = markup
        whole.tree = parts[id.part].tree
        return whole
    }
}

/// The texts of one source, written, one behind the other.
package struct WrittenSource: Sendable, Equatable {
    package private(set) var bytes: [UInt8] = []
    package private(set) var places: [Place] = []

    /// Where the two forms of a text begin, and where they end. Only answers have the second, if it is another.
    package struct Place: Sendable, Equatable {
        fileprivate let page: UInt32
        fileprivate let answer: UInt32
        fileprivate let end: UInt32

        /// Where a form stands among the bytes; nil for one that there is not.
        package func range(of form: SiteTexts.Form) -> Range<Int>? {
            let range = form == .page ? page..<answer : answer..<end
            return range.isEmpty ? nil : Int(range.lowerBound)..<Int(range.upperBound)
        }
    }

    package init() {}

    fileprivate init(_ bytes: [UInt8], _ places: [Place]) {
        self.bytes = bytes
        self.places = places
    }

    package subscript(part: Int, form: SiteTexts.Form) -> WrittenText? {
        guard part < places.count, let range = places[part].range(of: form) else { return nil }
        return WrittenText(packed: bytes[range])
    }
}

/// Writes the texts of a document, lets their trees go and notes in each what it came to (`Markup.digest`).
///
/// What does not come from the source itself is left open, so this can follow parsing at once, on any thread.
package func write(_ document: inout Document, _ options: MarkdownOptions) -> WrittenSource {
    var writer = SourceWriter(options, size: document.body.tree.size)
    document.updateTexts { markup in
        writer.write(markup)
        markup.digest = writer.digest(of: markup)
        markup.dropTree()
    }
    return writer.written
}

/// Writes the texts of a source, one after the other in the same memory.
private struct SourceWriter: ~Copyable {
    private var pages: HTMLWriter
    private var answers = AnswerWriter()
    private var hasher = DigestHasher()
    private var bytes: ByteBuffer
    private var places: [WrittenSource.Place] = []

    /// `size` is how many bytes the largest text has.
    init(_ options: MarkdownOptions, size: Int) {
        pages = HTMLWriter(
            HTMLStyle(alignment: .cssClass, rawHTML: options.html == .escape ? .escaped : .kept, isForReading: true),
            size: size + size / 2 + 1024)
        bytes = ByteBuffer(capacity: 2 * size + 2048)
        places.reserveCapacity(8)
    }

    var written: WrittenSource { WrittenSource(bytes.array, places) }

    mutating func write(_ markup: Markup) {
        let isAnswer = (markup.id?.part ?? 0) > 0
        let start = bytes.count
        pages.style.leavesLevels = isAnswer
        let lead = pages.write(markup)
        WrittenText.pack(pages.output, gaps: pages.gaps, lead: lead, into: &bytes)
        let middle = bytes.count
        if isAnswer, !AnswerWriter.isAsOnPage(markup) {
            answers.write(markup)
            WrittenText.pack(answers.output, gaps: answers.gaps, into: &bytes)
        }
        places.append(WrittenSource.Place(page: UInt32(start), answer: UInt32(middle), end: UInt32(bytes.count)))
    }

    /// Of all that the HTML of the last text is made of, but for what fills its gaps.
    mutating func digest(of markup: Markup) -> Digest {
        let place = places[places.count - 1]
        if let page = place.range(of: .page) { hasher.add(digest(of: page)) }
        if let answer = place.range(of: .answer) { hasher.add(digest(of: answer)) }
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

    private func digest(of range: Range<Int>) -> Digest {
        bytes.withBytes { Digest(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[range])) }
    }
}
