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
        var list = QuestionList()
        var open: (heading: Heading, place: SourceRange)?
        for node in children(of: root) {
            let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
            let level = isHeading ? Int(cmark_node_get_heading_level(node)) : 0
            // Before the heading is built: what stands in it belongs to the new question.
            if level == 2 { close(&open, into: &list) }
            guard let block = block(node) else { continue }
            if level == 2, case .heading(let index) = block {
                open = (markup.headings.remove(at: index), position(of: node))
            } else {
                if level == 1 {
                    diagnostics.add(
                        .headingOrder, "a question is a heading of the second level", at: source.location(position(of: node)),
                        help: "write '## Question?'")
                }
                markup.blocks.append(block)
            }
        }
        close(&open, into: &list)
        return list
    }

    /// Ends the question at hand, or the introduction, and begins a new tree.
    private mutating func close(_ open: inout (heading: Heading, place: SourceRange)?, into list: inout QuestionList) {
        markup.length = measure(markup.blocks, headings: markup.headings)
        if let (heading, place) = open {
            if markup.blocks.isEmpty {
                diagnostics.add(
                    .missingAnswer, "the question has no answer", at: source.location(place),
                    help: "write the answer below the question")
            }
            list.questions.append(Question(heading: heading, answer: markup, location: source.location(place)))
        } else {
            list.introduction = markup
        }
        open = nil
        markup = Markup()
    }
}
