import SiteModel

/// The size of a PNG: that of `IHDR`, turned by an `eXIf` chunk before the picture, as browsers turn it.
func readPNG(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    // Apple's own variant begins with another chunk, and browsers do not show it.
    guard try bytes.has("IHDR", at: 12), try bytes.bigEndian(8, 4) == 13 else { throw .malformed }
    let size = try checkedSize(bytes.bigEndian(16, 4), bytes.bigEndian(20, 4))
    var position = 8 + 12 + 13
    while true {
        let length = try bytes.bigEndian(position, 4)
        if try bytes.has("IDAT", at: position + 4) { return size }
        if try bytes.has("eXIf", at: position + 4) { return size.turned(try orientation(bytes, at: position + 8, length) ?? 1) }
        position += 12 + length
    }
}
