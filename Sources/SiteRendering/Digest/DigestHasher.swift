internal import CXXHash
package import SiteModel

/// Makes one digest of many things (XXH3, 128 bits). Each is added with its length or its kind, so that no two series of things
/// are the same bytes.
package struct DigestHasher: ~Copyable {
    private var bytes = ByteBuffer(capacity: 2048)

    package init() {}

    package mutating func add(_ text: String) {
        text.withBytes { add($0) }
    }

    package mutating func add(_ number: Int) {
        withUnsafeBytes(of: number) { number in number.withMemoryRebound(to: UInt8.self) { bytes.append(bytes: $0) } }
    }

    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func add(_ data: UnsafeBufferPointer<UInt8>) {
        add(data.count)
        bytes.append(bytes: data)
    }

    package mutating func add(_ digest: Digest) {
        add(Int(truncatingIfNeeded: digest.high))
        add(Int(truncatingIfNeeded: digest.low))
    }

    /// The digest of all that was added; the next one begins empty.
    package mutating func finish() -> Digest {
        let digest = bytes.withBytes { Digest(of: UnsafeRawBufferPointer($0)) }
        bytes.cut(to: 0)
        return digest
    }
}

extension Digest {
    package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Digest(of: $0) } }

    package init(of bytes: UnsafeRawBufferPointer) {
        let hash = martlet_xxh3(bytes.baseAddress, bytes.count)
        self.init(high: hash.high, low: hash.low)
    }
}
