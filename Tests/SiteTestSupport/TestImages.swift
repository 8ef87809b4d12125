/// The start of a PNG, as far as sizes are read from it; browsers would show nothing.
package func pngImage(width: Int, height: Int) -> [UInt8] {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header = bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0]
    return signature + chunk("IHDR", header) + chunk("IDAT", [])
}

/// The start of a JPEG with as many bytes before its size as are asked for.
package func jpegImage(width: Int, height: Int, sizeBehind count: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    var rest = count
    while rest > 0 {
        let length = min(rest, 65_000)
        bytes += [0xFF, 0xE2] + bigEndian(length + 2).suffix(2) + Array(repeating: 0, count: length)
        rest -= length
    }
    return bytes + [0xFF, 0xC0, 0, 17, 8] + bigEndian(height).suffix(2) + bigEndian(width).suffix(2) + [3]
}

private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    bigEndian(data.count) + Array(name.utf8) + data + [0, 0, 0, 0]
}

private func bigEndian(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }

/// The list at the start of an ICO file with images of these sides; 0 stands for 256.
package func icoImage(_ sides: [UInt8]) -> [UInt8] {
    let start = UInt8(6 + sides.count * 16)
    let entries = sides.map { side -> [UInt8] in [side, side, 0, 0, 1, 0, 32, 0, 40, 0, 0, 0, start, 0, 0, 0] }
    return [0, 0, 1, 0, UInt8(sides.count), 0] + entries.joined() + Array(repeating: 0, count: 40)
}
