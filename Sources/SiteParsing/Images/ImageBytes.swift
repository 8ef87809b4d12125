import SiteModel

/// The start of an image file. Every read is checked against its end, so that no header is believed about a length.
struct ImageBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func byte(_ offset: Int) throws(ImageFault) -> Int { try bigEndian(offset, 1) }

    /// A number of up to four bytes, the highest first.
    func bigEndian(_ offset: Int, _ count: Int) throws(ImageFault) -> Int {
        guard offset >= 0, offset <= bytes.count - count else { throw .ended }
        return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of up to four bytes, the lowest first.
    func littleEndian(_ offset: Int, _ count: Int) throws(ImageFault) -> Int {
        guard offset >= 0, offset <= bytes.count - count else { throw .ended }
        return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether four letters stand at an offset.
    func has(_ letters: FourLetters, at offset: Int) throws(ImageFault) -> Bool { try bigEndian(offset, 4) == letters.value }
}

/// The name of a chunk or box.
struct FourLetters: Equatable, ExpressibleByStringLiteral {
    let value: Int

    init(value: Int) { self.value = value }

    init(stringLiteral letters: String) { value = letters.utf8.reduce(0) { $0 << 8 | Int($1) } }
}

/// A size that nobody sees is none.
func checkedSize(_ width: Int, _ height: Int) throws(ImageFault) -> ImageSize {
    guard width > 0, height > 0 else { throw .malformed }
    return ImageSize(width: width, height: height)
}

extension ImageSize {
    /// As it is shown where a camera was held in this way (Exif's `Orientation`, 1 to 8): the upper four lie on their side.
    func turned(_ orientation: Int) -> ImageSize {
        (5...8).contains(orientation) ? ImageSize(width: height, height: width) : self
    }
}
