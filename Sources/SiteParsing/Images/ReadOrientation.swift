/// How the camera was held, from Exif data (a TIFF directory): 1 to 8; nil where the data do not say or are broken, as
/// browsers take it.
func orientation(_ bytes: ImageBytes, at start: Int, _ length: Int) throws(ImageFault) -> Int? {
    // What is missing from a file that is still being read must not pass for what is missing from the data.
    if length > 0 { _ = try bytes.byte(start + length - 1) }
    do throws(ImageFault) {
        return try orientation(TIFFBytes(bytes, at: start, length))
    } catch {
        return nil
    }
}

private func orientation(_ tiff: TIFFBytes) throws(ImageFault) -> Int? {
    let directory = try tiff.number(4, 4)
    for index in 0..<(try tiff.number(directory, 2)) {
        let entry = directory + 2 + index * 12
        guard try tiff.number(entry, 2) == 0x0112 else { continue }
        let (type, count, value) = (try tiff.number(entry + 2, 2), try tiff.number(entry + 4, 4), try tiff.number(entry + 8, 2))
        return type == 3 && count == 1 && (1...8).contains(value) ? value : nil
    }
    return nil
}

/// Exif data, whose first bytes tell the order of the others.
private struct TIFFBytes {
    private let bytes: ImageBytes
    private let start: Int
    private let length: Int
    private let isBigEndian: Bool

    init(_ bytes: ImageBytes, at start: Int, _ length: Int) throws(ImageFault) {
        self.bytes = bytes
        self.start = start
        self.length = length
        switch try bytes.bigEndian(start, 4) {
        case 0x4949_2A00: isBigEndian = false
        case 0x4D4D_002A: isBigEndian = true
        default: throw .malformed
        }
    }

    func number(_ offset: Int, _ count: Int) throws(ImageFault) -> Int {
        guard offset <= length - count else { throw .malformed }
        return try isBigEndian ? bytes.bigEndian(start + offset, count) : bytes.littleEndian(start + offset, count)
    }
}
