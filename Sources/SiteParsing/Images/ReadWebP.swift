import SiteModel

/// The size of a WebP, by its first chunk: lossy (`VP8 `), lossless (`VP8L`), or extended (`VP8X`: animated, see-through, with
/// a profile). Browsers do not turn a WebP by its Exif data.
func readWebP(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    switch FourLetters(value: try bytes.bigEndian(12, 4)) {
    case "VP8 ":
        guard try bytes.byte(20) & 1 == 0, try bytes.bigEndian(23, 3) == 0x9D012A else { throw .malformed }
        return try checkedSize(bytes.littleEndian(26, 2) & 0x3FFF, bytes.littleEndian(28, 2) & 0x3FFF)
    case "VP8L":
        guard try bytes.byte(20) == 0x2F else { throw .malformed }
        let packed = try bytes.littleEndian(21, 4)
        return ImageSize(width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
    case "VP8X":
        return ImageSize(width: try bytes.littleEndian(24, 3) + 1, height: try bytes.littleEndian(27, 3) + 1)
    default: throw .malformed
    }
}
