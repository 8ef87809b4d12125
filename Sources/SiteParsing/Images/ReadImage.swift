package import SiteModel

/// What the bytes at the start of a file tell of the image in it.
package enum ImageReading: Sendable, Equatable {
    case image(ImageKind, ImageSize?)
    /// The size stands further on in the file.
    case unfinished
    /// Nothing that browsers show.
    case none
}

/// Reads the kind and size of an image from the start of its file. The kind goes by the content, whatever the file's name.
///
/// Only headers are read: a file whose picture is broken further on counts as an image.
package func readImage(_ start: [UInt8], isWhole: Bool) -> ImageReading {
    do throws(ImageFault) {
        for format in formats where format.begins(start) {
            let size = try format.size(ImageBytes(start))
            return .image(format.kind, size)
        }
        return .image(.svg, try readSVG(start))
    } catch {
        return error == .ended && !isWhole ? .unfinished : .none
    }
}

/// A format whose files begin with bytes of its own.
private struct Format: Sendable {
    let kind: ImageKind
    let begins: @Sendable ([UInt8]) -> Bool
    let size: @Sendable (ImageBytes) throws(ImageFault) -> ImageSize
}

private let formats = [
    Format(kind: .png, begins: { $0.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }, size: readPNG),
    Format(kind: .jpeg, begins: { $0.starts(with: [0xFF, 0xD8, 0xFF]) }, size: readJPEG),
    Format(kind: .gif, begins: { $0.starts(with: "GIF87a".utf8) || $0.starts(with: "GIF89a".utf8) }, size: readGIF),
    Format(kind: .webp, begins: { $0.starts(with: "RIFF".utf8) && $0.dropFirst(8).starts(with: "WEBP".utf8) }, size: readWebP),
    Format(kind: .avif, begins: { $0.dropFirst(4).starts(with: "ftyp".utf8) }, size: readAVIF),
    Format(kind: .ico, begins: { $0.starts(with: [0, 0, 1, 0]) }, size: readICO),
]

/// Why the header of an image cannot be read.
enum ImageFault: Error, Equatable {
    /// What was looked for stands behind the last byte at hand.
    case ended
    case malformed
}
