/// 128 bits that stand for some bytes: two that differ have different ones, for all purposes but those of an attacker.
@usableFromInline
package struct Digest: Hashable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
