/// A set of ASCII bytes, asked of every byte of a text.
struct ByteSet {
    private let low: UInt64
    private let high: UInt64

    init(_ characters: StaticString) {
        var (low, high) = (UInt64(0), UInt64(0))
        for index in 0..<characters.utf8CodeUnitCount {
            let byte = characters.utf8Start[index]
            if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
        }
        self.low = low
        self.high = high
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
    }
}
