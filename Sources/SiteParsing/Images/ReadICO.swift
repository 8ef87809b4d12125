import SiteModel

/// The size of the largest image in an ICO file. One byte holds a side, and 0 means 256.
func readICO(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    let count = try bytes.littleEndian(4, 2)
    var largest: ImageSize?
    for index in 0..<count {
        let entry = 6 + index * 16
        let size = ImageSize(width: try side(bytes.byte(entry)), height: try side(bytes.byte(entry + 1)))
        // The image that the entry promises stands behind the list.
        guard try bytes.littleEndian(entry + 8, 4) > 0, try bytes.littleEndian(entry + 12, 4) >= 6 + count * 16 else {
            throw .malformed
        }
        if size.width > largest?.width ?? 0 { largest = size }
    }
    guard let largest else { throw .malformed }
    return largest
}

private func side(_ byte: Int) -> Int { byte == 0 ? 256 : byte }
