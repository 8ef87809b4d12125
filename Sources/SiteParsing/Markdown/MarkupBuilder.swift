import CCMarkGFM
import SiteModel

/// Turns libcmark-gfm's tree into values. No pointer leaves it.
struct MarkupBuilder {
    let source: MarkdownSource
    let options: MarkdownOptions
    let containers: ContainerLines
    var diagnostics = Diagnostics()
    var markup = Markup()
    /// The names of the footnotes by their number, counted from 1.
    var footnoteNames: [String] = []
    /// How often each footnote has been referred to so far.
    var footnoteReferences: [Int] = []
    /// How deep the node at hand stands; past `nestingLimit` nothing is built.
    private var depth = 0
    private var isTooDeep = false

    init(source: MarkdownSource, options: MarkdownOptions, containers: ContainerLines) {
        self.source = source
        self.options = options
        self.containers = containers
    }

    mutating func markup(of root: OpaquePointer) -> Markup {
        collectFootnotes(root)
        let blocks = self.blocks(of: root)
        finish(settingReferenceCounts(nested(blocks)))
        return markup
    }

    /// Puts the tree into the markup, with what is asked of it when it is gone.
    mutating func finish(_ blocks: [Block]) {
        markup.blocks = blocks
        markup.length = measure(blocks, headings: markup.headings)
        for block in blocks {
            switch block {
            case .heading(let index): markup.topHeadings.append(index)
            case .footnote(let footnote): markup.footnoteIDs += footnote.ids
            default: break
            }
        }
    }

    /// Builds the children one level deeper, or nothing past the limit, which is said once.
    mutating func descend<Result>(_ node: OpaquePointer, otherwise: Result, _ build: (inout MarkupBuilder) -> Result) -> Result {
        guard depth < nestingLimit else {
            if !isTooDeep {
                diagnostics.add(
                    .nestedTooDeep, "blocks or emphasis stand in each other more than \(nestingLimit) deep",
                    at: source.location(position(of: node)), help: "split or simplify this part")
            }
            isTooDeep = true
            return otherwise
        }
        depth += 1
        defer { depth -= 1 }
        return build(&self)
    }

    // libcmark-gfm gives the definitions that the text refers to as the last blocks, in the order of their numbers.
    mutating func collectFootnotes(_ root: OpaquePointer) {
        for node in children(of: root) where cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
            footnoteNames.append(footnoteName(node))
        }
        footnoteReferences = Array(repeating: 0, count: footnoteNames.count)
    }

    // The library does not tell the name; the source does: a definition begins with `[^name]:`.
    private func footnoteName(_ node: OpaquePointer) -> String {
        let line = source.line(Int(cmark_node_get_start_line(node)))
        guard let start = footnoteStart(node) else { return "" }
        return String(decoding: line[(start + 2)...].prefix { $0 != 0x5D }, as: UTF8.self)
    }

    /// Where the bracket of a definition stands; the library gives the place of the note behind it.
    func footnoteStart(_ node: OpaquePointer) -> Int? {
        let line = source.line(Int(cmark_node_get_start_line(node)))
        return line.indices.first { line[$0] == 0x5B && $0 + 1 < line.endIndex && line[$0 + 1] == 0x5E }
    }

    private func settingReferenceCounts(_ blocks: [Block]) -> [Block] {
        guard !footnoteNames.isEmpty else { return blocks }
        var number = 0
        return blocks.map { block in
            guard case .footnote(var footnote) = block else { return block }
            footnote.name = footnoteNames[number]
            footnote.references = max(1, footnoteReferences[number])
            number += 1
            return .footnote(footnote)
        }
    }

    /// Puts the blocks between a container's lines into it. Works on one level: containers stand in the text itself or in
    /// each other.
    mutating func nested(_ blocks: [BuiltBlock]) -> [Block] {
        var levels: [(container: Int?, blocks: [Block])] = [(nil, [])]
        for built in blocks {
            switch built {
            case .block(let block): levels[levels.count - 1].blocks.append(block)
            case .opening(let container, let links):
                markup.containers.append(container)
                markup.containers[markup.containers.count - 1].links = links..<links
                levels.append((markup.containers.count - 1, []))
            case .closing(let links): close(&levels, links: links)
            }
        }
        while levels.count > 1 { close(&levels, links: markup.links.count) }
        return levels[0].blocks
    }

    /// Ends the innermost container, behind the first `links` of the text.
    private mutating func close(_ levels: inout [(container: Int?, blocks: [Block])], links: Int) {
        guard levels.count > 1, let level = levels.popLast(), let index = level.container else { return }
        let start = markup.containers[index].links.lowerBound
        markup.containers[index].links = start..<links
        markup.containers[index].hasContent = !level.blocks.isEmpty
        levels[levels.count - 1].blocks.append(.container(index, level.blocks))
    }

    private mutating func blocks(of root: OpaquePointer) -> [BuiltBlock] {
        var built: [BuiltBlock] = []
        for node in children(of: root) {
            if let block = builtBlock(node) { built.append(block) }
        }
        return built
    }

    /// A block of the text's own level, or a container line there; nil for what leaves nothing behind.
    mutating func builtBlock(_ node: OpaquePointer) -> BuiltBlock? {
        if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, let line = ContainerLines.line(of: literal(of: node)) {
            if let container = containers.openings[line] {
                return .opening(container, links: markup.links.count)
            }
            return containers.closings.contains(line) ? .closing(links: markup.links.count) : nil
        }
        return block(node).map { .block($0) }
    }

    /// Blocks and container lines in the order of the text.
    enum BuiltBlock {
        case block(Block)
        /// With the number of links before it.
        case opening(Container, links: Int)
        case closing(links: Int)
    }
}

extension Block.Footnote {
    /// Its id, and those of the references to it.
    fileprivate var ids: [String] {
        ["fn-" + name, "fnref-" + name] + (2..<max(2, references + 1)).map { "fnref-\(name)-\($0)" }
    }
}

/// The children of a node, in order.
func children(of node: OpaquePointer) -> NodeSiblings { NodeSiblings(following: cmark_node_first_child(node)) }

struct NodeSiblings: Sequence, IteratorProtocol {
    fileprivate var following: OpaquePointer?

    mutating func next() -> OpaquePointer? {
        guard let node = following else { return nil }
        following = cmark_node_next(node)
        return node
    }
}

/// The literal text of a node; empty where it has none.
func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
}
