/// A stretch of a source file, in UTF-8 bytes from its start.
///
/// Bytes, because that is what the parsers know; the reporter turns them into lines and columns of characters.
@usableFromInline
package struct SourceRange: Hashable, Sendable {
    /// The first byte.
    package var lower: Int
    /// The byte after the last one; equal to `lower` for a place between two bytes.
    package var upper: Int

    package init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// The start of a file, for messages about the file as a whole.
    package static let start = SourceRange(0, 0)
}

/// A stretch of one file.
@usableFromInline
package struct SourceLocation: Hashable, Sendable {
    /// Relative to the site's root, with `/` between folders.
    package var path: String
    package var range: SourceRange

    package init(_ path: String, _ range: SourceRange = .start) {
        self.path = path
        self.range = range
    }
}

/// A value together with the place where an editor wrote it.
@usableFromInline
package struct Placed<Value: Sendable>: Sendable {
    @usableFromInline package var value: Value
    @usableFromInline package var location: SourceLocation

    @inlinable
    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension Placed: Equatable where Value: Equatable {}
extension Placed: Hashable where Value: Hashable {}
