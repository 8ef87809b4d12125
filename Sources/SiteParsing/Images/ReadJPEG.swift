import SiteModel

/// The size of a JPEG: that of its start of frame, turned by the Exif data before it. Whole segments are stepped over, so a
/// preview within one is never taken for the picture.
func readJPEG(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    var turn: Int?
    var position = 2
    while true {
        let marker = try nextMarker(bytes, &position)
        switch marker {
        case 0x01, 0xD0...0xD8: continue
        case 0xD9, 0xDA, 0x00: throw .malformed
        default: break
        }
        let length = try bytes.bigEndian(position, 2)
        guard length >= 2 else { throw .malformed }
        if isFrame(marker) {
            let size = try checkedSize(bytes.bigEndian(position + 5, 2), bytes.bigEndian(position + 3, 2))
            return size.turned(turn ?? 1)
        }
        if marker == 0xE1, turn == nil, try isExif(bytes, position, length) {
            turn = try orientation(bytes, at: position + 8, length - 8)
        }
        position += length
    }
}

/// The marker at a position, which then stands behind it. Any number of fill bytes may stand before a marker.
private func nextMarker(_ bytes: ImageBytes, _ position: inout Int) throws(ImageFault) -> Int {
    guard try bytes.byte(position) == 0xFF else { throw .malformed }
    while try bytes.byte(position) == 0xFF { position += 1 }
    defer { position += 1 }
    return try bytes.byte(position)
}

/// SOF0 to SOF15, among which stand three markers for tables.
private func isFrame(_ marker: Int) -> Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }

private func isExif(_ bytes: ImageBytes, _ segment: Int, _ length: Int) throws(ImageFault) -> Bool {
    guard length >= 8 else { return false }
    let end = try bytes.bigEndian(segment + 6, 2)
    return try bytes.has("Exif", at: segment + 2) ? end == 0 : false
}
