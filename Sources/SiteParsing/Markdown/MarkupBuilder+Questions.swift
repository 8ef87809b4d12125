import CCMarkGFM
import SiteModel

/// The questions of a file, and what stands before the first one.
struct QuestionList: Sendable {
    var introduction = Markup()
    var questions: [Question] = []
}

extension MarkupBuilder {
    /// Cuts a text at its second-level headings. Each question gets a tree of its own, so that it can be shown anywhere.
    mutating func questions(of root: OpaquePointer) -> QuestionList {
        collectFootnotes(root)
        var list = QuestionList()
        var open = OpenQuestion()
        for node in children(of: root) {
            let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
            let level = isHeading ? Int(cmark_node_get_heading_level(node)) : 0
            // Before the heading is built: what stands in it belongs to the new question.
            if level == 2 { close(&open, into: &list) }
            if isFootnote(node) { continue }
            topLevel(node)
            if level == 2 {
                open = OpenQuestion(heading: markup.headings.removeLast(), place: position(of: node), idPlace: idPlace(of: node))
                markup.tree.cut(from: 0)
            }
        }
        close(&open, into: &list)
        return list
    }

    /// A question whose answer is being read, or the introduction while there is no heading.
    private struct OpenQuestion {
        var heading: Heading?
        var place = SourceRange.start
        var idPlace: Int?
    }

    /// An answer is shown on several pages, where numbers and ids of its notes would clash with others.
    private mutating func isFootnote(_ node: OpaquePointer) -> Bool {
        guard cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION else { return false }
        let place = position(of: node)
        diagnostics.add(
            .footnoteInAnswer, "an answer has no footnotes",
            at: source.location(SourceRange(footnoteStart(node) ?? place.lower, place.upper)),
            help: "write the note into the answer, in brackets")
        return true
    }

    /// Ends the question at hand, or the introduction, and begins a new tree.
    private mutating func close(_ open: inout OpenQuestion, into list: inout QuestionList) {
        let markup = finish()
        if let heading = open.heading {
            if markup.tree.isEmpty {
                diagnostics.add(
                    .missingAnswer, "the question has no answer", at: source.location(open.place),
                    help: "write the answer below the question")
            }
            var question = Question(heading: heading, answer: markup, location: source.location(open.place))
            question.idPlace = open.idPlace
            list.questions.append(question)
        } else {
            list.introduction = markup
        }
        open = OpenQuestion()
    }
}
