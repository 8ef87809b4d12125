/// Scans of bytes, several at a time: what every source and every page goes through more than once.

/// What a test says of sixteen bytes. Comparisons whose result is declared to be one take an instruction each; where the compiler
/// has to find out, it takes the forms for any vector, which are loops.
@usableFromInline
package typealias ByteMask = SIMDMask<SIMD16<Int8>>

/// The offset of the first such byte at or after `start`; the count of the bytes where there is none.
package func offset(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let pattern = SIMD16(repeating: byte)
    return offset(in: bytes, from: start, of: { $0 .== pattern }, or: { $0 == byte })
}

/// The offset of the first byte at or after `start` for which a test holds; the count of the bytes where there is none. The test
/// is written twice, for sixteen bytes and for one. Inlined, so that it costs what the test costs.
@inlinable
@inline(__always)
package func offset(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, of test: (SIMD16<UInt8>) -> ByteMask,
    or single: (UInt8) -> Bool
) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 16 <= raw.count {
        let hit = firstHit(of: test(raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)))
        if hit < 16 { return index + hit }
        index += 16
    }
    guard index < raw.count else { return index }
    guard raw.count >= 16 else {
        while index < raw.count, !single(raw[index]) { index += 1 }
        return index
    }
    // The last sixteen bytes, of which the first have been looked at, or stand before the start.
    let last = raw.count - 16
    var hits = unsafeBitCast(test(raw.loadUnaligned(fromByteOffset: last, as: SIMD16<UInt8>.self)), to: SIMD2<UInt64>.self)
    let shift = UInt64(index - last) * 8
    if shift < 64 { hits.x &= UInt64.max &<< shift } else { (hits.x, hits.y) = (0, hits.y & (UInt64.max &<< shift)) }
    return last + firstHit(of: unsafeBitCast(hits, to: ByteMask.self))
}

/// The position of the first byte for which a test held; 16 where it held for none.
@inlinable
@inline(__always)
package func firstHit(of mask: ByteMask) -> Int {
    // It has all bits of a byte set where the test held, so half of it at a time says where the first one is.
    let hits = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if hits.x | hits.y == 0 { return 16 }
    return hits.x != 0 ? hits.x.trailingZeroBitCount / 8 : 8 + hits.y.trailingZeroBitCount / 8
}

/// Whether all of it is ASCII.
package func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset(in: bytes, from: 0, of: { $0 .>= SIMD16(repeating: 0x80) }, or: { $0 >= 0x80 }) == bytes.count
}

/// Whether all of it is ASCII that can be seen, spaces, tabs and line ends.
package func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset(
        in: bytes, from: 0,
        of: {
            // With a sign, since such bytes compare in one instruction; all but ASCII are below zero.
            let block = unsafeBitCast($0, to: SIMD16<Int8>.self)
            let spaces: ByteMask =
                (block .== SIMD16(repeating: 0x0A)) .| (block .== SIMD16(repeating: 0x09)) .| (block .== SIMD16(repeating: 0x0D))
            return (block .< SIMD16(repeating: 0x20)) .& .!spaces .| (block .== SIMD16(repeating: 0x7F))
        },
        or: { !isPlain($0) }) == bytes.count
}

package func isPlainASCII(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(isPlainASCII) }

private func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

extension String {
    /// Lends the bytes of a text, where it stands: `withUTF8` wants one that it may change, and whoever has none makes a copy.
    @inlinable
    @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return text.withUTF8(body)
    }
}
