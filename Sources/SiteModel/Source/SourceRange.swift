/// A stretch of a source file, in UTF-8 bytes from its start.
///
/// Bytes, because that is what the parsers know; the reporter turns them into lines and columns of characters.
@usableFromInline
package struct SourceRange: Hashable, Sendable {
    // Half of what two numbers take: whatever is parsed has its place. No source is so long that they do not hold an offset.
    @usableFromInline let first: UInt32
    @usableFromInline let end: UInt32

    /// The first byte.
    @inlinable package var lower: Int { Int(first) }
    /// The byte after the last one; equal to `lower` for a place between two bytes.
    @inlinable package var upper: Int { Int(end) }

    @inlinable
    package init(_ lower: Int, _ upper: Int) {
        first = UInt32(clamping: lower)
        end = UInt32(clamping: max(lower, upper))
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
