/// The change of a source that does what a message advises, where there is one way to do it: a word for a word, or a word more.
/// Never more than what the message speaks of, and never an editor's own sentences.
package struct Fix: Hashable, Sendable {
    /// The stretch that is replaced, or in which `old` stands. An empty one is a place to insert at.
    package var location: SourceLocation
    /// What is replaced, where it stands once in the stretch; nil for all of the stretch.
    package var old: String?
    package var new: String

    /// Replaces all of a stretch.
    package init(at location: SourceLocation, with new: String) {
        self.location = location
        self.new = new
    }

    /// Replaces a word that stands once in a stretch: the quotes around it stay, and so does all that is not it.
    package init(_ old: String, with new: String, in location: SourceLocation) {
        self.location = location
        self.old = old
        self.new = new
    }

    /// The bytes to replace; nil where the source does not hold what the fix is for, or holds it more than once.
    package func range(in bytes: [UInt8]) -> SourceRange? {
        let range = location.range
        guard range.lower >= 0, range.upper <= bytes.count else { return nil }
        guard let old else { return range }
        let wanted = Array(old.utf8)
        var found: Int?
        for start in range.lower..<max(range.lower, range.upper - wanted.count + 1)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            guard found == nil else { return nil }
            found = start
        }
        return wanted.isEmpty ? nil : found.map { SourceRange($0, $0 + wanted.count) }
    }
}
