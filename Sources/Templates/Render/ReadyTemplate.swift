package import SiteModel

/// An entry point with the words of one language, ready to render pages. One for all pages, from any thread.
package final class ReadyTemplate: Sendable {
    let program: Program
    /// The text of the template.
    let literals: [UInt8]
    /// The messages of the program, in its order.
    let messages: [ReadyMessage]
    /// The paths of the sources, for messages.
    private let sources: [String]
    /// What this was specialized from.
    private let original: ReadyTemplate?

    init(
        _ program: Program, literals: [UInt8], messages: [ReadyMessage], sources: [String], original: ReadyTemplate? = nil
    ) {
        self.program = program
        self.literals = literals
        self.messages = messages
        self.sources = sources
        self.original = original
    }

    /// Renders a page.
    ///
    /// `root` has the values of the entry point's variables in their order. Gives back what went wrong instead: free data that is
    /// not there or not of the right kind, or a page that grows without end. The original has the last word on that: it knows
    /// the place of each text, and how deep each macro stands.
    package func render(root: [Value], limits: RenderLimits = .standard) -> (output: [UInt8], problem: Diagnostic?) {
        guard let original else { return rendered(root, limits) }
        if program.levels > limits.depth { return original.rendered(root, limits) }
        let result = rendered(root, limits)
        return result.problem == nil ? result : original.rendered(root, limits)
    }

    private func rendered(_ root: [Value], _ limits: RenderLimits) -> (output: [UInt8], problem: Diagnostic?) {
        var problem: Diagnostic?
        var larger: [UInt8]?
        // Most pages fit into the memory of the array that they become.
        let output = [UInt8](unsafeUninitializedCapacity: Self.pageSize) { memory, count in
            var renderer = Renderer(self, limits: limits, output: ByteBuffer(lent: memory))
            problem = renderer.page(root).map { diagnostic($0, at: renderer.position) }
            if problem != nil { return }
            if renderer.output.isLent { count = renderer.output.count } else { larger = renderer.output.array }
        }
        let page = larger ?? output
        // What is much smaller than its memory gets memory of its size: some of these wait, a thousand at once.
        return (page.count * 4 < page.capacity ? page.withUnsafeBufferPointer { Array($0) } : page, problem)
    }

    /// How many bytes a page is expected to have at most.
    private static let pageSize = 65_536

    private func diagnostic(_ failure: RenderFailure, at position: Int) -> Diagnostic {
        var location = SourceLocation("")
        if program.places.indices.contains(position) {
            let place = program.places[position]
            location = SourceLocation(sources[Int(place.template)], SourceRange(Int(place.lower), Int(place.upper)))
        }
        return Diagnostic(.templateValue, failure.message, at: location, help: failure.help)
    }

    /// The same with all done that does not depend on a page. `known` has the fields that are the same on every page, by the name of
    /// their record; a field that is not is nil.
    package func specialized(knowing known: [String: [Value?]]) -> ReadyTemplate {
        var specializer = Specializer(self, knowing: known)
        specializer.run()
        return ReadyTemplate(
            specializer.program, literals: specializer.literals, messages: messages, sources: sources, original: original ?? self)
    }
}

/// How far one page may go before it counts as one without end.
package struct RenderLimits: Sendable {
    /// How often loops go round, all together.
    package var iterations: Int
    /// The size of the page, and of any text made on the way.
    package var bytes: Int
    /// How deep macros may call each other.
    package var depth: Int

    package init(iterations: Int, bytes: Int, depth: Int) {
        self.iterations = iterations
        self.bytes = bytes
        self.depth = depth
    }

    package static let standard = RenderLimits(iterations: 2_000_000, bytes: 64 << 20, depth: 64)
}
