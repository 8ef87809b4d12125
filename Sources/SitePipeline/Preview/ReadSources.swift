internal import SiteModel
internal import SiteParsing

/// What was read of a site's sources, for building it again when some of them have changed.
struct ReadSources: Sendable {
    private var parsed: [String: Outcome<ParsedSource>] = [:]
    private var options = ParseOptions()
    /// By path. What is no image is not in it, and read again each time.
    var images: [String: ImageFacts] = [:]

    /// By path; nothing that was parsed with other options.
    func parsed(with options: ParseOptions) -> [String: Outcome<ParsedSource>] { options == self.options ? parsed : [:] }

    subscript(path: String) -> ParsedSource? { parsed[path]?.value }

    /// Sources in which something could not be read are not among it: they may be readable next time.
    mutating func remember(_ outcomes: [Outcome<ParsedSource>], with options: ParseOptions) {
        self.options = options
        let whole = outcomes.filter { !$0.value.document.isIncomplete }
        parsed = Dictionary(whole.map { ($0.value.document.path, $0) }) { first, _ in first }
    }

    /// Takes a source that was parsed anew.
    mutating func replace(_ source: ParsedSource) { parsed[source.document.path] = Outcome(source) }

    /// Forgets files, and what stands in folders.
    mutating func forget(_ paths: Set<String>) {
        for path in paths {
            parsed[path] = nil
            images[path] = nil
        }
        let folders = paths.filter { !$0.hasSuffix(".md") }.map { $0 + "/" }
        guard !folders.isEmpty else { return }
        parsed = parsed.filter { known in !folders.contains { known.key.hasPrefix($0) } }
        images = images.filter { known in !folders.contains { known.key.hasPrefix($0) } }
    }
}

extension Outcome<ParsedSource> {
    /// What was parsed, under the position that the source has now; nil where it is for something else now.
    func value(for source: SourcePath, at position: Int) -> Outcome<ParsedSource>? {
        guard value.document.role == source.role else { return nil }
        guard value.document.body.id?.source != position else { return self }
        var moved = self
        var document = value.document.value
        document.nameTexts(source: position)
        moved.value.document = Box(document)
        return moved
    }
}
