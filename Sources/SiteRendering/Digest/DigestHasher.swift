internal import CXXHash
package import SiteModel

/// Makes one digest of many things (XXH3, 128 bits). Each is added with its length or its kind, so that no two series of things
/// are the same bytes.
package struct DigestHasher {
    private var words: [UInt64] = []

    package init() {}

    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    package mutating func add(_ number: Int) { words.append(UInt64(bitPattern: Int64(number))) }

    package mutating func add(_ flag: Bool) { words.append(flag ? 1 : 0) }

    package mutating func add(_ data: [UInt8]) { data.withUnsafeBufferPointer { add($0) } }

    package mutating func add(_ data: UnsafeBufferPointer<UInt8>) {
        add(data.count)
        let start = words.count
        for _ in 0..<(data.count + 7) / 8 { words.append(0) }
        words.withUnsafeMutableBytes { bytes in
            UnsafeMutableRawBufferPointer(rebasing: bytes[(start * 8)...]).copyMemory(from: UnsafeRawBufferPointer(data))
        }
    }

    package mutating func add(_ digest: Digest) {
        words.append(digest.high)
        words.append(digest.low)
    }

    /// The digest of all that was added; the next one begins empty.
    package mutating func finish() -> Digest {
        let digest = words.withUnsafeBytes { Digest(of: $0) }
        words.removeAll(keepingCapacity: true)
        return digest
    }
}

extension Digest {
    package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Digest(of: $0) } }

    package init(of bytes: UnsafeRawBufferPointer) {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }
}

extension DigestHasher {
    mutating func add(_ written: WrittenText) {
        add(Digest(of: written.bytes))
        add(written.lead.bytes)
        add(written.gaps.count)
        // No source is so long that it has an index of more than 24 bits.
        let gaps = written.gaps.map { UInt64($0.offset) << 32 | UInt64($0.index) << 8 | UInt64($0.kind.rawValue) }
        add(gaps.withUnsafeBytes { Digest(of: $0) })
    }
}
