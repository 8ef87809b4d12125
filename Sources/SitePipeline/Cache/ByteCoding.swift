internal import SiteModel
internal import SiteRendering

/// Writes values one behind the other.
struct ByteWriter: ~Copyable {
    private var buffer: ByteBuffer

    /// `capacity` is how many bytes are expected.
    init(capacity: Int = 1024) { buffer = ByteBuffer(capacity: capacity) }

    var count: Int { buffer.count }

    var bytes: [UInt8] { buffer.array }

    /// That of what is written so far.
    var digest: Digest { buffer.withBytes { Digest(of: UnsafeRawBufferPointer($0)) } }

    mutating func write(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { number in
            number.withMemoryRebound(to: UInt8.self) { buffer.append(bytes: $0) }
        }
    }

    mutating func write(_ number: Int64) { write(UInt64(bitPattern: number)) }

    mutating func write(_ number: Int) { write(Int64(number)) }

    mutating func write(_ byte: UInt8) { buffer.append(byte) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        append(text)
    }

    /// A number in as few bytes as it takes, seven bits in each, the sign last.
    mutating func write(short number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(rest))
    }

    mutating func write(short text: String) {
        text.withBytes { text in
            write(short: text.count)
            buffer.append(bytes: text)
        }
    }

    private mutating func append(_ text: String) {
        text.withBytes { buffer.append(bytes: $0) }
    }

    mutating func append(_ other: borrowing ByteWriter) { other.buffer.withBytes { buffer.append(bytes: $0) } }

    /// Begins anew and keeps the memory.
    mutating func removeAll() { buffer.cut(to: 0) }
}

/// Reads them again. What does not fit, since the bytes are damaged, ends with `Damaged`, never past the end.
struct ByteReader {
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private(set) var position = 0

    /// Where reading ends.
    private let end: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// A reader of some of the bytes; `start` and `count` lie within them.
    func part(from start: Int, count: Int? = nil) -> ByteReader {
        let start = min(start, end)
        return ByteReader(bytes, start..<min(start + (count ?? end - start), end))
    }

    var isAtEnd: Bool { position == end }

    /// How many bytes are left.
    var left: Int { end - position }

    mutating func number() throws(Damaged) -> UInt64 {
        guard left >= 8 else { throw Damaged() }
        defer { position += 8 }
        return UInt64(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) })
    }

    mutating func signed() throws(Damaged) -> Int64 { Int64(bitPattern: try number()) }

    mutating func int() throws(Damaged) -> Int { Int(try signed()) }

    /// How many things follow; each takes a byte at least.
    mutating func count() throws(Damaged) -> Int {
        let count = try int()
        return try held(count)
    }

    mutating func byte() throws(Damaged) -> UInt8 {
        guard position < end else { throw Damaged() }
        position += 1
        return bytes[position - 1]
    }

    mutating func text() throws(Damaged) -> String {
        let count = try count()
        return text(of: count)
    }

    mutating func short() throws(Damaged) -> Int {
        var number: UInt = 0
        for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
            let byte = try byte()
            number |= UInt(byte & 0x7F) << UInt(shift)
            if byte < 0x80 { return Int(bitPattern: (number >> 1) ^ (0 &- (number & 1))) }
        }
        throw Damaged()
    }

    /// How many things follow; each takes a byte at least.
    mutating func shortCount() throws(Damaged) -> Int {
        let count = try short()
        return try held(count)
    }

    mutating func shortText() throws(Damaged) -> String {
        let count = try shortCount()
        return text(of: count)
    }

    /// What `count` says it is, within the bytes that are left. The count is read before this is called: in one expression Swift takes
    /// what is left as it was before that.
    private func held(_ count: Int) throws(Damaged) -> Int {
        guard (0...left).contains(count) else { throw Damaged() }
        return count
    }

    private mutating func text(of count: Int) -> String {
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }
}
