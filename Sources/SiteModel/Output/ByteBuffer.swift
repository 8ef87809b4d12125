/// Bytes that a page is written into. An array does the same, but looks at each of a hundred thousand small pieces whether others
/// share it and what kind of pieces they are; this has one owner (`~Copyable`) and copies memory.
@usableFromInline
package struct ByteBuffer: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    /// What the bytes stand in, unless the memory belongs to someone else. An object, since for such the system takes a shorter way than
    /// for memory that may have to stand at a certain place.
    private var memory: ManagedBuffer<Void, UInt8>?
    @usableFromInline package private(set) var count = 0
    @usableFromInline var capacity: Int
    /// Whether the memory belongs to someone else, who wants the bytes in it.
    package var isLent: Bool { memory == nil }

    package init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        let memory = newMemory(self.capacity)
        start = memory.withUnsafeMutablePointerToElements { $0 }
        self.memory = memory
    }

    /// Writes into memory that is lent to it, for as long as that is enough.
    package init(lent memory: UnsafeMutableBufferPointer<UInt8>) {
        if let start = memory.baseAddress {
            (self.start, capacity) = (start, memory.count)
        } else {
            let own = newMemory(16)
            (start, capacity) = (own.withUnsafeMutablePointerToElements { $0 }, 16)
            self.memory = own
        }
    }

    @inlinable
    @inline(__always)
    package mutating func append(bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if capacity - count < bytes.count { grow(for: bytes.count) }
        // Nothing outside knows the memory behind the count, so the two cannot overlap.
        (start + count).initialize(from: source, count: bytes.count)
        count += bytes.count
    }

    @inlinable
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        if capacity == count { grow(for: 1) }
        (start + count).initialize(to: byte)
        count += 1
    }

    /// Appends bytes from an offset on, up to the first for which a test holds; gives back the offset of that one, or the count of the
    /// bytes. Copies sixteen at a time and looks at those, at the last together with whatever the memory behind them holds.
    @inlinable
    @inline(__always)
    package mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, until test: (SIMD16<UInt8>) -> ByteMask
    ) -> Int {
        guard let source = bytes.baseAddress, offset < bytes.count else { return offset }
        reserve(bytes.count - offset + 16)
        var index = offset
        while bytes.count - index >= 16 {
            let block = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(start + count).storeBytes(of: block, as: SIMD16<UInt8>.self)
            let kept = firstHit(of: test(block))
            // None of these sums is beyond what was reserved.
            count &+= kept
            index &+= kept
            if kept < 16 { return index }
        }
        let rest = bytes.count - index
        (start + count).initialize(from: source + index, count: rest)
        let kept = min(rest, firstHit(of: test(UnsafeRawPointer(start + count).loadUnaligned(as: SIMD16<UInt8>.self))))
        count &+= kept
        return index &+ kept
    }

    /// Makes room for so many more bytes.
    @inlinable
    @inline(__always)
    package mutating func reserve(_ more: Int) { if capacity - count < more { grow(for: more) } }

    @inlinable
    @inline(__always)
    package mutating func append(_ literal: StaticString) {
        append(bytes: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends the decimal digits of a number.
    package mutating func append(number: Int) {
        guard number >= 0 else {
            return String(number).withBytes { append(bytes: $0) }
        }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    @inlinable
    package mutating func append(contentsOf bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append(bytes: $0) } }

    package mutating func append(contentsOf bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append(bytes: $0) } }

    /// Appends values as they stand in memory.
    package mutating func append(raw bytes: UnsafeRawBufferPointer) {
        bytes.withMemoryRebound(to: UInt8.self) { append(bytes: $0) }
    }

    package mutating func append(text: String) {
        text.withBytes { append(bytes: $0) }
    }

    @inlinable
    @inline(__always)
    package mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { append(bytes: $0) } }

    /// Appends a stretch of a text. A short one is copied in two steps, together with what stands behind it, in place of a call.
    @inlinable
    @inline(__always)
    package mutating func append(_ stretch: Range<Int>, of text: Span<UInt8>) {
        precondition(stretch.lowerBound >= 0 && stretch.upperBound <= text.count)
        text.withUnsafeBufferPointer { text in
            guard let source = text.baseAddress else { return }
            reserve(max(stretch.count, 32))
            let (from, to) = (UnsafeRawPointer(source + stretch.lowerBound), UnsafeMutableRawPointer(start + count))
            if stretch.count <= 32, text.count - stretch.lowerBound >= 32 {
                to.storeBytes(of: from.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
                (to + 16).storeBytes(of: (from + 16).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
            } else {
                to.copyMemory(from: from, byteCount: stretch.count)
            }
            count &+= stretch.count
        }
    }

    /// Takes everything from an offset on away.
    package mutating func cut(to length: Int) {
        precondition(length <= count)
        count = length
    }

    @inlinable package var last: UInt8? { count == 0 ? nil : start[count - 1] }

    package var array: [UInt8] { array(from: 0) }

    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    /// What is written, as an array: in its memory from the beginning, if that is enough.
    package static func array(expecting size: Int, _ write: (inout ByteBuffer) -> Void) -> [UInt8] {
        var larger: [UInt8]?
        let array = [UInt8](unsafeUninitializedCapacity: size) { memory, count in
            var buffer = ByteBuffer(lent: memory)
            write(&buffer)
            if buffer.isLent { count = buffer.count } else { larger = buffer.array }
        }
        return larger ?? array
    }

    package func array(from offset: Int) -> [UInt8] {
        precondition(offset <= count)
        return Array(UnsafeBufferPointer(start: start + offset, count: count - offset))
    }

    @usableFromInline
    mutating func grow(for more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = newMemory(larger)
        let place = moved.withUnsafeMutablePointerToElements { $0 }
        place.update(from: start, count: count)
        (start, capacity, memory) = (place, larger, moved)
    }
}

private func newMemory(_ capacity: Int) -> ManagedBuffer<Void, UInt8> {
    ManagedBuffer<Void, UInt8>.create(minimumCapacity: capacity) { _ in }
}
