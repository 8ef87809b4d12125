import SiteModel

/// The size of a GIF: its screen, which browsers enlarge where the first picture reaches over its edge.
func readGIF(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    let screen = (width: try bytes.littleEndian(6, 2), height: try bytes.littleEndian(8, 2))
    var position = 13 + colours(try bytes.byte(10))
    while true {
        switch try bytes.byte(position) {
        case 0x2C:
            let right = try bytes.littleEndian(position + 1, 2) + bytes.littleEndian(position + 5, 2)
            let bottom = try bytes.littleEndian(position + 3, 2) + bytes.littleEndian(position + 7, 2)
            return try checkedSize(max(screen.width, right), max(screen.height, bottom))
        case 0x21: position = try end(ofBlocks: position + 2, bytes)
        default: throw .malformed
        }
    }
}

/// The bytes of the table of colours that a descriptor's flags announce.
private func colours(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

/// Where an extension ends: behind blocks that say their length, the last of them empty.
private func end(ofBlocks start: Int, _ bytes: ImageBytes) throws(ImageFault) -> Int {
    var position = start
    while true {
        let length = try bytes.byte(position)
        position += 1 + length
        if length == 0 { return position }
    }
}
