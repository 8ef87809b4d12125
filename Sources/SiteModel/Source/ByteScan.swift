/// Scans of bytes, eight at a time: what every source goes through several times.

/// The offset of the first such byte at or after `start`; the count of the bytes where there is none.
package func offset(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ pattern
        // A byte that is zero now sets its highest bit; only bits above the first may be wrong.
        let hits = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
        index += 8
    }
    while index < bytes.count, bytes[index] != byte { index += 1 }
    return index
}

/// Whether all of it is ASCII that can be seen, spaces, tabs and line ends.
package func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let deletes = word ^ 0x7F7F_7F7F_7F7F_7F7F
        let suspicious =
            word | ((word &- 0x2020_2020_2020_2020) & ~word) | ((deletes &- 0x0101_0101_0101_0101) & ~deletes)
        if suspicious & 0x8080_8080_8080_8080 != 0, !bytes[index..<index + 8].allSatisfy(isPlain) { return false }
        index += 8
    }
    return bytes[index...].allSatisfy(isPlain)
}

private func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
