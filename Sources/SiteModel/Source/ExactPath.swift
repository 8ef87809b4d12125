/// A path as file systems see it. Two that Swift takes for one, since their letters are the same in other bytes, are two.
package struct ExactPath: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (left: ExactPath, right: ExactPath) -> Bool {
        withBytes(left.text, right.text) { $0.count == $1.count && sharedCount($0, $1) == $0.count }
    }

    package static func < (left: ExactPath, right: ExactPath) -> Bool { precedes(left.text, right.text) }

    /// Whether a path comes first by its bytes.
    package static func precedes(_ left: String, _ right: String) -> Bool { precedes(left, right) { $0 } }

    /// Whether a path comes first where what is in a folder stands where the folder does.
    package static func isListed(_ left: String, before right: String) -> Bool { precedes(left, right) { $0 == 0x2F ? 0 : $0 } }

    /// `rank` is the order of bytes.
    @inline(__always)
    private static func precedes(_ left: String, _ right: String, by rank: (UInt8) -> UInt8) -> Bool {
        withBytes(left, right) { left, right in
            let index = sharedCount(left, right)
            guard index < left.count, index < right.count else { return left.count < right.count }
            return rank(left[index]) < rank(right[index])
        }
    }

    /// With how many bytes both begin.
    private static func sharedCount(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        let count = min(left.count, right.count)
        let (words, others) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var index = 0
        while index + 8 <= count,
            words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                == others.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
            index += 8
        }
        while index < count, left[index] == right[index] { index += 1 }
        return index
    }

    @inline(__always)
    private static func withBytes<Result>(
        _ left: String, _ right: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        left.withBytes { left in right.withBytes { body(left, $0) } }
    }

    package func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}
