internal import SiteModel

/// A JSON text before it is written (RFC 8259). Objects keep the order in which they were made, so the same site gives the same
/// bytes; that no name stands twice in one is up to whoever makes it.
package enum JSONValue: Sendable {
    case string(String)
    case int(Int)
    case bool(Bool)
    case null
    /// A value that is written already, in the same manner.
    case written([UInt8])
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// The text as UTF-8, without spaces or line ends.
    ///
    /// For a `script` element: without `<`, `>`, `&` and the line separators of Unicode, which stand as `\u003C` and so on. All of
    /// them can only stand in strings, so the meaning is the same, and no string can end the element or begin a comment in it.
    package func text(forScript: Bool) -> [UInt8] {
        var writer = JSONWriter(forScript: forScript, isIndented: false)
        writer.write(self)
        return writer.output.array
    }

    /// The text as UTF-8 for people: each member and item on a line of its own, two spaces deeper than what holds it.
    package func indentedText() -> [UInt8] {
        var writer = JSONWriter(forScript: false, isIndented: true)
        writer.write(self)
        return writer.output.array
    }
}
