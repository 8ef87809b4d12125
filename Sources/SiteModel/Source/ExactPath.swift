/// A path as file systems see it. Two that Swift takes for one, since their letters are the same in other bytes, are two.
package struct ExactPath: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (left: ExactPath, right: ExactPath) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.difference(from: right) == 0
    }

    package static func < (left: ExactPath, right: ExactPath) -> Bool {
        let difference = left.difference(from: right)
        return difference == 0 ? left.text.utf8.count < right.text.utf8.count : difference < 0
    }

    /// That of the first bytes which are not the same; 0 where one path begins with the other.
    private func difference(from other: ExactPath) -> Int {
        let found = text.utf8.withContiguousStorageIfAvailable { left in
            other.text.utf8.withContiguousStorageIfAvailable { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return Int(left[index]) - Int(right[index])
                }
                return 0
            }
        }
        // All texts but those that Apple's libraries made lie in one piece.
        return (found ?? nil)
            ?? ExactPath(String(decoding: text.utf8, as: UTF8.self))
            .difference(from: ExactPath(String(decoding: other.text.utf8, as: UTF8.self)))
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}
