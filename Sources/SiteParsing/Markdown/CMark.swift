import CCMarkGFM
import CMarkPin
import SiteModel

/// Which of GFM's extensions to use; a site uses all but the tag filter, the tests of the specifications some.
package struct GFMExtensions: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let table = GFMExtensions(rawValue: 1)
    package static let strikethrough = GFMExtensions(rawValue: 2)
    package static let autolink = GFMExtensions(rawValue: 4)
    package static let taskList = GFMExtensions(rawValue: 8)
    package static let footnotes = GFMExtensions(rawValue: 16)
    package static let site: GFMExtensions = [.table, .strikethrough, .autolink, .taskList, .footnotes]

    /// The names under which libcmark-gfm registers them; footnotes are an option there.
    fileprivate static let names: [(GFMExtensions, String)] = [
        (.table, "table"), (.strikethrough, "strikethrough"), (.autolink, "autolink"), (.taskList, "tasklist"),
    ]
}

/// Looks at libcmark-gfm's tree of a text with such marks, which is there until `look` returns. Nil when there is no memory for a parser.
func withParsedTree<Result>(
    of text: UnsafeBufferPointer<UInt8>, _ marks: TextMarks, _ extensions: GFMExtensions, isSmart: Bool,
    _ look: (OpaquePointer) -> Result
) -> Result? {
    precondition(isPrepared)
    let arena = martlet_arena_begin()
    defer { martlet_arena_end(arena) }
    let memory = martlet_arena_memory().assumingMemoryBound(to: cmark_mem.self)
    let needed = extensions.intersection(marks.extensions)
    let flags = flags(needed, isSmart && marks.mayBeSmart(beside: extensions))
    guard let parser = cmark_parser_new_with_mem(flags, memory) else { return nil }
    martlet_parse_begin(needed.contains(.autolink))
    let root = parse(text, parser, needed)
    martlet_parse_end()
    return root.map(look)
}

/// Registers the extensions, then makes the library safe for threads, once in a process: Swift runs a global's initial
/// value once, whichever thread comes first.
private let isPrepared: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    let sample = Array("~~a~~ www.a.b".utf8)
    if let parser = cmark_parser_new(flags(.site, true)) {
        if let root = sample.withUnsafeBufferPointer({ parse($0, parser, .site) }) { cmark_node_free(root) }
        cmark_parser_free(parser)
    }
    martlet_pin_special_characters()
    return true
}()

private func flags(_ extensions: GFMExtensions, _ isSmart: Bool) -> CInt {
    CMARK_OPT_UNSAFE | (isSmart ? CMARK_OPT_SMART : 0) | (extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0)
}

private func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ parser: OpaquePointer, _ extensions: GFMExtensions
) -> OpaquePointer? {
    for (member, name) in GFMExtensions.names where extensions.contains(member) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    return cmark_parser_finish(parser)
}
