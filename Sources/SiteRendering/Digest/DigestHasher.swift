internal import CXXHash
package import SiteModel

/// Makes one digest of many things (XXH3, 128 bits). Each is added with its length or its kind, so that no two series of things
/// are the same bytes.
package struct DigestHasher {
    private var bytes: [UInt8] = []

    package init() {}

    package mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func add(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func add(_ data: [UInt8]) {
        add(data.count)
        bytes.append(contentsOf: data)
    }

    /// Bytes whose number has been added.
    mutating func add(bytes data: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: data) }

    package mutating func add(_ digest: Digest) {
        withUnsafeBytes(of: digest.high) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: digest.low) { bytes.append(contentsOf: $0) }
    }

    /// The digest of all that was added; the next one begins empty.
    package mutating func finish() -> Digest {
        let digest = Digest(of: bytes)
        bytes.removeAll(keepingCapacity: true)
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
