package import SiteModel

/// Compiled templates, ready to render. Nothing in it changes, so pages may be rendered in parallel.
package struct Templates: Sendable {
    /// The paths of the sources, for messages.
    let sources: [String]
    /// The messages to fall back to.
    let messages: MessageCatalogue
    /// The text of all templates.
    var literals: [UInt8] = []
    private(set) var programs: [Program] = []
    private var names: [String] = []

    /// One compiled entry point.
    package struct Entry: Sendable, Hashable {
        let index: Int
    }

    init(sources: [String], messages: MessageCatalogue) {
        self.sources = sources
        self.messages = messages
    }

    mutating func add(_ program: Program, named name: String) {
        programs.append(program)
        names.append(name)
    }

    /// The entry points in the order in which they were compiled.
    package var entries: [Entry] { programs.indices.map { Entry(index: $0) } }

    /// The first entry point of a template.
    package func entry(_ template: String) -> Entry? { names.firstIndex(of: template).map { Entry(index: $0) } }

    /// The same templates for pages of one language: its messages without arguments are in the text, and need not be looked up.
    package func localized(_ strings: MessageCatalogue) -> Templates {
        var localized = self
        for index in programs.indices {
            localized.programs[index].putIn(strings, fallback: messages, literals: &localized.literals)
        }
        return localized
    }

    /// Appends a page to the output.
    ///
    /// `root` has the values of the entry point's variables in their order; `strings` the messages of the page's language. Gives
    /// back what went wrong: free data that is not there or not of the right kind, or a page that grows without end. The output
    /// is then as it was.
    package func render(
        _ entry: Entry, root: [Value], strings: MessageCatalogue, limits: RenderLimits = .standard,
        into output: inout [UInt8]
    ) -> Diagnostic? {
        var renderer = Renderer(
            program: programs[entry.index], literals: literals, strings: strings, fallback: messages, limits: limits)
        do throws(RenderFailure) {
            try renderer.run(root)
        } catch {
            return diagnostic(error, at: renderer.position, in: programs[entry.index])
        }
        renderer.output.withBytes { output.append(contentsOf: $0) }
        return nil
    }

    private func diagnostic(_ failure: RenderFailure, at position: Int, in program: Program) -> Diagnostic {
        var location = SourceLocation("")
        if program.places.indices.contains(position) {
            let place = program.places[position]
            location = SourceLocation(sources[Int(place.template)], SourceRange(Int(place.lower), Int(place.upper)))
        }
        return Diagnostic(.templateValue, failure.message, at: location, help: failure.help)
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
