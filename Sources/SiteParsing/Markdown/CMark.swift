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

/// libcmark-gfm's tree of a text. The caller frees it with `cmark_node_free`. Nil when there is no memory for a parser.
func parseTree(_ text: UnsafeBufferPointer<UInt8>, _ extensions: GFMExtensions, isSmart: Bool) -> OpaquePointer? {
    precondition(isPrepared)
    return parseUnprepared(text, extensions, isSmart: isSmart)
}

/// Registers the extensions, then makes the library safe for threads, once in a process: Swift runs a global's initial
/// value once, whichever thread comes first.
private let isPrepared: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    let sample = Array("~~a~~ www.a.b".utf8)
    if let root = sample.withUnsafeBufferPointer({ parseUnprepared($0, .site, isSmart: true) }) { cmark_node_free(root) }
    martlet_pin_special_characters()
    return true
}()

private func parseUnprepared(
    _ text: UnsafeBufferPointer<UInt8>, _ extensions: GFMExtensions, isSmart: Bool
) -> OpaquePointer? {
    var flags = CMARK_OPT_UNSAFE
    if isSmart { flags |= CMARK_OPT_SMART }
    if extensions.contains(.footnotes) { flags |= CMARK_OPT_FOOTNOTES }
    guard let parser = cmark_parser_new(flags) else { return nil }
    defer { cmark_parser_free(parser) }
    for (member, name) in GFMExtensions.names where extensions.contains(member) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    return cmark_parser_finish(parser)
}
