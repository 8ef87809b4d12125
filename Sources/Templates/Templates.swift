internal import SiteModel

/// Compiled templates, for any thread.
package struct Templates: Sendable {
    /// The paths of the sources, for messages.
    let sources: [String]
    /// The messages to fall back to.
    let messages: MessageCatalogue
    /// The text of all templates.
    var literals: [UInt8] = []
    private(set) var programs: [Program] = []
    private var names: [String] = []
    /// In place of programs: what makes them.
    private var waiting: Waiting?

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

    mutating func wait(_ waiting: Waiting) {
        names = waiting.entryPoints.map(\.template)
        self.waiting = waiting
    }

    /// The entry points in their order.
    package var entries: [Entry] { names.indices.map { Entry(index: $0) } }

    /// The first entry point of a template.
    package func entry(_ template: String) -> Entry? { names.firstIndex(of: template).map { Entry(index: $0) } }

    /// A template for pages of one language, with the messages of that language. What `known` decides, which has the fields that
    /// are the same on every page by the name of their record, is done here once: a field that is not the same is nil.
    package func ready(_ entry: Entry, _ strings: MessageCatalogue, knowing known: [String: [Value?]]) -> ReadyTemplate {
        compiled(entry, strings).specialized(knowing: known)
    }

    /// A template as it was compiled.
    package func compiled(_ entry: Entry, _ strings: MessageCatalogue) -> ReadyTemplate {
        let (program, literals) = waiting?.compiled(entry.index) ?? (programs[entry.index], literals)
        return ReadyTemplate(
            program, literals: literals, messages: program.messages.map { ReadyMessage($0, strings, fallback: messages) },
            sources: sources)
    }
}
