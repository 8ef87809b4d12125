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
    /// Where in the tree the containers stand that are open, the outermost first. Containers stand in the text itself or in each other.
    private var openContainers: [Int] = []
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
        beginTree()
        for node in children(of: root) { topLevel(node) }
        return finish()
    }

    /// Begins a tree that may take all of the text.
    mutating func beginTree() { markup.tree = MarkupTree(capacity: source.range.count) }

    /// Ends the tree and notes what is asked of it when it is gone. The next text begins with nothing.
    mutating func finish() -> Markup {
        while !openContainers.isEmpty { closeContainer() }
        markup.length = measure(markup.tree)
        if !markup.headings.isEmpty { markup.topHeadings.reserveCapacity(markup.headings.count) }
        for position in markup.tree.level(markup.tree.all) {
            if case .heading(let index) = markup.tree[position].kind { markup.topHeadings.append(index) }
        }
        for index in markup.footnotes.indices { markup.footnotes[index].references = max(1, footnoteReferences[index]) }
        var finished = Markup()
        swap(&finished, &markup)
        return finished
    }

    /// Builds what stands in a node, one level deeper, or nothing past the limit, which is said once.
    mutating func descend(_ node: OpaquePointer, _ build: (inout MarkupBuilder, OpaquePointer) -> Void) {
        guard depth < nestingLimit else { return reportDepth(of: node) }
        depth += 1
        for child in children(of: node) { build(&self, child) }
        depth -= 1
    }

    /// Adds a node with what stands in it.
    mutating func add(
        _ kind: MarkupNode.Kind, _ node: OpaquePointer, _ build: (inout MarkupBuilder, OpaquePointer) -> Void
    ) {
        let position = markup.tree.open(kind)
        descend(node, build)
        markup.tree.close(position)
    }

    private mutating func reportDepth(of node: OpaquePointer) {
        if !isTooDeep {
            diagnostics.add(
                .nestedTooDeep, "blocks or emphasis stand in each other more than \(nestingLimit) deep",
                at: source.location(position(of: node)), help: "split or simplify this part")
        }
        isTooDeep = true
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

    /// Adds a block of the text's own level, or begins or ends a container where its line stands.
    mutating func topLevel(_ node: OpaquePointer) {
        guard cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, let line = ContainerLines.line(of: literal(of: node)) else {
            return block(node)
        }
        if let container = containers.openings[line] {
            openContainer(container)
        } else if containers.closings.contains(line), !openContainers.isEmpty {
            closeContainer()
        }
    }

    private mutating func openContainer(_ container: Container) {
        var container = container
        container.links = markup.links.count..<markup.links.count
        markup.containers.append(container)
        openContainers.append(markup.tree.open(.container(markup.containers.count - 1)))
    }

    /// Ends the innermost container, behind the last of the links so far.
    private mutating func closeContainer() {
        let position = openContainers.removeLast()
        markup.tree.close(position)
        guard case .container(let index) = markup.tree[position].kind else { return }
        markup.containers[index].links = markup.containers[index].links.lowerBound..<markup.links.count
        markup.containers[index].hasContent = !markup.tree.content(of: position).isEmpty
    }
}
